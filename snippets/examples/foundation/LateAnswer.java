//JAVA 25+
//DESCRIPTION Gives a command up; its late answer meets the next one, three ways.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.ArrayDeque;
import java.util.Queue;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.device.AdminFirmware;

static final int GET_MTU = 7;

void main() {
  IO.println("asked for port 1, gave up, asked for port 2; got the answer of");
  mailbox(false);
  mailbox(true);
  queue();
}

// tag::mailbox[]
/** One message each way, and the answer says only which request it is for. */
static class Mailbox {
  final Queue<int[]> slowPeer = new ArrayDeque<>();
  int[] answer;

  void ask(int request, int port) {
    slowPeer.add(new int[] {request, port});
  }

  /** The other side wakes up, and answers the oldest request. */
  void peer() {
    int[] message = slowPeer.remove();
    answer = new int[] {message[0] | 0x8000_0000, message[1]};
  }

  /** The port of the answer, or -1 if there is none for this request. */
  int take(int request) {
    int[] found = answer;
    answer = null;
    boolean mine = found != null && found[0] == (request | 0x8000_0000);
    return mine ? found[1] : -1;
  }
}

// end::mailbox[]

void mailbox(boolean resetBetween) {
  Mailbox box = new Mailbox();
  box.ask(GET_MTU, 1);
  box.take(GET_MTU); // nothing yet: given up
  if (resetBetween) {
    box.slowPeer.clear();
  }
  box.ask(GET_MTU, 2);
  box.peer();
  String name = resetBetween ? "mailbox, reset first" : "mailbox, by request";
  IO.println("  %-22s port %d".formatted(name, box.take(GET_MTU)));
}

// tag::queue[]
void queue() {
  Iommu iommu = new Iommu(new HostMemory(1 << 20));
  AdminFirmware firmware = new AdminFirmware(iommu);
  firmware.handle(GET_MTU, _ -> AdminError.OK);
  long[] now = {0};
  var queue = new AdminQueue(firmware, iommu, 4, () -> now[0], 1000, _ -> {});
  ask(queue, 1);
  now[0] += 1000;
  queue.poll();
  ask(queue, 2);
  firmware.step(1); // wakes up, and answers the oldest command
  queue.poll();
  IO.println("  late and thrown away: " + queue.late());
  firmware.step(1);
  queue.poll();
  queue.close();
}

void ask(AdminQueue queue, int port) {
  queue.submit(
      AdminCommand.direct(GET_MTU, port, 0, 0, 0),
      reply -> {
        boolean done = reply.status() == AdminReply.Status.DONE;
        String of = done ? "port " + reply.parameter0() : "nobody";
        IO.println(
            "  queue, asked port %d    %s (%s)".formatted(port, of, reply.status()));
      });
}
// end::queue[]
