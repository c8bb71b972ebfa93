package org.ringbook.dataplane.dma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Divides a memory into blocks, and keeps the freed ones by size. The block freed
 * first is taken first, and while fresh memory is left {@link #QUARANTINE} blocks of
 * each size rest: a late write finds nobody in its way and is found out.
 */
final class Blocks {
  /** Freed blocks of a size that are not reused while there is fresh memory. */
  static final int QUARANTINE = 64;

  private static final long GRAIN = 64;
  private static final long PAGE = 4096;

  private final TreeMap<Long, Queue<Block>> free = new TreeMap<>();
  private final long size;
  private long used;
  private long freeBytes;

  /** Blocks out of {@code size} bytes. */
  Blocks(long size) {
    this.size = size;
  }

  /**
   * Takes a block.
   *
   * @param alignment a power of two up to 4096
   * @return a block of at least {@code bytes}, or null if there is none
   */
  Block take(long bytes, long alignment) {
    long rounded = round(bytes, alignment);
    Queue<Block> resting = free.get(rounded);
    if (resting != null && resting.size() > QUARANTINE) {
      return taken(resting.remove());
    }
    Block fresh = carve(rounded);
    return fresh != null ? fresh : reuse(rounded, alignment);
  }

  void give(Block block) {
    free.computeIfAbsent(block.size(), _ -> new ArrayDeque<>()).add(block);
    freeBytes += block.size();
  }

  /** All freed blocks. */
  List<Block> resting() {
    List<Block> all = new ArrayList<>();
    free.values().forEach(all::addAll);
    return all;
  }

  /** Bytes that are not lent. */
  long left() {
    return size - used + freeBytes;
  }

  /** The multiple of the alignment, so that blocks of one size are aligned alike. */
  private static long round(long bytes, long alignment) {
    long grain = bytes > PAGE ? PAGE : Math.max(GRAIN, alignment);
    return (bytes + grain - 1) & -grain;
  }

  private Block carve(long rounded) {
    long natural = Math.min(PAGE, Long.lowestOneBit(rounded));
    long start = (used + natural - 1) & -natural;
    if (rounded > size - start) {
      return null;
    }
    used = start + rounded;
    return new Block(start, rounded);
  }

  private Block reuse(long rounded, long alignment) {
    for (Queue<Block> queue : free.tailMap(rounded).values()) {
      Block oldest = queue.peek();
      if (oldest != null && oldest.start() % alignment == 0) {
        return taken(queue.remove());
      }
    }
    return null;
  }

  private Block taken(Block block) {
    freeBytes -= block.size();
    return block;
  }
}
