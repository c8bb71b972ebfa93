package org.ringbook.dataplane.dma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/**
 * A kernel's ordinary memory, out of which buffers are allocated that must be mapped
 * before a device may touch them.
 *
 * <p>Freed memory is filled with {@link #POISON} and not handed out again, so that
 * whoever still reads it sees what it did.
 */
public final class HostMemory {
  /** What freed memory is filled with, as Linux does with {@code POISON_FREE}. */
  public static final byte POISON = 0x6b;

  private static final long PAGE = 4096;

  private final MemorySegment all;
  private final Map<Long, Long> sizes = new HashMap<>();
  private long used;

  /** Creates memory of {@code size} bytes, all zero. */
  public HostMemory(long size) {
    all = Arena.ofAuto().allocate(size, PAGE);
  }

  /**
   * Allocates a buffer.
   *
   * @param size in bytes, at least 1
   * @param alignment in bytes, a power of two up to 4096
   * @throws OutOfDmaMemory if too little is left
   */
  public MemorySegment allocate(long size, long alignment) {
    long start = (used + alignment - 1) & -alignment;
    if (size > all.byteSize() - start) {
      throw new OutOfDmaMemory(size, all.byteSize() - used);
    }
    used = start + size;
    sizes.put(start, size);
    return all.asSlice(start, size);
  }

  /**
   * Frees a buffer.
   *
   * @throws IllegalStateException if it was freed before, or was never allocated
   */
  public void free(MemorySegment buffer) {
    if (sizes.remove(offset(buffer)) == null) {
      throw new IllegalStateException("freed twice, or never allocated");
    }
    buffer.fill(POISON);
  }

  /** Buffers that are allocated and not freed. */
  public int allocated() {
    return sizes.size();
  }

  /** All of it, as a device's transfers see it. */
  MemorySegment all() {
    return all;
  }

  long offset(MemorySegment buffer) {
    return buffer.address() - all.address();
  }
}
