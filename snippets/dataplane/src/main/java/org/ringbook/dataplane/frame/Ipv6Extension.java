package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The extension headers of IPv6 (RFC 8200 section 4; RFC 4302 for authentication).
 * Each names the type of the next, so a chain can be read from its start only.
 *
 * <pre>
 *      0        1        2        3
 *    +--------+--------+--------+--------+
 *  0 |  next  | length | options or data |   hop-by-hop, routing, destination:
 *    +--------+--------+--------+--------+   (length + 1) times 8 bytes
 *
 *    +--------+--------+--------+--------+
 *  0 |  next  |   -    |   offset    |-M |   fragment: 8 bytes; offset is 13
 *    +--------+--------+--------+--------+   bits, in units of 8 bytes
 *  4 |          identification           |
 *    +--------+--------+--------+--------+
 *
 *    +--------+--------+--------+--------+
 *  0 |  next  | length |        -        |   authentication: (length + 2)
 *    +--------+--------+--------+--------+   times 4 bytes, 12 at least
 *  4 | parameters index, sequence, value |
 *    +--------+--------+--------+--------+
 * </pre>
 *
 * <p>Three ways to count, so a parser that treats them alike goes astray: the
 * fragment header has no length (its second byte is reserved), and authentication
 * counts in 4 bytes because it came from IPv4.
 *
 * <p>Hop-by-hop options may stand right after the IPv6 header only. The others may
 * come in any order and number (section 4.1), which is why a parser sets a limit of
 * its own. A fragment header with offset 0 and no more to come is an atomic
 * fragment: a whole datagram, and to be treated as one (RFC 6946).
 */
public final class Ipv6Extension {
  /** Bytes of the shortest extension, and of the fragment header. */
  public static final int MIN_BYTES = 8;

  /** Least bytes of an authentication header. */
  public static final int MIN_AUTHENTICATION = 12;

  private Ipv6Extension() {}

  /** Whether a header of this type is followed by another that can be read. */
  public static boolean isExtension(int type) {
    return switch (type) {
      case IpProtocol.HOP_BY_HOP,
          IpProtocol.ROUTING,
          IpProtocol.FRAGMENT,
          IpProtocol.AUTHENTICATION,
          IpProtocol.DESTINATION_OPTIONS ->
          true;
      default -> false;
    };
  }

  /**
   * Bytes of an extension header, 8 to 2048; reads its first two bytes.
   *
   * @param type which extension it is; the header itself does not say
   */
  public static int length(MemorySegment frame, long offset, int type) {
    int count = NetworkOrder.u8(frame, offset + 1);
    return switch (type) {
      case IpProtocol.FRAGMENT -> MIN_BYTES;
      case IpProtocol.AUTHENTICATION -> (count + 2) * 4;
      default -> (count + 1) * 8;
    };
  }

  /** What follows this header. */
  public static int nextHeader(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset);
  }

  /** Fragment header: where its data lies in the datagram, in bytes, 0 to 65528. */
  public static int fragmentOffset(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2) & 0xfff8;
  }

  /** Fragment header: whether more fragments follow. */
  public static boolean moreFragments(MemorySegment frame, long offset) {
    return (NetworkOrder.u16(frame, offset + 2) & 1) != 0;
  }

  /** Fragment header: what the fragments of one datagram have in common, 32 bits. */
  public static int identification(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 4);
  }

  /** Sets what follows this header. */
  public static void nextHeader(MemorySegment frame, long offset, int protocol) {
    NetworkOrder.put8(frame, offset, protocol);
  }

  /** Fragment header: sets all but the next header; position is a multiple of 8. */
  public static void fragment(
      MemorySegment frame, long offset, int position, boolean more, int id) {
    NetworkOrder.put8(frame, offset + 1, 0);
    NetworkOrder.put16(frame, offset + 2, position | (more ? 1 : 0));
    NetworkOrder.put32(frame, offset + 4, id);
  }
}
