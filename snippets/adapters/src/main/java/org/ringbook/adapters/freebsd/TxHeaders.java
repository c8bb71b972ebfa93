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
  private static final int MOST_IP = 2 * Ipv4Header.MAX_BYTES;
  private static final int MOST = EthernetHeader.MAX_BYTES + MOST_IP;

  private TxHeaders() {}

  /**
   * Makes headers fit for the device, before the packet is loaded: all of them in
   * the first mbuf. For TSO the stack left the sum of the pseudo header with the
   * length of all the payload in th_sum; the device adds the length of each segment
   * itself, so it must come out.
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
    int ip = EthernetHeader.lengthWithTags(frame, 0);
    TransportChecksum.prepareTcp(frame, ip, ip + ipLength(packet), 0);
    clearLength(frame, ip, packet);
  }

  private static void clearLength(MemorySegment frame, int ip, Mbuf packet) {
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
    if (areNeeded(packet)) {
      int ether = etherLength(packet);
      int transport = transportLength(packet);
      describe(header.csumFlags(), ether, ipLength(packet), transport, offload);
      offload.segment(wants(packet, CSUM_TSO) ? header.segmentSize() : 0);
    }
  }

  /** Says what {@code csum_flags} ask for, with known lengths of headers. */
  public static void describe(int flags, int ether, int ip, int l4, TxOffload to) {
    boolean isIp6 = (flags & IP6) != 0;
    boolean isTcp = (flags & TCP) != 0;
    to.headers(ether, ip, l4, isIp6, isTcp);
    if ((flags & CSUM_IP) != 0) {
      to.computeIpChecksum();
    }
    if ((flags & (CSUM_TRANSPORT | CSUM_TSO)) != 0) {
      to.computeTransportChecksum();
    }
  }

  /** Whether the device must know where headers end. */
  public static boolean areNeeded(Mbuf packet) {
    return wants(packet, CSUM_IP | CSUM_TRANSPORT | CSUM_TSO);
  }

  /** Bytes before the IP header: 14, and 4 more for each tag in the frame. */
  public static int etherLength(Mbuf packet) {
    return EthernetHeader.lengthWithTags(packet.data(), 0);
  }

  /** Bytes of the IP header. */
  public static int ipLength(Mbuf packet) {
    return wants(packet, IP6)
        ? Ipv6Header.BYTES
        : Ipv4Header.headerLength(packet.data(), etherLength(packet));
  }

  /** Bytes of the TCP or UDP header. */
  public static int transportLength(Mbuf packet) {
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
