package org.ringbook.dataplane.dma;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.TreeMap;

/**
 * A kernel's ordinary memory, out of which buffers are allocated that must be mapped
 * before a device may touch them.
 *
 * <p>It watches as a kernel's slab debugging does (Linux {@code slub_debug}, FreeBSD
 * {@code INVARIANTS}, illumos {@code kmem_flags}): freed memory is filled with
 * {@link #POISON}, rests as long as others can be used, and is looked at before it
 * is lent again. Fresh memory is zero; reused memory holds poison, so nobody may
 * count on zeros. Freeing what is still mapped is refused, as a device may yet write
 * there.
 */
public final class HostMemory {
  /** What freed memory is filled with, as Linux does with {@code POISON_FREE}. */
  public static final byte POISON = 0x6b;

  /** Where memory starts on the bus unless told: a 32-bit device reaches nothing. */
  public static final long DEFAULT_BASE = 0x1_0000_0000L;

  private static final long POISON_8 = 0x6b6b_6b6b_6b6b_6b6bL;
  private static final long PAGE = 4096;

  /**
   * A buffer that was not freed.
   *
   * @param label what it was allocated for
   * @param bytes its size
   */
  public record Allocation(String label, long bytes) {}

  private final MemorySegment all;
  private final long base;
  private final Blocks blocks;
  private final TreeMap<Long, Block> lent = new TreeMap<>();
  private final FailurePlan failures = new FailurePlan();

  /** Creates memory of {@code size} bytes, all zero, at {@link #DEFAULT_BASE}. */
  public HostMemory(long size) {
    this(DEFAULT_BASE, size);
  }

  /** Creates memory of {@code size} bytes, all zero, at a physical address. */
  public HostMemory(long base, long size) {
    this.base = base;
    this.all = Arena.ofAuto().allocate(size, PAGE);
    this.blocks = new Blocks(size);
  }

  /**
   * Allocates a buffer.
   *
   * @param size in bytes, at least 1
   * @param alignment in bytes, a power of two up to 4096
   * @throws OutOfDmaMemory if too little is left
   */
  public MemorySegment allocate(long size, long alignment) {
    return allocate(size, alignment, "buffer");
  }

  /** Allocates a buffer with a label, under which {@link #outstanding} lists it. */
  public synchronized MemorySegment allocate(long size, long align, String label) {
    if (failures.strikes()) {
      throw new OutOfDmaMemory(size, 0);
    }
    Block block = reserve(size, align, label);
    lent.put(block.start(), block);
    return segment(block);
  }

  /**
   * Frees a buffer.
   *
   * @throws IllegalStateException if it was freed before, was never allocated, or is
   *     still mapped
   */
  public synchronized void free(MemorySegment buffer) {
    Block block = lent.get(offset(buffer));
    if (block == null) {
      throw new IllegalStateException("freed twice, or never allocated");
    }
    if (block.isMapped()) {
      throw new IllegalStateException(block.label() + " is freed while mapped");
    }
    lent.remove(block.start());
    giveBack(block);
  }

  /** Buffers that are allocated and not freed. */
  public synchronized int allocated() {
    return lent.size();
  }

  /** The buffers behind {@link #allocated}, by address. */
  public synchronized List<Allocation> outstanding() {
    return lent.values().stream()
        .map(block -> new Allocation(block.label(), block.length()))
        .toList();
  }

  /** Lets the next {@code count} allocations of buffers fail. */
  public void failNext(int count) {
    failAfter(0, count);
  }

  /** Lets {@code count} allocations fail, after {@code successes} that do not. */
  public synchronized void failAfter(int successes, int count) {
    failures.set(successes, count);
  }

  /**
   * Looks at all freed memory.
   *
   * @throws IllegalStateException if somebody wrote to it after it was freed
   */
  public synchronized void checkFreed() {
    blocks.resting().forEach(this::requirePoison);
  }

  /** Takes memory that is the kernel's own: neither counted nor made to fail. */
  synchronized Block reserve(long size, long alignment, String label) {
    if (size < 1 || alignment < 1 || PAGE % alignment != 0) {
      throw new IllegalArgumentException(size + " bytes aligned to " + alignment);
    }
    Block block = blocks.take(size, alignment);
    if (block == null) {
      throw new OutOfDmaMemory(size, blocks.left());
    }
    requirePoison(block);
    return block.lend(size, label);
  }

  synchronized void giveBack(Block block) {
    all.asSlice(block.start(), block.size()).fill(POISON);
    block.freed();
    blocks.give(block);
  }

  /**
   * Notes that a device may reach a buffer; returns the block that it is part of.
   */
  synchronized Block pin(MemorySegment buffer) {
    long offset = offset(buffer);
    var entry = lent.floorEntry(offset);
    if (entry == null || offset + buffer.byteSize() > end(entry.getValue())) {
      throw new IllegalStateException("not in one allocated buffer");
    }
    entry.getValue().map();
    return entry.getValue();
  }

  synchronized void unpin(Block block) {
    block.unmap();
  }

  /** All of it, as a device's transfers see it. */
  MemorySegment all() {
    return all;
  }

  MemorySegment segment(Block block) {
    return all.asSlice(block.start(), block.length());
  }

  long offset(MemorySegment buffer) {
    return buffer.address() - all.address();
  }

  long physical(MemorySegment buffer) {
    return base + offset(buffer);
  }

  private static long end(Block block) {
    return block.start() + block.length();
  }

  private void requirePoison(Block block) {
    for (long at = 0; block.wasFreed() && at < block.size(); at += 8) {
      if (all.get(ValueLayout.JAVA_LONG, block.start() + at) != POISON_8) {
        throw new IllegalStateException(
            "%s was written to after it was freed, in bytes %d to %d"
                .formatted(block.label(), at, at + 7));
      }
    }
  }
}
