package org.ringbook.adapters.freebsd;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/**
 * The stack above the driver: makes packets as tcp_output and ether_output leave
 * them, and reads those that if_input got.
 */
public final class Stack {
  private final Mbufs mbufs;

  /** A stack with its allocator. */
  public Stack(Mbufs mbufs) {
    this.mbufs = mbufs;
  }

  /** A packet to send, or null without memory. */
  public Mbuf packet(Outgoing frame) {
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
    boolean tso = frame.segmentSize() > 0;
    headers.clearIpChecksum();
    headers.writePseudoSum(frame.length() - headers.transport());
    header.checksum(flags(headers, tso), headers.checksumOffset());
    header.segmentSize(frame.segmentSize());
  }

  private static int flags(Headers headers, boolean tso) {
    if (headers.isIpv6()) {
      int tcp = PacketHeader.CSUM_IP6_TCP | (tso ? PacketHeader.CSUM_IP6_TSO : 0);
      return headers.isTcp() ? tcp : PacketHeader.CSUM_IP6_UDP;
    }
    int tcp = PacketHeader.CSUM_IP_TCP | (tso ? PacketHeader.CSUM_IP_TSO : 0);
    return PacketHeader.CSUM_IP | (headers.isTcp() ? tcp : PacketHeader.CSUM_IP_UDP);
  }

  private Mbuf chain(Outgoing frame, byte[] firstPiece, PacketHeader header) {
    Mbuf first = null;
    Mbuf last = null;
    for (int i = 0; i < frame.pieces().size(); i++) {
      byte[] piece = i == 0 ? firstPiece : frame.pieces().get(i);
      for (int at = 0; at < piece.length; at += Mbufs.MJUM9BYTES) {
        Mbuf m = mbuf(piece, at, Math.min(piece.length - at, Mbufs.MJUM9BYTES));
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

  private Mbuf mbuf(byte[] piece, int from, int length) {
    int size = length > Mbufs.MCLBYTES ? Mbufs.MJUM9BYTES : Mbufs.MCLBYTES;
    Mbuf m = mbufs.getjcl(size, false);
    if (m != null) {
      m.length(length);
      MemorySegment.copy(piece, from, m.data(), ValueLayout.JAVA_BYTE, 0, length);
    }
    return m;
  }

  /** What a packet says, which is freed. */
  public Incoming incoming(Ifnet.Received received) {
    Mbuf packet = received.packet();
    PacketHeader header = packet.header();
    int both = PacketHeader.CSUM_DATA_VALID | PacketHeader.CSUM_PSEUDO_HDR;
    boolean good = (header.csumFlags() & both) == both;
    Incoming seen =
        new Incoming(
            packet.toByteArray(),
            header.vlanTag(),
            received.cpu(),
            header.flowid(),
            good,
            header.lroSegments());
    mbufs.freem(packet);
    return seen;
  }
}
