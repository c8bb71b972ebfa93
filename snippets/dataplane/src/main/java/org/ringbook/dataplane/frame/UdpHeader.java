package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The UDP header (RFC 768).
 *
 * <pre>
 *     31                         16 15                         0
 *    +-----------------------------+----------------------------+
 *  0 |         source port         |      destination port      |
 *    +-----------------------------+----------------------------+
 *  4 |           length            |          checksum          |
 *    +-----------------------------+----------------------------+
 * </pre>
 *
 * <p>The length counts the header and the data. It may be less than what IP
 * delivers (RFC 9868 puts options there) but never more.
 *
 * <p>A checksum of 0 means that there is none, so a computed 0 is sent as 0xffff.
 * IPv6 forbids 0 (RFC 8200 section 8.1), except in tunnels that ask for it (RFC
 * 6935).
 */
public final class UdpHeader {
  /** Bytes of the header. */
  public static final int BYTES = 8;

  /** Offset of the checksum in the header: what a NIC is told as TUCSO. */
  public static final int CHECKSUM = 6;

  private UdpHeader() {}

  /** Source port, 16 bits; 0 if no answer is expected. */
  public static int sourcePort(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset);
  }

  /** Destination port, 16 bits. */
  public static int destinationPort(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2);
  }

  /** Bytes of header and data, 0 to 65535; below 8 it is broken. */
  public static int length(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 4);
  }

  /** The checksum as it stands, 16 bits; 0: none. */
  public static int checksum(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + CHECKSUM);
  }

  /** Sets both ports. */
  public static void ports(MemorySegment frame, long offset, int from, int to) {
    NetworkOrder.put16(frame, offset, from);
    NetworkOrder.put16(frame, offset + 2, to);
  }

  /** Sets the bytes of header and data, 8 to 65535. */
  public static void length(MemorySegment frame, long offset, int bytes) {
    NetworkOrder.put16(frame, offset + 4, bytes);
  }

  /** Sets the checksum, 16 bits. */
  public static void checksum(MemorySegment frame, long offset, int checksum) {
    NetworkOrder.put16(frame, offset + CHECKSUM, checksum);
  }
}
