package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.put16;
import static org.ringbook.dataplane.frame.NetworkOrder.u16;

import java.lang.foreign.MemorySegment;

/**
 * The checksums of TCP and UDP over IPv4 and IPv6: filled in whole, checked, or
 * shared with a card.
 *
 * <p>Shared means: the stack knows the addresses, the card sees the bytes. So the
 * stack stores the sum of the pseudo header, not complemented, in the field ({@link
 * #prepareTcp}), and the card adds up from the transport header to the end and
 * stores the complement ({@link #completeTcp}). Linux calls it CHECKSUM_PARTIAL,
 * virtio NEEDS_CSUM, and the 8254x does it with any field it is told of (SDM 3.3.6).
 *
 * <p>Throughout, {@code ip} and {@code at} are where the headers start and
 * {@code length} is the bytes of transport header and payload: from the IP header's
 * length field, never from the frame, which may be padded.
 */
public final class TransportChecksum {
  /** Where the checksum stands in a TCP header. */
  public static final int TCP_FIELD = 16;

  /** Where the checksum stands in a UDP header. */
  public static final int UDP_FIELD = 6;

  private TransportChecksum() {}

  // tag::share[]
  /** The stack's half for TCP; {@code length} is 0 for a frame to be segmented. */
  public static void prepareTcp(MemorySegment data, long ip, long at, int length) {
    int sum = PseudoHeader.sum(data, ip, PseudoHeader.TCP, length);
    put16(data, at + TCP_FIELD, sum);
  }

  /** The stack's half for UDP. */
  public static void prepareUdp(MemorySegment data, long ip, long at, int length) {
    int sum = PseudoHeader.sum(data, ip, PseudoHeader.UDP, length);
    put16(data, at + UDP_FIELD, sum);
  }

  /**
   * The card's half for TCP: whatever stands in the field is added in.
   */
  public static void completeTcp(MemorySegment data, long at, int length) {
    int sum = InternetChecksum.sum(data, at, length);
    put16(data, at + TCP_FIELD, InternetChecksum.finish(sum));
  }

  /** The card's half for UDP: never stores 0, which would say "no checksum". */
  public static void completeUdp(MemorySegment data, long at, int length) {
    int sum = InternetChecksum.sum(data, at, length);
    put16(data, at + UDP_FIELD, nonZero(InternetChecksum.finish(sum)));
  }

  // end::share[]

  /** Computes and stores the checksum of a TCP segment. */
  public static void fillTcp(MemorySegment data, long ip, long at, int length) {
    prepareTcp(data, ip, at, length);
    completeTcp(data, at, length);
  }

  /** Computes and stores the checksum of a UDP datagram; 0 becomes 0xffff. */
  public static void fillUdp(MemorySegment data, long ip, long at, int length) {
    prepareUdp(data, ip, at, length);
    completeUdp(data, at, length);
  }

  // tag::verify[]
  /** Whether the checksum of a TCP segment is right. */
  public static boolean verifyTcp(MemorySegment data, long ip, long at, int length) {
    int pseudo = PseudoHeader.sum(data, ip, PseudoHeader.TCP, length);
    return isGood(pseudo, InternetChecksum.sum(data, at, length));
  }

  /**
   * Whether the checksum of a UDP datagram is right. 0 means that the sender
   * computed none: that is good over IPv4, and over IPv6 bad but for tunnels that
   * agreed on it (RFC 8200 8.1, RFC 6935), which {@link #isAbsent} tells.
   */
  public static boolean verifyUdp(MemorySegment data, long ip, long at, int length) {
    if (isAbsent(data, at)) {
      return !PseudoHeader.isIpv6(data, ip);
    }
    int pseudo = PseudoHeader.sum(data, ip, PseudoHeader.UDP, length);
    return isGood(pseudo, InternetChecksum.sum(data, at, length));
  }

  /** Whether a UDP datagram carries no checksum. */
  public static boolean isAbsent(MemorySegment data, long at) {
    return u16(data, at + UDP_FIELD) == 0;
  }

  // end::verify[]

  /** The UDP rule: a computed 0 goes out as 0xffff, which is the same number. */
  private static int nonZero(int checksum) {
    return checksum == 0 ? 0xffff : checksum;
  }

  private static boolean isGood(int pseudo, int sum) {
    return InternetChecksum.add(pseudo, sum) == 0xffff;
  }
}
