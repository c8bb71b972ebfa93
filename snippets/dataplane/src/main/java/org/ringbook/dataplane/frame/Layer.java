package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * One header that the {@link FrameBuilder} writes. Layers are written from the last
 * to the first, so what a header's length and checksum cover is there already.
 */
interface Layer {

  /** Bytes of the header. */
  int length();

  /**
   * What the header before states of this one: an EtherType, a length, a protocol.
   *
   * @param bytes from this header's first to the end
   */
  int number(int bytes);

  /**
   * Writes the header.
   *
   * @param frame memory that ends where the frame does
   * @param at offset of the header's first byte
   * @param next the layer after this one
   */
  void write(MemorySegment frame, long at, Layer next);

  /** Bytes from {@code at} to the end, refused if 16 bits cannot hold them. */
  static int bytesFrom(MemorySegment frame, long at) {
    long bytes = frame.byteSize() - at;
    if (bytes > 0xffff) {
      throw new IllegalArgumentException(bytes + " bytes, a length holds 65535");
    }
    return (int) bytes;
  }

  /**
   * Completes a checksum that covers a pseudo header, once that is known.
   *
   * @param pseudo sum of both addresses
   */
  default void checksum(MemorySegment frame, long at, long pseudo) {}
}
