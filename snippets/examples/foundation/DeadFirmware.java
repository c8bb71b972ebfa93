//JAVA 25+
//DESCRIPTION Hangs the firmware of an admin queue, looks who owns its slots, resets.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.util.EnumMap;
import java.util.Map;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.device.AdminFirmware;

static final int SLOTS = 4;
static final int SECOND = 1_000_000_000;
static final int OPCODE = 0x0250;

final Iommu iommu = new Iommu(new HostMemory(1 << 20));
final AdminFirmware firmware = new AdminFirmware(iommu);
final Map<AdminReply.Status, Integer> ends = new EnumMap<>(AdminReply.Status.class);
long now;

void main() {
  firmware.handle(OPCODE, _ -> AdminError.OK);
  var queue = new AdminQueue(firmware, iommu, SLOTS, () -> now, SECOND, _ -> {});
  // tag::hang[]
  show("3 submitted", queue, submit(queue, 3));
  now += SECOND;
  queue.poll();
  show("a second later", queue, submit(queue, 1));
  queue.reset();
  show("after a reset", queue, submit(queue, 2));
  firmware.step(SLOTS);
  queue.poll();
  show("firmware runs", queue, 0);
  queue.close();
  // end::hang[]
  IO.println("blocks of memory left after close: " + iommu.coherent());
}

int submit(AdminQueue queue, int count) {
  int taken = 0;
  for (int i = 0; i < count; i++) {
    var command = AdminCommand.direct(OPCODE, i, 0, 0, 0);
    long cookie =
        queue.submit(command, reply -> ends.merge(reply.status(), 1, Integer::sum));
    taken += cookie == AdminQueue.FULL ? 0 : 1;
  }
  return taken;
}

void show(String when, AdminQueue queue, int taken) {
  IO.println(
      "%-14s  %d taken, %d waiting, ended: %s"
          .formatted(when, taken, queue.waiting(), ends));
}
