package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The IPv6 header (RFC 8200 section 3).
 *
 * <pre>
 *     31  28 27         20 19                                   0
 *    +------+-------------+--------------------------------------+
 *  0 |  6   |traffic class|             flow label               |
 *    +------+-------------+--------+-------------+---------------+
 *  4 |       payload length        | next header |   hop limit   |
 *    +-----------------------------+-------------+---------------+
 *  8 |                source address, 128 bits                   |
 *    +-----------------------------------------------------------+
 * 24 |              destination address, 128 bits                |
 *    +-----------------------------------------------------------+
 * </pre>
 *
 * <p>The payload length does not count these 40 bytes, unlike IPv4's total length;
 * it does count the extension headers ({@link Ipv6Extension}). There is no header
 * checksum: the transport's covers the addresses.
 */
public final class Ipv6Header {
  /** Bytes of the header; always. */
  public static final int BYTES = 40;

  /** Bytes of an address. */
  public static final int ADDRESS_BYTES = 16;

  /** Offset of the source address in the header; the destination follows it. */
  public static final int SOURCE = 8;

  /** Offset of the destination address in the header. */
  public static final int DESTINATION = 24;

  private Ipv6Header() {}

  /** The version, 4 bits; 6 in a sound header. */
  public static int version(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset) >>> 4;
  }

  /** DSCP in the upper 6 bits and ECN in the lower 2. */
  public static int trafficClass(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset) >>> 20 & 0xff;
  }

  /** Flow label, 20 bits (RFC 6437). */
  public static int flowLabel(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset) & 0xf_ffff;
  }

  /** Bytes after this header, 0 to 65535; 0 also of a jumbogram (RFC 2675). */
  public static int payloadLength(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 4);
  }

  /** What follows this header: an extension or a transport. */
  public static int nextHeader(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 6);
  }

  /** Hops that are left, 8 bits. */
  public static int hopLimit(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 7);
  }

  /** Sets version 6, the traffic class (8 bits) and the flow label (20 bits). */
  public static void versionClassAndLabel(
      MemorySegment frame, long offset, int trafficClass, int flowLabel) {
    NetworkOrder.put32(frame, offset, 6 << 28 | trafficClass << 20 | flowLabel);
  }

  /** Sets the bytes after this header, 0 to 65535. */
  public static void payloadLength(MemorySegment frame, long offset, int bytes) {
    NetworkOrder.put16(frame, offset + 4, bytes);
  }

  /** Sets what follows this header. */
  public static void nextHeader(MemorySegment frame, long offset, int protocol) {
    NetworkOrder.put8(frame, offset + 6, protocol);
  }

  /** Sets the hops that are left, 8 bits. */
  public static void hopLimit(MemorySegment frame, long offset, int hops) {
    NetworkOrder.put8(frame, offset + 7, hops);
  }

  /** Sets both addresses, 16 bytes each. */
  public static void addresses(
      MemorySegment frame, long offset, byte[] sourceAddress, byte[] destination) {
    NetworkOrder.put(frame, offset + SOURCE, sourceAddress);
    NetworkOrder.put(frame, offset + DESTINATION, destination);
  }
}
