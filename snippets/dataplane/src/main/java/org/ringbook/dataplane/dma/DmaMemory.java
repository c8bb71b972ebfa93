package org.ringbook.dataplane.dma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Coherent memory in a flat bus address space, without an IOMMU.
 *
 * <p>Bus addresses start at {@link #DEFAULT_BASE}, above 4 GiB: a driver that
 * mistakes an offset for a bus address, or forgets the upper register of a ring's
 * base, faults at once. Bus address 0 is never valid. Memory is handed out from the
 * bottom and never taken back, as a driver allocates rings and buffers once, at
 * start.
 */
public final class DmaMemory implements DmaBus, CoherentMemory {
  /** First bus address unless another is asked for. */
  public static final long DEFAULT_BASE = 0x4_0000_0000L;

  private static final long PAGE = 4096;

  private final MemorySegment memory;
  private final long base;
  private long used;

  /** Creates {@code size} bytes of memory, all zero, at {@link #DEFAULT_BASE}. */
  public DmaMemory(long size) {
    this(DEFAULT_BASE, size);
  }

  /**
   * Creates memory, all zero.
   *
   * @param base bus address of the first byte; positive, a multiple of 4096
   * @param size in bytes, at least 1
   */
  public DmaMemory(long base, long size) {
    if (base <= 0 || base % PAGE != 0) {
      throw new IllegalArgumentException("base is not a positive multiple of 4096");
    }
    this.base = base;
    this.memory = Arena.ofAuto().allocate(size, PAGE);
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    if (size < 1 || alignment < 1 || PAGE % alignment != 0) {
      throw new IllegalArgumentException(size + " bytes aligned to " + alignment);
    }
    long start = (used + alignment - 1) & -alignment;
    if (size > memory.byteSize() - start) {
      throw new OutOfDmaMemory(size, memory.byteSize() - used);
    }
    used = start + size;
    return new DmaRegion(memory.asSlice(start, size), base + start);
  }

  @Override
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public long translate(long busAddress, long length, Access access) {
    if (busAddress == 0) {
      throw new IllegalDmaAccess(busAddress, length, "the address was never set");
    }
    long offset = busAddress - base;
    if (offset < 0 || length < 1 || length > used - offset) {
      throw new IllegalDmaAccess(busAddress, length, "outside allocated memory");
    }
    return offset;
  }
}
