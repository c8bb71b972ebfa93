package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The Internet checksum, word by word as RFC 1071 section 1 defines it; for frames
 * that are built, where speed does not matter.
 */
final class OnesComplement {
  private OnesComplement() {}

  /** Sum of 16-bit words; an odd last byte counts as a word with a 0 after it. */
  static long sum(MemorySegment data, long from, long to) {
    long sum = 0;
    long at = from;
    for (; at + 1 < to; at += 2) {
      sum += NetworkOrder.u16(data, at);
    }
    return at < to ? sum + (NetworkOrder.u8(data, at) << 8) : sum;
  }

  /** The checksum of a sum: carries added in, complemented, 16 bits. */
  static int checksum(long sum) {
    long folded = sum;
    while (folded > 0xffff) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }

  /** The checksum of a TCP or UDP header and its data, after a pseudo header. */
  static int transport(MemorySegment frame, long at, int protocol, long addresses) {
    long end = frame.byteSize();
    return checksum(addresses + protocol + (end - at) + sum(frame, at, end));
  }
}
