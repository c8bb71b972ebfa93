package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP6_TCP;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP6_TSO;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP6_UDP;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP_TCP;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_TRANSPORT;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_TSO;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.EthernetHeader;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.UdpHeader;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * From {@code csum_flags} to what the device is told. The stack gives flags, the
 * device wants lengths: no mbuf says where its headers end, so the driver reads them
 * (mbuf(9), and every driver's {@code _tso_setup}; iflib does it for its drivers, in
 * {@code iflib_parse_header}).
 */
public final class TxHeaders {
  private static final int IP6 = CSUM_IP6_UDP | CSUM_IP6_TCP | CSUM_IP6_TSO;
  private static final int TCP = CSUM_IP_TCP | CSUM_IP6_TCP | CSUM_TSO;
  private static final int MOST = EthernetHeader.BYTES + 2 * Ipv4Header.MAX_BYTES;

  private TxHeaders() {}

  /**
   * Makes headers fit for the device, before the packet is loaded: all of them in the
   * first mbuf. For TSO the stack left the sum of the pseudo header with the length of
   * all the payload in th_sum; the device adds the length of each segment itself, so
   * it must come out.
   *
   * @return the packet, perhaps with another first mbuf; null: it was freed
   */
  public static Mbuf prepare(Mbuf packet, MbufChains chains) {
    if (!areNeeded(packet)) {
      return packet;
    }
    Mbuf whole = chains.pullup(packet, Math.min(MOST, packet.header().length()));
    if (whole != null && wants(whole, CSUM_TSO)) {
      forSegmentation(whole);
    }
    return whole;
  }

  private static void forSegmentation(Mbuf packet) {
    MemorySegment frame = packet.data();
    int ip = EthernetHeader.BYTES;
    TransportChecksum.prepareTcp(frame, ip, ip + ipLength(frame, packet), 0);
    clearLength(frame, packet);
  }

  private static void clearLength(MemorySegment frame, Mbuf packet) {
    if (wants(packet, IP6)) {
      Ipv6Header.payloadLength(frame, EthernetHeader.BYTES, 0);
    } else {
      Ipv4Header.totalLength(frame, EthernetHeader.BYTES, 0);
      Ipv4Header.checksum(frame, EthernetHeader.BYTES, 0);
    }
  }

  /** Says what the device shall do. */
  static void describe(Mbuf packet, TxOffload offload) {
    PacketHeader header = packet.header();
    if (header.hasVlanTag()) {
      offload.insertVlan(header.vlanTag());
    }
    if (areNeeded(packet)) {
      int ip = ipLength(packet);
      describe(header.csumFlags(), ip, transportLength(packet), offload);
      offload.segment(wants(packet, CSUM_TSO) ? header.segmentSize() : 0);
    }
  }

  /** Says what {@code csum_flags} ask for, with lengths that are known. */
  public static void describe(int flags, int ip, int transport, TxOffload offload) {
    boolean isIp6 = (flags & IP6) != 0;
    boolean isTcp = (flags & TCP) != 0;
    offload.headers(EthernetHeader.BYTES, ip, transport, isIp6, isTcp);
    if ((flags & CSUM_IP) != 0) {
      offload.computeIpChecksum();
    }
    if ((flags & (CSUM_TRANSPORT | CSUM_TSO)) != 0) {
      offload.computeTransportChecksum();
    }
  }

  /** Whether the device must know where headers end. */
  public static boolean areNeeded(Mbuf packet) {
    return wants(packet, CSUM_IP | CSUM_TRANSPORT | CSUM_TSO);
  }

  /** Bytes of the IP header. */
  public static int ipLength(Mbuf packet) {
    return ipLength(packet.data(), packet);
  }

  /** Bytes of the TCP or UDP header. */
  public static int transportLength(Mbuf packet) {
    MemorySegment frame = packet.data();
    int at = EthernetHeader.BYTES + ipLength(frame, packet);
    return wants(packet, TCP) ? TcpHeader.headerLength(frame, at) : UdpHeader.BYTES;
  }

  private static int ipLength(MemorySegment frame, Mbuf packet) {
    return wants(packet, IP6)
        ? Ipv6Header.BYTES
        : Ipv4Header.headerLength(frame, EthernetHeader.BYTES);
  }

  private static boolean wants(Mbuf packet, int flags) {
    return (packet.header().csumFlags() & flags) != 0;
  }
}
