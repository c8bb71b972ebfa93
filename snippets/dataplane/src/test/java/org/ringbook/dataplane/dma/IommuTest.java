package org.ringbook.dataplane.dma;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaBus.Access;
import org.ringbook.dataplane.dma.IllegalDmaAccess.Kind;

class IommuTest {
  private final HostMemory memory = new HostMemory(1 << 20);
  private final Iommu iommu = new Iommu(memory);
  private final MemorySegment buffer = memory.allocate(2000, 64);

  private void refused(Kind kind, long bus, long length, Access access) {
    var fault = assertThrows(IllegalDmaAccess.class, () -> iommu.translate(bus, length, access));
    assertEquals(kind, fault.kind(), fault.getMessage());
    assertEquals(bus, fault.busAddress());
    assertEquals(length, fault.length());
    boolean full = iommu.faults().size() == Iommu.FAULT_RECORDS;
    assertTrue(full || iommu.faults().getLast() == fault);
  }

  @Test
  void theDeviceFindsTheBytesOfTheCpu() {
    buffer.set(JAVA_BYTE, 1999, (byte) 42);
    Mapping mapping = iommu.map(buffer, Direction.TO_DEVICE);
    long at = iommu.translate(mapping.busAddress() + 1999, 1, Access.READ);
    assertEquals(42, iommu.memory().get(JAVA_BYTE, at));
    assertEquals(List.of(), iommu.faults());
  }

  @Test
  void anAddressKeepsItsPlaceInThePage() {
    MemorySegment part = memory.allocate(4096, 4096).asSlice(100, 50);
    assertEquals(100, iommu.map(part, Direction.BOTH).busAddress() % 4096);
  }

  @Test
  void aPointerAndAnOffsetAreNoBusAddresses() {
    iommu.map(buffer, Direction.BOTH);
    refused(Kind.NEVER_MAPPED, 0, 1, Access.READ);
    refused(Kind.NEVER_MAPPED, 64, 1, Access.READ);
    refused(Kind.NEVER_MAPPED, -1, 1, Access.WRITE);
    refused(Kind.NEVER_MAPPED, Long.MIN_VALUE, 1, Access.WRITE);
    refused(Kind.NEVER_MAPPED, Long.MAX_VALUE, 1, Access.WRITE);
  }

  @Test
  void whatComesBeforeABufferInItsPageIsNotMapped() {
    MemorySegment part = buffer.asSlice(64);
    long bus = iommu.map(part, Direction.BOTH).busAddress();
    refused(Kind.NEVER_MAPPED, bus - 1, 1, Access.READ);
  }

  @Test
  void everyByteBeyondTheEndIsAnOverrun() {
    long bus = iommu.map(buffer, Direction.FROM_DEVICE).busAddress();
    iommu.translate(bus, 2000, Access.WRITE);
    refused(Kind.OVERRUN, bus, 2001, Access.WRITE);
    refused(Kind.OVERRUN, bus + 1999, 2, Access.WRITE);
    refused(Kind.OVERRUN, bus + 2000, 1, Access.WRITE);
    refused(Kind.OVERRUN, bus + 4096, 1, Access.WRITE);
    refused(Kind.OVERRUN, bus, Long.MAX_VALUE, Access.WRITE);
    refused(Kind.OVERRUN, bus, 0, Access.WRITE);
  }

  @Test
  void theDirectionIsEnforced() {
    long out = iommu.map(buffer, Direction.TO_DEVICE).busAddress();
    long in = iommu.map(memory.allocate(64, 64), Direction.FROM_DEVICE).busAddress();
    refused(Kind.WRONG_DIRECTION, out, 1, Access.WRITE);
    refused(Kind.WRONG_DIRECTION, in, 1, Access.READ);
  }

  @Test
  void anOldAddressIsKnownAsOldForEver() {
    Mapping first = iommu.map(buffer, Direction.BOTH);
    first.unmap();
    for (int i = 0; i < 100_000; i++) {
      Mapping later = iommu.map(buffer, Direction.BOTH);
      assertNotEquals(first.busAddress(), later.busAddress());
      later.unmap();
    }
    refused(Kind.AFTER_UNMAP, first.busAddress(), 1, Access.READ);
    refused(Kind.NEVER_MAPPED, first.busAddress() + (1L << 40), 1, Access.READ);
  }

  @Test
  void oneOwnerAtATime() {
    Mapping mapping = iommu.map(buffer, Direction.BOTH);
    assertThrows(IllegalStateException.class, mapping::cpu);
    mapping.syncForCpu();
    assertEquals(2000, mapping.cpu().byteSize());
    refused(Kind.CPU_OWNS, mapping.busAddress(), 1, Access.READ);
    mapping.syncForDevice();
    iommu.translate(mapping.busAddress(), 2000, Access.READ);
    assertThrows(IllegalStateException.class, mapping::cpu);
  }

  @Test
  void aLoadedBufferIsTheCpusUntilTheSync() {
    Mapping mapping = iommu.load(buffer, Direction.TO_DEVICE);
    refused(Kind.CPU_OWNS, mapping.busAddress(), 1, Access.READ);
    assertEquals(2000, mapping.cpu().byteSize());
    mapping.syncForDevice();
    iommu.translate(mapping.busAddress(), 1, Access.READ);
  }

  @Test
  void aPartCanBeTakenOverAlone() {
    Mapping mapping = iommu.map(buffer, Direction.FROM_DEVICE);
    mapping.syncForCpu(0, 60);
    assertEquals(60, mapping.cpu(0, 60).byteSize());
    assertThrows(IllegalStateException.class, () -> mapping.cpu(0, 61));
    assertThrows(IllegalStateException.class, mapping::cpu);
    refused(Kind.CPU_OWNS, mapping.busAddress() + 59, 1, Access.WRITE);
    iommu.translate(mapping.busAddress() + 60, 1940, Access.WRITE);
    mapping.syncForDevice(0, 60);
    iommu.translate(mapping.busAddress(), 2000, Access.WRITE);
    assertThrows(IndexOutOfBoundsException.class, () -> mapping.syncForCpu(1999, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> mapping.syncForDevice(-1, 2));
  }

  @Test
  void aMappingEndsOnce() {
    Mapping mapping = iommu.map(buffer, Direction.BOTH);
    assertTrue(mapping.isMapped());
    assertEquals(1, iommu.mapped());
    mapping.unmap();
    assertFalse(mapping.isMapped());
    assertEquals(0, iommu.mapped());
    assertThrows(IllegalStateException.class, mapping::unmap);
    assertThrows(IllegalStateException.class, mapping::unload);
    assertThrows(IllegalStateException.class, mapping::syncForCpu);
    assertThrows(IllegalStateException.class, mapping::syncForDevice);
    assertEquals(0, iommu.mapped());
  }

  @Test
  void onlyAllocatedMemoryCanBeMapped() {
    MemorySegment heap = MemorySegment.ofArray(new byte[64]);
    assertThrows(IllegalStateException.class, () -> iommu.map(heap, Direction.BOTH));
    MemorySegment empty = buffer.asSlice(0, 0);
    assertThrows(IllegalArgumentException.class, () -> iommu.map(empty, Direction.BOTH));
    memory.free(buffer);
    assertThrows(IllegalStateException.class, () -> iommu.map(buffer, Direction.BOTH));
    assertEquals(0, iommu.mapped());
  }

  @Test
  void aFrameIsMappedWholeOrNotAtAll() {
    MemorySegment other = memory.allocate(100, 64);
    iommu.failAfter(1, 1);
    List<MemorySegment> frame = List.of(buffer, other);
    assertThrows(MappingFailed.class, () -> iommu.mapAll(frame, Direction.TO_DEVICE));
    assertEquals(0, iommu.mapped());
    memory.free(memory.allocate(1, 1));
    List<Mapping> mappings = iommu.mapAll(frame, Direction.TO_DEVICE);
    assertEquals(List.of(2000L, 100L), mappings.stream().map(Mapping::length).toList());
    mappings.forEach(Mapping::unmap);
    memory.free(buffer);
    memory.free(other);
    assertEquals(0, memory.allocated());
  }

  @Test
  void mappingsFailOnRequest() {
    iommu.failNext(2);
    assertThrows(MappingFailed.class, () -> iommu.map(buffer, Direction.BOTH));
    assertThrows(MappingFailed.class, () -> iommu.load(buffer, Direction.BOTH));
    iommu.map(buffer, Direction.BOTH).unmap();
    assertThrows(IllegalArgumentException.class, () -> iommu.failNext(-1));
  }

  @Test
  void coherentMemoryIsZeroAndGivenBackOnce() {
    int before = memory.allocated();
    for (int i = 0; i < 5000; i++) {
      DmaRegion region = iommu.allocate(8192, 64);
      assertEquals(0, region.segment().get(JAVA_BYTE, 8191));
      assertEquals(1, iommu.coherent());
      region.segment().fill((byte) 1);
      iommu.translate(region.busAddress(), 8192, Access.WRITE);
      iommu.release(region);
      assertThrows(IllegalStateException.class, () -> iommu.release(region));
      refused(Kind.AFTER_UNMAP, region.busAddress(), 1, Access.READ);
    }
    assertEquals(0, iommu.coherent());
    assertEquals(0, iommu.mapped());
    assertEquals(before, memory.allocated());
    assertEquals(Iommu.FAULT_RECORDS, iommu.faults().size());
  }

  @Test
  void streamingMemoryIsNotReleasedAsCoherent() {
    long bus = iommu.map(buffer, Direction.BOTH).busAddress();
    DmaRegion region = new DmaRegion(buffer, bus);
    assertThrows(IllegalStateException.class, () -> iommu.release(region));
  }
}
