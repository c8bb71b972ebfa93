package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.u8;

import java.lang.foreign.MemorySegment;

/**
 * The Internet checksum as RFC 1071 defines it, one byte at a time: the bytes are
 * read as big-endian 16-bit words, a missing last byte counts as zero, and the words
 * are added in ones' complement, so that a carry out of bit 15 comes back into bit
 * 0.
 *
 * <p>Too slow for frames, and too short to be wrong: {@link InternetChecksum} is
 * tested against it.
 */
public final class ByteWiseChecksum {

  private ByteWiseChecksum() {}

  // tag::reference[]
  /**
   * The ones' complement sum of a range.
   *
   * @return 0 to 65535; 0 only if all bytes are 0
   */
  public static int sum(MemorySegment data, long offset, long length) {
    int sum = 0;
    for (long i = 0; i < length; i++) {
      int value = u8(data, offset + i);
      sum += i % 2 == 0 ? value << 8 : value;
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }
  // end::reference[]
}
