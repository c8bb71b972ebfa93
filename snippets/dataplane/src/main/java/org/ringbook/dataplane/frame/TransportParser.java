package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * TCP, UDP, and the frame that UDP may carry. Every other protocol is payload: ICMP
 * has nothing to offload, and ESP nothing to read.
 */
final class TransportParser {
  private TransportParser() {}

  static Verdict parse(MemorySegment data, long at, ParsedFrame into) {
    if (into.fragmentOffset > 0) {
      return into.sound();
    }
    return switch (into.protocol) {
      case IpProtocol.TCP -> tcp(data, at, into);
      case IpProtocol.UDP -> udp(data, at, into);
      default -> into.sound();
    };
  }

  private static Verdict tcp(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, TcpHeader.BYTES)) {
      return into.shortage();
    }
    int header = TcpHeader.headerLength(data, at);
    if (header < TcpHeader.BYTES) {
      return Verdict.BAD_HEADER_LENGTH;
    }
    if (!into.has(at, header)) {
      return into.shortage();
    }
    into.transport(at, header);
    into.ports(TcpHeader.sourcePort(data, at), TcpHeader.destinationPort(data, at));
    return into.sound();
  }

  private static Verdict udp(MemorySegment data, long at, ParsedFrame into) {
    if (!into.has(at, UdpHeader.BYTES)) {
      return into.shortage();
    }
    int length = UdpHeader.length(data, at);
    if (length < UdpHeader.BYTES) {
      return Verdict.BAD_HEADER_LENGTH;
    }
    if (!into.moreFragments) {
      into.endAt(at + length);
    }
    into.transport(at, UdpHeader.BYTES);
    into.ports(UdpHeader.sourcePort(data, at), UdpHeader.destinationPort(data, at));
    vxlan(data, into.payload, into);
    return into.sound();
  }

  /** A datagram to the port that is no VXLAN is a datagram like any other. */
  private static void vxlan(MemorySegment data, long at, ParsedFrame into) {
    boolean here = into.destinationPort == into.vxlanPort && !into.moreFragments;
    if (here && into.has(at, VxlanHeader.BYTES) && hasVni(data, at)) {
      long first = at + VxlanHeader.BYTES;
      into.vni = VxlanHeader.vni(data, at);
      into.beginInner(first);
      into.inner.conclude(EthernetParser.parse(data, first, into.inner));
    }
  }

  private static boolean hasVni(MemorySegment data, long at) {
    return (VxlanHeader.flags(data, at) & VxlanHeader.VALID_VNI) != 0;
  }
}
