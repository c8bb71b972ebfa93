package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.put16;
import static org.ringbook.dataplane.frame.NetworkOrder.u8;

import java.lang.foreign.MemorySegment;

/**
 * The checksum of an IPv4 header (RFC 791): the header with options and nothing
 * else. IPv6 has none, its transports cover the addresses instead (RFC 8200, 8.1).
 */
public final class Ipv4Checksum {
  private static final int FIELD = 10;

  private Ipv4Checksum() {}

  // tag::ipv4[]
  /** Computes and stores the checksum of the header at {@code ip}. */
  public static void fill(MemorySegment frame, long ip) {
    put16(frame, ip + FIELD, 0);
    int sum = InternetChecksum.sum(frame, ip, headerLength(frame, ip));
    put16(frame, ip + FIELD, InternetChecksum.finish(sum));
  }

  /**
   * Whether the checksum of the header at {@code ip} is right: the sum with the
   * field in it is all ones. The bytes of the header's stated length, 20 to 60, must
   * be there.
   */
  public static boolean verify(MemorySegment frame, long ip) {
    int length = headerLength(frame, ip);
    return length >= 20 && InternetChecksum.sum(frame, ip, length) == 0xffff;
  }

  // end::ipv4[]

  private static int headerLength(MemorySegment frame, long ip) {
    return (u8(frame, ip) & 15) * 4;
  }
}
