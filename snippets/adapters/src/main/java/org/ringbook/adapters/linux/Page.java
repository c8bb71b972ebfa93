package org.ringbook.adapters.linux;

import java.lang.foreign.MemorySegment;

/** A page of memory ({@code struct page}), which one holder frees. */
public final class Page {
  /** Bytes of a page. */
  public static final int PAGE_SIZE = 4096;

  private final MemorySegment memory;

  Page(MemorySegment memory) {
    this.memory = memory;
  }

  /** {@code page_address}: its bytes. */
  public MemorySegment memory() {
    return memory;
  }
}
