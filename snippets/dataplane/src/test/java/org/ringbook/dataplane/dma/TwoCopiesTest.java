package org.ringbook.dataplane.dma;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.dataplane.dma.DmaBus.Access;

/** Where CPU and device do not see the same bytes: caches, and bounce buffers. */
class TwoCopiesTest {
  private static final byte OLD = 1;
  private static final byte NEW = 2;

  enum Machine {
    CACHES,
    BOUNCES,
    BOTH;

    Iommu iommu(HostMemory memory) {
      return switch (this) {
        case CACHES -> new Iommu(memory, Coherence.NON_COHERENT);
        case BOUNCES -> new Iommu(memory, Coherence.COHERENT, new DmaMask(32), 8);
        case BOTH -> new Iommu(memory, Coherence.NON_COHERENT, new DmaMask(32), 8);
      };
    }
  }

  private final HostMemory memory = new HostMemory(1 << 16);
  private final MemorySegment buffer = memory.allocate(100, 64).fill(OLD);

  private static byte read(Iommu iommu, Mapping mapping, int at) {
    long offset = iommu.translate(mapping.busAddress() + at, 1, Access.READ);
    return iommu.memory().get(JAVA_BYTE, offset);
  }

  private static void write(Iommu iommu, Mapping mapping, int at, byte value) {
    long offset = iommu.translate(mapping.busAddress() + at, 1, Access.WRITE);
    iommu.memory().set(JAVA_BYTE, offset, value);
  }

  @ParameterizedTest
  @EnumSource
  void theDeviceReadsWhatWasThereAtTheLastSync(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    Mapping mapping = iommu.map(buffer, Direction.TO_DEVICE);
    buffer.set(JAVA_BYTE, 5, NEW);
    assertEquals(OLD, read(iommu, mapping, 5), "behind the mapping's back");
    mapping.syncForDevice();
    assertEquals(NEW, read(iommu, mapping, 5));
  }

  @ParameterizedTest
  @EnumSource
  void aForgottenSyncYieldsStaleBytes(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    Mapping mapping = iommu.map(buffer, Direction.FROM_DEVICE);
    write(iommu, mapping, 7, NEW);
    assertEquals(OLD, buffer.get(JAVA_BYTE, 7));
    mapping.syncForCpu();
    assertEquals(NEW, mapping.cpu().get(JAVA_BYTE, 7));
    assertEquals(HostMemory.POISON, mapping.cpu().get(JAVA_BYTE, 8));
  }

  @ParameterizedTest
  @EnumSource
  void unmapSyncsAndUnloadDoesNot(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    Mapping first = iommu.map(buffer, Direction.BOTH);
    write(iommu, first, 0, NEW);
    first.unload();
    assertEquals(OLD, buffer.get(JAVA_BYTE, 0));
    Mapping second = iommu.map(buffer, Direction.BOTH);
    write(iommu, second, 0, NEW);
    second.unmap();
    assertEquals(NEW, buffer.get(JAVA_BYTE, 0));
  }

  @ParameterizedTest
  @EnumSource
  void unmapOverwritesWhatTheCpuWroteAfterTheSync(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    Mapping mapping = iommu.map(buffer, Direction.FROM_DEVICE);
    write(iommu, mapping, 0, NEW);
    mapping.syncForCpu();
    mapping.cpu().set(JAVA_BYTE, 0, OLD);
    mapping.unmap();
    assertEquals(NEW, buffer.get(JAVA_BYTE, 0));
  }

  @ParameterizedTest
  @EnumSource
  void aPartialSyncCopiesThatPart(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    Mapping mapping = iommu.map(buffer, Direction.FROM_DEVICE);
    write(iommu, mapping, 9, NEW);
    write(iommu, mapping, 10, NEW);
    mapping.syncForCpu(0, 10);
    assertEquals(NEW, buffer.get(JAVA_BYTE, 9));
    assertEquals(OLD, buffer.get(JAVA_BYTE, 10));
  }

  @ParameterizedTest
  @EnumSource
  void coherentMemoryNeedsNoSync(Machine machine) {
    Iommu iommu = machine.iommu(memory);
    DmaRegion ring = iommu.allocate(64, 64);
    long at = iommu.translate(ring.busAddress(), 64, Access.WRITE);
    iommu.memory().set(JAVA_BYTE, at, NEW);
    assertEquals(NEW, ring.segment().get(JAVA_BYTE, 0));
    iommu.release(ring);
  }

  @Test
  void bounceSlotsRunOutAndComeBack() {
    HostMemory large = new HostMemory(1 << 20);
    Iommu iommu = new Iommu(large, Coherence.COHERENT, new DmaMask(32), 4);
    MemorySegment jumbo = large.allocate(5000, 64);
    Mapping three = iommu.map(jumbo, Direction.TO_DEVICE);
    assertEquals(3, iommu.bounceSlotsUsed());
    List<MemorySegment> frame = List.of(jumbo.asSlice(0, 9), jumbo.asSlice(9, 9));
    assertThrows(MappingFailed.class, () -> iommu.mapAll(frame, Direction.TO_DEVICE));
    assertEquals(3, iommu.bounceSlotsUsed());
    three.unmap();
    iommu.mapAll(frame, Direction.TO_DEVICE);
    assertEquals(2, iommu.bounceSlotsUsed());
    assertThrows(MappingFailed.class, () -> iommu.map(jumbo, Direction.BOTH));
  }

  @Test
  void slotsOfOneMappingLieSideBySideAndAreAtMost128() {
    HostMemory large = new HostMemory(1 << 21);
    Iommu iommu = new Iommu(large, Coherence.COHERENT, new DmaMask(32), 200);
    MemorySegment most = large.allocate(128 * 2048, 4096);
    iommu.map(most, Direction.BOTH).unmap();
    MemorySegment more = large.allocate(128 * 2048 + 1, 4096);
    assertThrows(MappingFailed.class, () -> iommu.map(more, Direction.BOTH));
    assertEquals(0, iommu.bounceSlotsUsed());
  }

  @Test
  void onlyBuffersAboveTheMaskBounce() {
    long below = (1L << 32) - 8192;
    HostMemory across = new HostMemory(below, 1 << 16);
    Iommu iommu = new Iommu(across, Coherence.COHERENT, new DmaMask(32), 1);
    MemorySegment low = across.allocate(4096, 4096);
    assertEquals(0, slotsFor(iommu, low.asSlice(0, 100)));
    assertEquals(0, slotsFor(iommu, low));
    MemorySegment high = across.allocate(8192, 4096);
    assertEquals(1, slotsFor(iommu, high.asSlice(8000, 100)));
  }

  private static int slotsFor(Iommu iommu, MemorySegment buffer) {
    Mapping mapping = iommu.map(buffer, Direction.BOTH);
    int used = iommu.bounceSlotsUsed();
    mapping.unmap();
    return used;
  }

  @Test
  void busAddressesStayBelowTheMaskAndAreReusedAtLast() {
    Iommu iommu = new Iommu(memory, Coherence.COHERENT, new DmaMask(24), 8);
    Mapping kept = iommu.map(buffer, Direction.BOTH);
    for (int i = 0; i < 10_000; i++) {
      Mapping mapping = iommu.map(buffer, Direction.BOTH);
      long bus = mapping.busAddress();
      assertEquals(bus & 0xff_ffff, bus);
      assertEquals(OLD, read(iommu, mapping, 99));
      assertEquals(OLD, read(iommu, kept, 99));
      mapping.unmap();
    }
  }

  @Test
  void aShadowThatFindsNoMemoryIsAFailedMapping() {
    HostMemory small = new HostMemory(8192);
    Iommu iommu = new Iommu(small, Coherence.NON_COHERENT);
    MemorySegment half = small.allocate(4097, 64);
    assertThrows(MappingFailed.class, () -> iommu.map(half, Direction.BOTH));
    small.free(half);
    assertEquals(0, iommu.mapped());
  }

  @Test
  void masksSayWhatIsReached() {
    assertEquals(0xffff_ffffL, new DmaMask(32).highest());
    assertEquals(Long.MAX_VALUE, DmaMask.ALL.highest());
    assertThrows(IllegalArgumentException.class, () -> new DmaMask(15));
    assertThrows(IllegalArgumentException.class, () -> new DmaMask(65));
  }

  @Test
  void aBufferIsReachedUpToItsLastByte() {
    DmaMask mask = new DmaMask(32);
    assertTrue(mask.reaches(0xffff_fff0L, 16));
    assertFalse(mask.reaches(0xffff_fff0L, 17));
    assertFalse(mask.reaches(0x1_0000_0000L, 1));
  }
}
