package org.ringbook.dataplane.dma;

import java.util.BitSet;

/**
 * Who may touch which byte of a streaming mapping. Mostly one party has them all;
 * only after a partial sync are bytes told apart, and only then is memory spent.
 */
final class Ownership {
  private final int length;
  private boolean deviceHasAll;
  private BitSet ofCpu;

  /** The CPU has all bytes. */
  Ownership(int length) {
    this.length = length;
  }

  /** Gives a range to one party. */
  void give(long offset, long count, boolean toDevice) {
    if (offset < 0 || count < 0 || count > length - offset) {
      throw new IndexOutOfBoundsException(
          "%d bytes from %d of %d".formatted(count, offset, length));
    }
    if (count == length) {
      ofCpu = null;
      deviceHasAll = toDevice;
    } else {
      each().set((int) offset, (int) (offset + count), !toDevice);
    }
  }

  boolean deviceHas(long offset, long count) {
    if (ofCpu == null) {
      return deviceHasAll;
    }
    int taken = ofCpu.nextSetBit((int) offset);
    return taken < 0 || taken >= offset + count;
  }

  boolean cpuHas(long offset, long count) {
    if (ofCpu == null) {
      return !deviceHasAll;
    }
    return ofCpu.nextClearBit((int) offset) >= offset + count;
  }

  private BitSet each() {
    if (ofCpu == null) {
      ofCpu = new BitSet(length);
      ofCpu.set(0, length, !deviceHasAll);
    }
    return ofCpu;
  }
}
