package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.admin.AdminCommand;
import org.ringbook.dataplane.admin.AdminQueue;
import org.ringbook.dataplane.admin.AdminReply;
import org.ringbook.dataplane.descriptor.AdminDescriptor;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;

/** What the driver writes into the memory that it shares with the firmware. */
class AdminDescriptorsTest {
  private static final int OPCODE = 0x0b03;
  private static final int SIZE = 2;

  private final Iommu iommu = new Iommu(new HostMemory(1 << 20));
  private final AdminFirmware firmware = new AdminFirmware(iommu);
  private final List<DmaRegion> regions = new ArrayList<>();
  private final List<AdminReply> replies = new ArrayList<>();
  private final CoherentMemory remembering =
      (size, alignment) -> {
        regions.add(iommu.allocate(size, alignment));
        return regions.getLast();
      };
  private final AdminQueue queue =
      new AdminQueue(firmware, remembering, SIZE, () -> 0, 1_000, reply -> {});

  private MemorySegment commands() {
    return regions.get(0).segment();
  }

  private MemorySegment buffers() {
    return regions.get(1).segment();
  }

  private long write(int bytes) {
    byte[] data = new byte[bytes];
    Arrays.fill(data, (byte) 7);
    MemorySegment memory = MemorySegment.ofArray(data);
    return queue.submit(AdminCommand.write(OPCODE, 0, 0, memory), replies::add);
  }

  private void answered() {
    assertEquals(1, firmware.step(1));
    assertEquals(1, queue.poll());
  }

  @Test
  void aBufferOfMoreThan512BytesIsMarkedLarge() {
    write(AdminDescriptor.LARGE_BUFFER);
    assertEquals(0, AdminDescriptor.flags(commands(), 0) & AdminDescriptor.LB);
    answered();
    write(AdminDescriptor.LARGE_BUFFER + 1);
    int flags = AdminDescriptor.flags(commands(), AdminDescriptor.BYTES);
    assertEquals(AdminDescriptor.LB, flags & AdminDescriptor.LB);
  }

  @Test
  void aShorterCommandTakesNothingOfTheOneBeforeAlong() {
    for (int bytes : new int[] {600, 600}) {
      write(bytes);
      answered();
    }
    write(4);
    byte[] expected = new byte[600];
    Arrays.fill(expected, 0, 4, (byte) 7);
    byte[] actual = buffers().asSlice(0, 600).toArray(ValueLayout.JAVA_BYTE);
    assertArrayEquals(expected, actual);
  }

  @Test
  void aLengthBeyondTheBufferIsNotBelieved() {
    long cookie = queue.submit(AdminCommand.read(OPCODE, 0, 0, 8), replies::add);
    int done = AdminDescriptor.DD | AdminDescriptor.CMP | AdminDescriptor.BUF;
    AdminDescriptor.write(commands(), 0, done, OPCODE, 0xffff, cookie);
    assertEquals(1, queue.poll());
    assertEquals(AdminDescriptor.MAX_BUFFER, replies.getFirst().data().byteSize());
  }
}
