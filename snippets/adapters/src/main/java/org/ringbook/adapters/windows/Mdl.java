package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;

/**
 * A memory descriptor list: one contiguous piece of virtual memory, and a link to the
 * next piece of the same frame (WDK, "Using MDLs").
 */
public final class Mdl {
  private final MemorySegment memory;
  private int byteCount;
  private Mdl next;

  /** Describes a piece of memory, at least 1 byte. */
  public Mdl(MemorySegment memory) {
    this.memory = memory;
    this.byteCount = (int) memory.byteSize();
  }

  /** Its memory, as the processor sees it; the first bytes are the described ones. */
  public MemorySegment memory() {
    return memory;
  }

  /** Bytes described: MmGetMdlByteCount. */
  public int byteCount() {
    return byteCount;
  }

  /** NdisAdjustMdlLength: fewer bytes of the same memory, as many as were received. */
  public void adjustLength(int bytes) {
    byteCount = bytes;
  }

  /** The next piece, or null. */
  public Mdl next() {
    return next;
  }

  /** Links the next piece, or ends the chain with null. */
  public void next(Mdl more) {
    next = more;
  }
}
