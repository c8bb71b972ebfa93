package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The IPv4 header (RFC 791 section 3.1).
 *
 * <pre>
 *     31  28 27  24 23           16 15  13 12                 0
 *    +------+------+---------------+-----------------------------+
 *  0 |  4   | IHL  | DSCP and ECN  |        total length         |
 *    +------+------+---------------+------+----------------------+
 *  4 |       identification        | -DM  |   fragment offset    |
 *    +-------------+---------------+------+----------------------+
 *  8 |     TTL     |   protocol    |       header checksum       |
 *    +-------------+---------------+-----------------------------+
 * 12 |                      source address                       |
 *    +-----------------------------------------------------------+
 * 16 |                    destination address                    |
 *    +-----------------------------------------------------------+
 * 20 |              options, 0 to 10 words of 32 bits            |
 *    +-----------------------------------------------------------+
 * </pre>
 *
 * <p>IHL counts words of 4 bytes, the total length counts bytes from the header's
 * first on, and the fragment offset counts units of 8 bytes. The total length is
 * what ends the datagram: a short frame has padding after it, which is no data and
 * must not be summed.
 *
 * <p>D is "don't fragment", M is "more fragments". A datagram is a fragment if M is
 * set or its fragment offset is not 0; only the one with offset 0 has the transport
 * header (RFC 791 section 3.2).
 */
public final class Ipv4Header {
  /** Bytes without options; the least. */
  public static final int BYTES = 20;

  /** Bytes with all options there can be. */
  public static final int MAX_BYTES = 60;

  /** Bytes of an address. */
  public static final int ADDRESS_BYTES = 4;

  /** Offset of the source address in the header; the destination follows it. */
  public static final int SOURCE = 12;

  /** Offset of the destination address in the header. */
  public static final int DESTINATION = 16;

  /** Offset of the checksum in the header: what a NIC is told as IPCSO. */
  public static final int CHECKSUM = 10;

  /** In the fragment word: don't fragment. */
  public static final int DONT_FRAGMENT = 0x4000;

  /** In the fragment word: more fragments follow. */
  public static final int MORE_FRAGMENTS = 0x2000;

  private Ipv4Header() {}

  /** The version, 4 bits; 4 in a sound header. */
  public static int version(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset) >>> 4;
  }

  /** Bytes of the header: IHL times 4, 0 to 60; below 20 it is broken. */
  public static int headerLength(MemorySegment frame, long offset) {
    return (NetworkOrder.u8(frame, offset) & 0xf) * 4;
  }

  /** DSCP (RFC 2474) in the upper 6 bits and ECN (RFC 3168) in the lower 2. */
  public static int trafficClass(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 1);
  }

  /** Bytes of header and data, 0 to 65535. */
  public static int totalLength(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2);
  }

  /** What the fragments of one datagram have in common, 16 bits. */
  public static int identification(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 4);
  }

  /** The word of flags and fragment offset, 16 bits. */
  public static int fragmentWord(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 6);
  }

  /** Where the fragment's data lies in the datagram, in bytes, 0 to 65528. */
  public static int fragmentOffset(MemorySegment frame, long offset) {
    return (fragmentWord(frame, offset) & 0x1fff) * 8;
  }

  /** Hops that are left, 8 bits. */
  public static int timeToLive(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 8);
  }

  /** What follows the header: one of {@link IpProtocol}. */
  public static int protocol(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 9);
  }

  /** The header checksum as it stands, 16 bits. */
  public static int checksum(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + CHECKSUM);
  }

  /** Source address, 32 bits. */
  public static int source(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + SOURCE);
  }

  /** Destination address, 32 bits. */
  public static int destination(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + DESTINATION);
  }

  /** Sets version 4 and the header's length, a multiple of 4 from 20 to 60. */
  public static void headerLength(MemorySegment frame, long offset, int bytes) {
    NetworkOrder.put8(frame, offset, 4 << 4 | bytes / 4);
  }

  /** Sets DSCP and ECN, 8 bits. */
  public static void trafficClass(MemorySegment frame, long offset, int value) {
    NetworkOrder.put8(frame, offset + 1, value);
  }

  /** Sets the bytes of header and data, 20 to 65535. */
  public static void totalLength(MemorySegment frame, long offset, int bytes) {
    NetworkOrder.put16(frame, offset + 2, bytes);
  }

  /** Sets the identification, 16 bits. */
  public static void identification(MemorySegment frame, long offset, int id) {
    NetworkOrder.put16(frame, offset + 4, id);
  }

  /** Sets the flags and the fragment offset in bytes, a multiple of 8. */
  public static void fragment(MemorySegment frame, long offset, int flags, int at) {
    NetworkOrder.put16(frame, offset + 6, flags | at / 8);
  }

  /** Sets the hops that are left, 8 bits. */
  public static void timeToLive(MemorySegment frame, long offset, int hops) {
    NetworkOrder.put8(frame, offset + 8, hops);
  }

  /** Sets what follows the header. */
  public static void protocol(MemorySegment frame, long offset, int protocol) {
    NetworkOrder.put8(frame, offset + 9, protocol);
  }

  /** Sets the header checksum, 16 bits; 0 before it is computed. */
  public static void checksum(MemorySegment frame, long offset, int checksum) {
    NetworkOrder.put16(frame, offset + CHECKSUM, checksum);
  }

  /** Sets both addresses. */
  public static void addresses(MemorySegment frame, long offset, int from, int to) {
    NetworkOrder.put32(frame, offset + SOURCE, from);
    NetworkOrder.put32(frame, offset + DESTINATION, to);
  }
}
