package org.ringbook.dataplane.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.ringbook.dataplane.dma.DmaBus.Access;

class DmaMemoryTest {
  private final DmaMemory dma = new DmaMemory(4096);

  private void refused(long bus, long length) {
    Executable transfer = () -> dma.translate(bus, length, Access.READ);
    var fault = assertThrows(IllegalDmaAccess.class, transfer);
    assertEquals(bus, fault.busAddress());
    assertEquals(length, fault.length());
  }

  @Test
  void bothNamesMeanTheSameBytes() {
    dma.allocate(10, 1);
    DmaRegion region = dma.allocate(64, 64);
    region.segment().set(ValueLayout.JAVA_BYTE, 63, (byte) 42);
    long at = dma.translate(region.busAddress() + 63, 1, Access.READ);
    assertEquals(42, dma.memory().get(ValueLayout.JAVA_BYTE, at));
    assertNotEquals(at, region.busAddress() + 63);
  }

  @Test
  void regionsAreAlignedAndDoNotOverlap() {
    DmaRegion first = dma.allocate(1, 1);
    DmaRegion second = dma.allocate(100, 128);
    DmaRegion third = dma.allocate(1, 4);
    assertEquals(0, second.busAddress() % 128);
    assertEquals(first.busAddress() + 128, second.busAddress());
    assertEquals(second.busAddress() + 100, third.busAddress());
  }

  @Test
  void anAddressThatWasNeverSetFaults() {
    dma.allocate(64, 1);
    refused(0, 64);
  }

  @Test
  void nothingOutsideAllocatedMemoryIsReachable() {
    long start = dma.allocate(64, 1).busAddress();
    assertEquals(0, dma.translate(start, 64, Access.WRITE));
    refused(start - 1, 1);
    refused(start, 65);
    refused(start + 64, 1);
    refused(start + 1, Long.MAX_VALUE);
    refused(start, 0);
    refused(start, -1);
    refused(64, 1);
    refused(-1, 1);
    refused(Long.MIN_VALUE, 1);
  }

  @Test
  void exhaustionIsReported() {
    dma.allocate(4000, 1);
    assertThrows(OutOfDmaMemory.class, () -> dma.allocate(97, 1));
    assertEquals(96, dma.allocate(96, 1).size());
    assertThrows(OutOfDmaMemory.class, () -> dma.allocate(1, 4096));
  }

  @Test
  void impossibleRequestsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> dma.allocate(0, 1));
    assertThrows(IllegalArgumentException.class, () -> dma.allocate(1, 3));
    assertThrows(IllegalArgumentException.class, () -> dma.allocate(1, 8192));
    assertThrows(IllegalArgumentException.class, () -> dma.allocate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> dma.allocate(1, 1L << 63));
    assertThrows(IllegalArgumentException.class, () -> new DmaMemory(0, 4096));
    assertThrows(IllegalArgumentException.class, () -> new DmaMemory(100, 4096));
  }
}
