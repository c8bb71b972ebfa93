package org.ringbook.adapters.netbsd;

import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_IPV4;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_TCPV4;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_TCPV6;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_TSOV6;
import static org.ringbook.adapters.netbsd.PacketHeader.M_CSUM_UDPV6;
import static org.ringbook.adapters.netbsd.PacketHeader.TRANSPORT;
import static org.ringbook.adapters.netbsd.PacketHeader.TSO;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.EthernetHeader;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.UdpHeader;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * From {@code M_CSUM_*} to what the device is told (mbuf(9); wm(4), wm_tx_offload).
 * The headers are read out of the packet, as no mbuf says where they end.
 */
final class TxHeaders {
  private static final int IP6 = M_CSUM_TCPV6 | M_CSUM_UDPV6 | M_CSUM_TSOV6;
  private static final int TCP = M_CSUM_TCPV4 | M_CSUM_TCPV6 | TSO;

  private TxHeaders() {}

  /** Whether headers that must be read go beyond the first mbuf. */
  static boolean areScattered(Mbuf packet) {
    if (!wants(packet, M_CSUM_IPV4 | TRANSPORT | TSO)) {
      return false;
    }
    int have = packet.length();
    if (have < EthernetHeader.MAX_BYTES) {
      return true;
    }
    int ip = etherLength(packet);
    if (have < ip + Ipv4Header.BYTES || have < ip + ipLength(packet)) {
      return true;
    }
    int least = wants(packet, TCP) ? TcpHeader.BYTES : UdpHeader.BYTES;
    int transport = ip + ipLength(packet);
    return have < transport + least || have < transport + transportLength(packet);
  }

  /**
   * For TSO, takes the payload's length out of the pseudo header's sum and out of
   * the IP header: the device puts in that of each segment.
   */
  static void prepare(Mbuf packet) {
    if (!wants(packet, TSO)) {
      return;
    }
    MemorySegment frame = packet.data();
    int ip = etherLength(packet);
    TransportChecksum.prepareTcp(frame, ip, ip + ipLength(packet), 0);
    if (wants(packet, IP6)) {
      Ipv6Header.payloadLength(frame, ip, 0);
    } else {
      Ipv4Header.totalLength(frame, ip, 0);
      Ipv4Header.checksum(frame, ip, 0);
    }
  }

  /** Says what the device shall do. */
  static void describe(Mbuf packet, TxOffload offload) {
    PacketHeader header = packet.header();
    if (header.hasVlanTag()) {
      offload.insertVlan(header.vlanTag());
    }
    if (wants(packet, M_CSUM_IPV4 | TRANSPORT | TSO)) {
      int ip = ipLength(packet);
      int l4 = transportLength(packet);
      boolean tcp = wants(packet, TCP);
      offload.headers(etherLength(packet), ip, l4, wants(packet, IP6), tcp);
    }
    if (wants(packet, M_CSUM_IPV4)) {
      offload.computeIpChecksum();
    }
    if (wants(packet, TRANSPORT | TSO)) {
      offload.computeTransportChecksum();
    }
    if (wants(packet, TSO)) {
      offload.segment(header.segmentSize());
    }
  }

  /** Bytes before the IP header: 14, and 4 more for each tag in the frame. */
  private static int etherLength(Mbuf packet) {
    return EthernetHeader.lengthWithTags(packet.data(), 0);
  }

  private static int ipLength(Mbuf packet) {
    return wants(packet, IP6)
        ? Ipv6Header.BYTES
        : Ipv4Header.headerLength(packet.data(), etherLength(packet));
  }

  private static int transportLength(Mbuf packet) {
    if (!wants(packet, TCP)) {
      return UdpHeader.BYTES;
    }
    int at = etherLength(packet) + ipLength(packet);
    return TcpHeader.headerLength(packet.data(), at);
  }

  private static boolean wants(Mbuf packet, int flags) {
    return (packet.header().csumFlags() & flags) != 0;
  }
}
