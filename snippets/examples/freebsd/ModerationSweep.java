//JAVA 25+
//DESCRIPTION Holds interrupts back for ever longer: fewer of them, later frames.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import org.ringbook.dataplane.interrupt.Throttle;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.port.RegisterAccess;
import org.ringbook.dataplane.port.Registers;
import org.ringbook.device.TwoPorts;

static final int INTERRUPT = 4_000; // ns of one and what it evicts: a guess
static final int FRAME = 1_000; // ns that the stack spends on a frame: a guess
static final int FRAMES = 2_000;
static final int APART = 10_000; // ns between frames: 100,000 a second
static final int BUDGET = 16;

record Result(int interrupts, double mean, double worst, double core) {}

void main() {
  IO.println("ITR       interrupts  wait, mean and worst  core");
  StringBuilder plot = new StringBuilder("\n# plot: wait\ninterval mean worst");
  StringBuilder core = new StringBuilder("\n\n# plot: core\ninterval core");
  for (int us : new int[] {1, 10, 20, 50, 100, 200, 500, 1000}) {
    Result r = new Sweep(us * 1_000).run();
    String row = "%4d us %8d/s  %6.1f us %8.1f us  %3.0f %%";
    int rate = r.interrupts * (1_000_000_000 / APART / FRAMES);
    IO.println(row.formatted(us, rate, r.mean, r.worst, r.core));
    plot.append("\n%d %.1f %.1f".formatted(us, r.mean, r.worst));
    core.append("\n%d %.1f".formatted(us, r.core));
  }
  IO.println(plot.append(core));
}

/** A core with a port, and frames that come at a steady rate. */
static final class Sweep {
  private final TwoPorts ports = new TwoPorts(512, 1024);
  private final RegisterAccess registers = ports.right().port().registers();
  private int sent;
  private int handled;
  private int interrupts;
  private long busy;
  private long waits;
  private long worst;

  Sweep(int nanoseconds) {
    registers.write32(Registers.ITR, Throttle.ITR.encode(nanoseconds));
    registers.write32(Registers.IMS, Registers.ICR_RXT0);
  }

  // tag::sweep[]
  Result run() {
    while (handled < FRAMES) {
      if (ports.right().nic().take(0)) {
        interrupts++;
        registers.write32(Registers.IMC, Registers.ICR_RXT0);
        int unused = registers.read32(Registers.ICR);
        work(INTERRUPT);
        while (ports.right().port().rx().poll(BUDGET, this::handle) == BUDGET) {}
        registers.write32(Registers.IMS, Registers.ICR_RXT0);
      } else {
        pass(500);
      }
    }
    double mean = waits / 1e3 / FRAMES;
    double core = 100.0 * busy / now();
    ports.close();
    return new Result(interrupts, mean, worst / 1e3, core);
  }

  private void handle(Packet packet) {
    work(FRAME);
    long wait = now() - (long) APART * handled;
    waits += wait;
    worst = Math.max(worst, wait);
    handled++;
    packet.giveBack();
  }

  // end::sweep[]

  private void work(int nanoseconds) {
    busy += nanoseconds;
    pass(nanoseconds);
  }

  /** Time passes, and frames come in it. */
  private void pass(int nanoseconds) {
    ports.right().nic().clock().advance(nanoseconds);
    while (sent < FRAMES && (long) APART * sent <= now()) {
      ports.wire().left().send(new byte[60]);
      sent++;
    }
    ports.right().nic().process();
  }

  private long now() {
    return ports.right().nic().clock().nanoseconds();
  }
}
