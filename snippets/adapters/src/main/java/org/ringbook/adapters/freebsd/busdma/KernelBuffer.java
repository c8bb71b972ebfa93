package org.ringbook.adapters.freebsd.busdma;

/**
 * Memory that is in one piece for the CPU, and page by page anywhere for a device:
 * what {@code malloc(9)} and an mbuf's cluster are.
 */
public final class KernelBuffer {
  /** {@code PAGE_SIZE}: bytes of a page. */
  public static final int PAGE = 4096;

  private final byte[] bytes;
  private final int offset;
  private final long[] frames;

  private KernelBuffer(int offset, int length, long[] frames) {
    this.bytes = new byte[length];
    this.offset = offset;
    this.frames = frames.clone();
  }

  /**
   * A buffer.
   *
   * @param offset of its first byte in the first page, 0 to 4095
   * @param length in bytes, at least 1
   * @param frames physical address of each page, a multiple of 4096; as many as it
   *     takes
   */
  public static KernelBuffer at(int offset, int length, long... frames) {
    boolean inPage = offset >= 0 && offset < PAGE && length > 0;
    if (!inPage || frames.length * (long) PAGE < (long) offset + length) {
      throw new IllegalArgumentException(length + " bytes at " + offset);
    }
    return new KernelBuffer(offset, length, frames);
  }

  /** What the CPU sees; changes are changes of the buffer. */
  public byte[] bytes() {
    return bytes;
  }

  /** Bytes. */
  public int length() {
    return bytes.length;
  }

  /** Physical address of a byte, counted from 0. */
  long physical(int at) {
    return frames[(offset + at) / PAGE] + (offset + at) % PAGE;
  }

  /** Bytes from here to the end of the page. */
  int leftInPage(int at) {
    return PAGE - (offset + at) % PAGE;
  }
}
