package org.ringbook.adapters.illumos;

import java.lang.foreign.MemorySegment;

/**
 * dblk_t: a data buffer and the number of messages that refer to it. When that falls
 * to 0, the buffer is freed; one of desballoc by its owner's free routine, which may
 * run on any thread.
 */
final class Dblk {
  private final MemorySegment buffer;
  private final Runnable free;
  private int references = 1;

  Dblk(MemorySegment buffer, Runnable free) {
    this.buffer = buffer;
    this.free = free;
  }

  MemorySegment buffer() {
    return buffer;
  }

  /** db_ref. */
  int references() {
    return references;
  }

  void refer() {
    references++;
  }

  void drop() {
    references--;
    if (references == 0) {
      free.run();
    }
  }
}
