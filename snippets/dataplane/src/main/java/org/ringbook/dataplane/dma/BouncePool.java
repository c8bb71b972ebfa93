package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/**
 * Memory that every device reaches, set aside at boot, for the buffers that one does
 * not reach: each mapping takes slots that lie side by side, for as long as it
 * lasts.
 *
 * <p>Sources: Linux {@code Documentation/core-api/swiotlb.rst} (2 KiB slots, at most
 * 128 of them in one mapping); FreeBSD {@code bus_dma(9)}, bounce pages.
 */
final class BouncePool {
  /** Bytes of a slot. */
  static final int SLOT = 2048;

  /** Most slots of one mapping. */
  static final int LONGEST = 128;

  private final MemorySegment area;
  private final int slots;
  private final BitSet taken = new BitSet();

  BouncePool(HostMemory memory, int slots) {
    this.slots = slots;
    this.area = slots == 0 ? MemorySegment.NULL : reserve(memory, slots);
  }

  private static MemorySegment reserve(HostMemory memory, int slots) {
    return memory.segment(memory.reserve((long) slots * SLOT, 4096, "bounce slots"));
  }

  DeviceCopies.Side take(long bytes) {
    int count = (int) Math.min(slots + 1L, (bytes + SLOT - 1) / SLOT);
    int first = find(count);
    if (count > LONGEST || first + count > slots) {
      throw new MappingFailed(bytes + " bytes need slots, taken are " + used());
    }
    taken.set(first, first + count);
    MemorySegment copy = area.asSlice((long) first * SLOT, bytes);
    return new DeviceCopies.Side(copy, () -> taken.clear(first, first + count));
  }

  int used() {
    return taken.cardinality();
  }

  private int find(int count) {
    int first = taken.nextClearBit(0);
    while (taken.nextSetBit(first) >= 0 && taken.nextSetBit(first) < first + count) {
      first = taken.nextClearBit(taken.nextSetBit(first));
    }
    return first;
  }
}
