//JAVA 25+
//DESCRIPTION Clients that wait for answers: what moderation takes, what it gives.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.PriorityQueue;
import org.ringbook.dataplane.interrupt.Throttle;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.TwoPorts;

static final int INTERRUPT = 4_000; // ns: a guess, as in moderation-sweep
static final int REQUEST = 1_000; // ns for a request and its answer: a guess
static final int AWAY = 20_000; // ns from an answer to the next request
static final int REQUESTS = 1_000;

void main() {
  int[] clients = {1, 8, 64};
  String row = "%8s %8d %8d %8d";
  IO.println("answers in a second, with this many clients");
  IO.println(row.formatted("ITR", 1, 8, 64));
  String columns = "interval one eight many";
  StringBuilder plot = new StringBuilder("\n# plot: answers\n" + columns);
  for (int us : new int[] {1, 5, 10, 20, 50, 100, 200, 500}) {
    Object[] found = new Object[4];
    found[0] = us + " us";
    plot.append("\n" + us);
    for (int i = 0; i < clients.length; i++) {
      long answers = new Loop(us * 1_000, clients[i]).run();
      found[i + 1] = answers;
      plot.append(" %.1f".formatted(answers / 1e3));
    }
    IO.println(row.formatted(found));
  }
  IO.println(plot);
}

// tag::loop[]
/** Each client sends its next request some time after it had an answer. */
static final class Loop {
  private final TwoPorts ports = new TwoPorts(128, 256);
  private final RegisterAccess registers = ports.right().port().registers();
  private final PriorityQueue<Long> arrivals = new PriorityQueue<>();
  private int answered;

  Loop(int nanoseconds, int clients) {
    registers.write32(Registers.ITR, Throttle.ITR.encode(nanoseconds));
    registers.write32(Registers.IMS, Registers.ICR_RXT0);
    for (int i = 0; i < clients; i++) {
      arrivals.add(0L);
    }
  }

  /** Answers in a second. */
  long run() {
    while (answered < REQUESTS) {
      if (ports.right().nic().take(0)) {
        registers.write32(Registers.IMC, Registers.ICR_RXT0);
        int unused = registers.read32(Registers.ICR);
        pass(INTERRUPT);
        while (answered < REQUESTS && poll() == 16) {}
        registers.write32(Registers.IMS, Registers.ICR_RXT0);
      } else {
        pass(1_000);
      }
    }
    ports.close();
    return answered * 1_000_000_000L / now();
  }

  private int poll() {
    return ports.right().port().rx().poll(16, this::answer);
  }

  private void answer(Packet packet) {
    pass(REQUEST);
    arrivals.add(now() + AWAY);
    answered++;
    packet.giveBack();
  }

  // end::loop[]

  private void pass(int nanoseconds) {
    ports.right().nic().clock().advance(nanoseconds);
    while (!arrivals.isEmpty() && arrivals.peek() <= now()) {
      long unused = arrivals.remove();
      ports.wire().left().send(new byte[60]);
      ports.right().nic().process();
    }
  }

  private long now() {
    return ports.right().nic().clock().nanoseconds();
  }
}
