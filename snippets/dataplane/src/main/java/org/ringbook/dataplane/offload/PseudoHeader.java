package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.u8;

import java.lang.foreign.MemorySegment;

/**
 * The pseudo header that TCP and UDP checksums cover beside their own bytes: both
 * addresses, the protocol and the length of the transport, so that a packet which
 * went to the wrong host or was cut short does not pass (RFC 9293 3.1, RFC 768, RFC
 * 8200 8.1).
 *
 * <p>Only its sum is ever needed. A length of 0 leaves the length out, as cards want
 * it for a frame that they will segment: each segment's length differs.
 */
public final class PseudoHeader {
  /** Protocol number of TCP. */
  public static final int TCP = 6;

  /** Protocol number of UDP. */
  public static final int UDP = 17;

  private PseudoHeader() {}

  // tag::pseudo[]
  /**
   * The sum for an IPv4 packet.
   *
   * @param ip where the IPv4 header starts
   * @param length bytes of transport header and payload, 0 to 65535
   */
  public static int ipv4(MemorySegment frame, long ip, int protocol, int length) {
    long sum = InternetChecksum.sum(frame, ip + 12, 8);
    return InternetChecksum.fold(sum + protocol + length);
  }

  /**
   * The sum for an IPv6 packet. With a routing header the destination must be the
   * final one, which is not the one in the IPv6 header: not covered here.
   *
   * @param ip where the IPv6 header starts
   * @param length bytes of transport header and payload, 0 or more; not those of
   *     extension headers
   */
  public static int ipv6(MemorySegment frame, long ip, int protocol, int length) {
    long sum = InternetChecksum.sum(frame, ip + 8, 32);
    return InternetChecksum.fold(sum + protocol + length);
  }

  // end::pseudo[]

  /** The sum for whichever version the header at {@code ip} is of. */
  public static int sum(MemorySegment frame, long ip, int protocol, int length) {
    return isIpv6(frame, ip)
        ? ipv6(frame, ip, protocol, length)
        : ipv4(frame, ip, protocol, length);
  }

  static boolean isIpv6(MemorySegment frame, long ip) {
    return u8(frame, ip) >>> 4 == 6;
  }
}
