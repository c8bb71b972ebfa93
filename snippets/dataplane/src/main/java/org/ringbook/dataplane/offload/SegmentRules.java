package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.TcpHeader;

/**
 * What a frame must be like to be segmented. A card checks none of it and sends what
 * comes of it; so a driver's tests want it checked.
 */
final class SegmentRules {
  private static final int MAX_LENGTH = 65535;

  /** More fragments, and where this one belongs. */
  private static final int FRAGMENT = 0x3fff;

  /** They would open or break the connection once for each segment. */
  private static final int NEVER = TcpHeader.SYN | TcpHeader.RST;

  private SegmentRules() {}

  /** Every segment must fit the length fields of its IP headers. */
  static void requireSizes(SegmentPlan plan, int payload, int mss) {
    require(mss > 0, "the segment size is not positive");
    require(payload >= 0, "the headers are longer than the frame");
    int bytes = plan.headerLength() + Math.min(mss, payload);
    requireLength(bytes - plan.mac, plan.ipv6);
    if (plan.tunnel) {
      requireLength(bytes - plan.outerMac, plan.outerIpv6);
    }
  }

  /** IPv4 counts its header in, IPv6 does not. */
  private static void requireLength(int bytes, boolean isIpv6) {
    int counted = isIpv6 ? bytes - Ipv6Header.BYTES : bytes;
    require(counted <= MAX_LENGTH, "segments too long for IP");
  }

  /** The headers must be what the plan says, and a segment's. */
  static void requireTcp(SegmentPlan plan, MemorySegment frame, long offset) {
    require(plan.tcp >= TcpHeader.BYTES, "the TCP header is too short");
    requireIp(frame, offset + plan.mac, plan.ip, plan.ipv6);
    if (plan.tunnel) {
      requireIp(frame, offset + plan.outerMac, plan.outerIp, plan.outerIpv6);
    }
    int flags = TcpHeader.flags(frame, offset + plan.mac + plan.ip);
    require((flags & NEVER) == 0, "SYN or RST");
  }

  private static void requireIp(MemorySegment data, long at, int size, boolean six) {
    require(size >= (six ? Ipv6Header.BYTES : Ipv4Header.BYTES), "a short header");
    require(Ipv4Header.version(data, at) == (six ? 6 : 4), "another version of IP");
    require(six || !isFragment(data, at), "a fragment");
  }

  private static boolean isFragment(MemorySegment data, long ip) {
    return (Ipv4Header.fragmentWord(data, ip) & FRAGMENT) != 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
