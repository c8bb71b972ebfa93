//JAVA 25+
//DESCRIPTION Follows one admin command through its 32 bytes: asked, then answered.
//SOURCES ../../dataplane/src/main/java/org/ringbook/dataplane/**.java
//SOURCES ../../device/src/main/java/org/ringbook/device/**.java

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminError;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminRegisters;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.descriptor.Field;
import org.ringbook.dataplane.dma.DmaBus;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.device.AdminFirmware;

static final int GET_VERSION = 0x0001;

final Iommu iommu = new Iommu(new HostMemory(1 << 20));
final AdminFirmware firmware = new AdminFirmware(iommu);

void main() {
  firmware.handle(
      GET_VERSION,
      call -> {
        call.parameter(0, 0x00080005);
        call.parameter(1, 42);
        return AdminError.OK;
      });
  var queue = new AdminQueue(firmware, iommu, 4, () -> 0, 1, _ -> {});
  // tag::ask[]
  queue.submit(AdminCommand.direct(GET_VERSION, 0, 0, 0, 0), this::show);
  show("asked");
  firmware.step(1);
  show("answered");
  queue.poll();
  // end::ask[]
  queue.submit(AdminCommand.direct(0x0707, 9, 0, 0, 0), this::show);
  firmware.step(1);
  queue.poll();
  queue.close();
}

void show(AdminReply reply) {
  IO.println(
      "  -> %s, %s, parameters %x and %x"
          .formatted(
              reply.status(),
              reply.error(),
              reply.parameter0(),
              reply.parameter1()));
}

/** The first slot of the send queue, as it lies in memory. */
void show(String when) {
  int low = firmware.read32(AdminRegisters.SEND + AdminRegisters.BAL);
  int high = firmware.read32(AdminRegisters.SEND + AdminRegisters.BAH);
  long base = (long) high << 32 | Integer.toUnsignedLong(low);
  long at = iommu.translate(base, AdminDescriptor.BYTES, DmaBus.Access.READ);
  MemorySegment slot = iommu.memory().asSlice(at, AdminDescriptor.BYTES);
  IO.println(when);
  for (int word = 0; word < AdminDescriptor.BYTES; word += 8) {
    byte[] bytes = new byte[8];
    MemorySegment.ofArray(bytes).copyFrom(slot.asSlice(word, 8));
    IO.println("  " + HexFormat.ofDelimiter(" ").formatHex(bytes));
  }
  StringBuilder set = new StringBuilder(" ");
  for (Field field : AdminDescriptor.FIELDS) {
    long value = field.read(slot, 0);
    if (value != 0) {
      set.append(' ').append(field.name()).append('=').append(value);
    }
  }
  IO.println(set);
}
