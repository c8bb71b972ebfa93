package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;

/**
 * The bytes that the device gets to see where they are not those of the CPU: a
 * bounce buffer, or memory behind caches. To the driver both are the same, two
 * copies that only map, sync and unmap bring together.
 */
final class DeviceCopies {
  private final HostMemory memory;
  private final Coherence coherence;
  private final DmaMask mask;
  private final BouncePool bounces;

  DeviceCopies(HostMemory memory, Coherence coherence, DmaMask mask, int slots) {
    this.memory = memory;
    this.coherence = coherence;
    this.mask = mask;
    this.bounces = new BouncePool(memory, slots);
  }

  /**
   * What the device sees of a buffer.
   *
   * @return the buffer itself if the device reaches it coherently
   * @throws MappingFailed if a copy is needed and there is no room for it
   */
  Side of(MemorySegment buffer) {
    if (!mask.reaches(memory.physical(buffer), buffer.byteSize())) {
      return bounces.take(buffer.byteSize());
    }
    if (coherence == Coherence.NON_COHERENT) {
      return shadow(buffer.byteSize());
    }
    return new Side(buffer, () -> {});
  }

  int bounceSlotsUsed() {
    return bounces.used();
  }

  private Side shadow(long bytes) {
    try {
      Block block = memory.reserve(bytes, 1, "memory behind the cache");
      return new Side(memory.segment(block), () -> memory.giveBack(block));
    } catch (OutOfDmaMemory e) {
      throw new MappingFailed(e.getMessage());
    }
  }

  /** The device's bytes, and how they are given back. */
  record Side(MemorySegment bytes, Runnable release) {

    void poison(MemorySegment buffer) {
      if (differsFrom(buffer)) {
        bytes.fill(HostMemory.POISON);
      }
    }

    void copyFrom(MemorySegment buffer, long offset, long length) {
      if (differsFrom(buffer)) {
        MemorySegment.copy(buffer, offset, bytes, offset, length);
      }
    }

    void copyTo(MemorySegment buffer, long offset, long length) {
      if (differsFrom(buffer)) {
        MemorySegment.copy(bytes, offset, buffer, offset, length);
      }
    }

    private boolean differsFrom(MemorySegment buffer) {
      return bytes.address() != buffer.address();
    }
  }
}
