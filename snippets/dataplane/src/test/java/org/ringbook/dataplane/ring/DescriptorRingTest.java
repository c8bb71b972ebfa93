package org.ringbook.dataplane.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.dataplane.dma.DmaMemory;

class DescriptorRingTest {
  private final DmaMemory dma = new DmaMemory(1 << 17);

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 4096})
  void takesSizesThatTheHardwareHas(int size) {
    dma.allocate(1, 1);
    DescriptorRing ring = new DescriptorRing(dma, size);
    assertEquals(0, ring.lengthInBytes() % 128);
    assertEquals(0, ring.busAddress() % 128);
    assertEquals(size * 16L, ring.slots().byteSize());
    assertEquals(size - 1, ring.usable());
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 0, 1, 7, 9, 4104})
  void refusesOtherSizes(int size) {
    Executable ring = () -> new DescriptorRing(dma, size);
    assertThrows(IllegalArgumentException.class, ring);
  }

  @Test
  void indexesWrapAlsoWhenTheSizeIsNoPowerOfTwo() {
    DescriptorRing ring = new DescriptorRing(dma, 24);
    assertEquals(23, ring.next(22));
    assertEquals(0, ring.next(23));
    assertEquals(0, ring.distance(5, 5));
    assertEquals(3, ring.distance(22, 1));
    assertEquals(23, ring.distance(1, 0));
    assertEquals(368, ring.offset(23));
  }
}
