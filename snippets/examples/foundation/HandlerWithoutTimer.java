//JAVA 25+
//DESCRIPTION Polls an admin queue on interrupts, on a timer, and on both.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.device.AdminFirmware;

static final int MILLISECOND = 1_000_000;
static final int TIMEOUT = 250 * MILLISECOND;
static final int TICK = 100; // milliseconds between two runs of the timer
static final int OPCODE = 0x0607;

enum PollOn {
  INTERRUPT,
  TIMER,
  BOTH
}

void main() {
  IO.println("polled on   answered after  hung one ended after  polls");
  for (PollOn how : PollOn.values()) {
    run(how);
  }
}

// tag::run[]
/** Two commands; the firmware answers the first after 3 ms, and then hangs. */
void run(PollOn how) {
  Iommu iommu = new Iommu(new HostMemory(1 << 20));
  AdminFirmware firmware = new AdminFirmware(iommu);
  firmware.handle(OPCODE, _ -> AdminError.OK);
  long[] now = {0};
  int[] polls = {0};
  var queue = new AdminQueue(firmware, iommu, 8, () -> now[0], TIMEOUT, _ -> {});
  Runnable poll =
      () -> {
        polls[0]++;
        queue.poll();
      };
  firmware.interrupt(how == PollOn.TIMER ? () -> {} : poll);
  List<String> ends = new ArrayList<>(List.of("never", "never"));
  for (int i = 0; i < 2; i++) {
    int which = i;
    var command = AdminCommand.direct(OPCODE, i, 0, 0, 0);
    queue.submit(
        command,
        reply -> ends.set(which, now[0] / MILLISECOND + " ms " + reply.status()));
  }
  for (int ms = 1; ms <= 1000; ms++) {
    now[0] += MILLISECOND;
    firmware.step(ms == 3 ? 1 : 0);
    if (how != PollOn.INTERRUPT && ms % TICK == 0) {
      poll.run();
    }
  }
  IO.println(
      "%-10s  %-14s  %-20s  %5d"
          .formatted(how, ends.get(0), ends.get(1), polls[0]));
  queue.close();
}
// end::run[]
