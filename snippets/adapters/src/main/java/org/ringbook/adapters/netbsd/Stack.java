package org.ringbook.adapters.netbsd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/**
 * The stack above the driver: makes packets as tcp_output and ether_output leave
 * them, and reads those that if_input got.
 */
final class Stack {
  private final Mbufs mbufs;

  Stack(Mbufs mbufs) {
    this.mbufs = mbufs;
  }

  /** A packet to send, or null without memory. */
  Mbuf packet(Outgoing frame) {
    byte[] first = frame.pieces().getFirst().clone();
    PacketHeader header = new PacketHeader();
    if (frame.checksum() || frame.segmentSize() > 0) {
      offload(header, first, frame);
    }
    header.length(frame.length());
    if (frame.vlan() != Outgoing.NO_VLAN) {
      header.vlanTag(frame.vlan());
    }
    return chain(frame, first, header);
  }

  private static void offload(PacketHeader header, byte[] first, Outgoing frame) {
    Headers headers = Headers.of(first);
    headers.clearIpChecksum();
    headers.writePseudoSum(frame.length() - headers.transport());
    int flags = frame.segmentSize() > 0 ? tso(headers) : plain(headers);
    header.checksum(flags, headers.checksumOffset());
    header.segmentSize(frame.segmentSize());
  }

  /** With TSO the stack sets no other flag for the transport. */
  private static int tso(Headers headers) {
    return headers.isIpv6()
        ? PacketHeader.M_CSUM_TSOV6
        : PacketHeader.M_CSUM_TSOV4 | PacketHeader.M_CSUM_IPV4;
  }

  private static int plain(Headers headers) {
    if (headers.isIpv6()) {
      return headers.isTcp() ? PacketHeader.M_CSUM_TCPV6 : PacketHeader.M_CSUM_UDPV6;
    }
    int transport =
        headers.isTcp() ? PacketHeader.M_CSUM_TCPV4 : PacketHeader.M_CSUM_UDPV4;
    return PacketHeader.M_CSUM_IPV4 | transport;
  }

  private Mbuf chain(Outgoing frame, byte[] firstPiece, PacketHeader header) {
    Mbuf first = null;
    Mbuf last = null;
    for (int i = 0; i < frame.pieces().size(); i++) {
      byte[] piece = i == 0 ? firstPiece : frame.pieces().get(i);
      for (int at = 0; at < piece.length; at += Mbufs.MCLBYTES) {
        Mbuf m = mbuf(piece, at);
        if (m == null) {
          mbufs.freem(first);
          return null;
        }
        first = first == null ? m : first;
        if (last != null) {
          last.next(m);
        }
        last = m;
      }
    }
    if (first != null) {
      first.header(header);
    }
    return first;
  }

  private Mbuf mbuf(byte[] piece, int from) {
    Mbuf m = mbufs.withCluster(false);
    if (m != null) {
      m.length(Math.min(piece.length - from, Mbufs.MCLBYTES));
      MemorySegment.copy(piece, from, m.data(), ValueLayout.JAVA_BYTE, 0, m.length());
    }
    return m;
  }

  /** What a packet says, which is freed. */
  Incoming incoming(Mbuf packet) {
    PacketHeader header = packet.header();
    int flags = header.csumFlags();
    boolean good =
        (flags & PacketHeader.TRANSPORT) != 0
            && (flags & PacketHeader.M_CSUM_TCP_UDP_BAD) == 0;
    byte[] bytes = packet.toByteArray();
    mbufs.freem(packet);
    return new Incoming(bytes, header.vlanTag(), 0, 0, good, 1);
  }
}
