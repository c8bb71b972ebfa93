package org.ringbook.dataplane.dma;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.HostMemory.Allocation;

class HostMemoryTest {
  private final HostMemory memory = new HostMemory(1 << 20);

  @Test
  void freedMemoryIsPoisoned() {
    MemorySegment buffer = memory.allocate(100, 64);
    memory.free(buffer);
    assertEquals(HostMemory.POISON, buffer.get(JAVA_BYTE, 0));
    assertEquals(HostMemory.POISON, buffer.get(JAVA_BYTE, 99));
  }

  @Test
  void freeingTwiceAndFreeingAPartAreRefused() {
    MemorySegment buffer = memory.allocate(100, 64);
    assertThrows(IllegalStateException.class, () -> memory.free(buffer.asSlice(1)));
    memory.free(buffer);
    assertThrows(IllegalStateException.class, () -> memory.free(buffer));
    MemorySegment heap = MemorySegment.ofArray(new byte[1]);
    assertThrows(IllegalStateException.class, () -> memory.free(heap));
  }

  @Test
  void whatIsNotFreedIsListed() {
    memory.allocate(100, 64, "sk_buff head");
    MemorySegment other = memory.allocate(9, 1);
    assertEquals(2, memory.allocated());
    memory.free(other);
    List<Allocation> left = List.of(new Allocation("sk_buff head", 100));
    assertEquals(left, memory.outstanding());
  }

  @Test
  void manyThousandBuffersPassThroughASmallMemory() {
    Random random = new Random(1);
    Queue<MemorySegment> held = new ArrayDeque<>();
    for (int i = 0; i < 100_000; i++) {
      held.add(memory.allocate(1 + random.nextInt(9000), 1 << random.nextInt(8)));
      if (held.size() > 16) {
        memory.free(held.remove());
      }
    }
    assertEquals(16, memory.allocated());
    memory.checkFreed();
  }

  @Test
  void buffersAreAlignedAndDoNotOverlap() {
    Random random = new Random(2);
    Map<Integer, MemorySegment> live = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int slot = random.nextInt(50);
      MemorySegment old = live.remove(slot);
      if (old != null) {
        assertEquals((byte) slot, old.get(JAVA_BYTE, 0));
        assertEquals((byte) slot, old.get(JAVA_BYTE, old.byteSize() - 1));
        memory.free(old);
      } else {
        long alignment = 1L << random.nextInt(13);
        MemorySegment made = memory.allocate(1 + random.nextInt(5000), alignment);
        assertEquals(0, memory.offset(made) % alignment);
        live.put(slot, made.fill((byte) slot));
      }
    }
  }

  @Test
  void aFreedBufferRestsBeforeItIsLentAgain() {
    MemorySegment first = memory.allocate(2048, 64);
    memory.free(first);
    for (int i = 0; i < Blocks.QUARANTINE; i++) {
      MemorySegment next = memory.allocate(2048, 64);
      assertNotEquals(first.address(), next.address());
      memory.free(next);
    }
    assertEquals(first.address(), memory.allocate(2048, 64).address());
  }

  @Test
  void aWriteAfterFreeIsReported() {
    HostMemory small = new HostMemory(64);
    MemorySegment buffer = small.allocate(60, 1, "cluster");
    small.free(buffer);
    small.checkFreed();
    buffer.set(JAVA_BYTE, 59, (byte) 0);
    var found = assertThrows(IllegalStateException.class, small::checkFreed);
    assertTrue(found.getMessage().startsWith("cluster was written to"));
    assertThrows(IllegalStateException.class, () -> small.allocate(1, 1));
  }

  @Test
  void mappedMemoryIsNotFreed() {
    Iommu iommu = new Iommu(memory);
    MemorySegment buffer = memory.allocate(100, 64);
    Mapping whole = iommu.map(buffer, Direction.TO_DEVICE);
    Mapping part = iommu.map(buffer.asSlice(50), Direction.TO_DEVICE);
    whole.unmap();
    assertThrows(IllegalStateException.class, () -> memory.free(buffer));
    part.unmap();
    memory.free(buffer);
    assertEquals(0, memory.allocated());
  }

  @Test
  void allocationsFailOnRequest() {
    memory.failAfter(1, 2);
    memory.allocate(1, 1);
    assertThrows(OutOfDmaMemory.class, () -> memory.allocate(1, 1));
    assertThrows(OutOfDmaMemory.class, () -> memory.allocate(1, 1));
    memory.allocate(1, 1);
    memory.failNext(1);
    new Iommu(memory).allocate(64, 64);
    assertThrows(OutOfDmaMemory.class, () -> memory.allocate(1, 1));
    assertEquals(2, memory.allocated());
  }

  @Test
  void exhaustionAndImpossibleRequestsAreReported() {
    memory.allocate(1 << 20, 1);
    assertThrows(OutOfDmaMemory.class, () -> memory.allocate(1, 1));
    assertThrows(IllegalArgumentException.class, () -> memory.allocate(0, 1));
    assertThrows(IllegalArgumentException.class, () -> memory.allocate(1, 3));
    assertThrows(IllegalArgumentException.class, () -> memory.allocate(1, 8192));
    assertEquals(1, memory.allocated());
  }
}
