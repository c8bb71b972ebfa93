package org.ringbook.adapters.linux;

import java.lang.foreign.MemorySegment;

/**
 * A part of a page with bytes of a frame ({@code skb_frag_t}).
 *
 * @param page that the skb holds
 * @param offset of the first byte
 * @param size in bytes
 */
public record SkbFrag(Page page, int offset, int size) {

  /** The bytes. */
  public MemorySegment memory() {
    return page.memory().asSlice(offset, size);
  }
}
