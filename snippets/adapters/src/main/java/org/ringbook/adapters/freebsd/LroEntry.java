package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_DATA_VALID;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP_CHECKED;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_IP_VALID;
import static org.ringbook.adapters.freebsd.PacketHeader.CSUM_PSEUDO_HDR;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.Ipv6Header;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.offload.Ipv4Checksum;
import org.ringbook.dataplane.offload.TransportChecksum;

/** A stream of which segments are being merged ({@code struct lro_entry}). */
final class LroEntry {
  private static final int MOST = 65_535;

  /** Offset of acknowledgment, flags and window in the TCP header: 8 bytes. */
  private static final int ACKNOWLEDGMENT = 8;

  private static final int GOOD = CSUM_DATA_VALID | CSUM_PSEUDO_HDR;

  private final Mbuf head;
  private final int ip;
  private final int addresses;
  private final int transport;
  private final boolean ipv6;
  private Mbuf tail;
  private int next;
  private int payload;

  LroEntry(Mbuf packet, ParsedFrame frame) {
    head = packet;
    tail = packet;
    ip = (int) frame.networkOffset();
    addresses = (int) frame.addressesOffset();
    transport = (int) frame.transportOffset();
    ipv6 = frame.isIpv6();
    payload = payload(frame);
    trim(packet, frame);
    next = TcpHeader.sequence(packet.data(), transport) + payload;
  }

  /** Whether a segment is plain: acknowledged data and nothing else, and sound. */
  static boolean mayStart(Mbuf packet, ParsedFrame frame) {
    int flags = TcpHeader.flags(packet.data(), frame.transportOffset());
    boolean plain = (flags & ~TcpHeader.PSH) == TcpHeader.ACK && !frame.isFragment();
    boolean bare = frame.transportLength() == TcpHeader.BYTES && frame.extensions() == 0;
    return plain && bare && packet.next() == null && payload(frame) > 0
        && isSound(packet, frame);
  }

  /** What the device has not checked, tcp_lro_rx checks itself. */
  private static boolean isSound(Mbuf packet, ParsedFrame frame) {
    MemorySegment data = packet.data();
    long at = frame.transportOffset();
    int length = frame.transportLength() + payload(frame);
    return (packet.header().csumFlags() & GOOD) == GOOD
        || TransportChecksum.verifyTcp(data, frame.networkOffset(), at, length);
  }

  boolean isOfFlow(Mbuf packet, ParsedFrame frame) {
    return frame.transportOffset() == transport
        && frame.addressesOffset() == addresses
        && frame.isIpv6() == ipv6
        && packet.header().vlanTag() == head.header().vlanTag()
        && same(packet.data(), addresses, 2 * frame.addressLength())
        && same(packet.data(), transport, 4);
  }

  private boolean same(MemorySegment other, int from, int length) {
    long to = (long) from + length;
    return MemorySegment.mismatch(head.data(), from, to, other, from, to) < 0;
  }

  boolean takes(Mbuf packet, ParsedFrame frame) {
    boolean follows = TcpHeader.sequence(packet.data(), transport) == next;
    int total = transport - ip + TcpHeader.BYTES + payload + payload(frame);
    return follows && total <= MOST && mayStart(packet, frame);
  }

  /** Adds the payload of a segment; its newer acknowledgment and window count. */
  void append(Mbuf packet, ParsedFrame frame) {
    int more = payload(frame);
    trim(packet, frame);
    int from = transport + ACKNOWLEDGMENT;
    MemorySegment.copy(packet.data(), from, head.data(), from, 8);
    packet.reserve(transport + TcpHeader.BYTES);
    packet.header(null);
    tail.next(packet);
    tail = packet;
    payload += more;
    next += more;
    head.header().length(head.header().length() + more);
    head.header().lroSegments(head.header().lroSegments() + 1);
  }

  /** The merged packet, its lengths put right; its TCP checksum is vouched for. */
  Mbuf finish() {
    if (head.header().lroSegments() > 1) {
      int length = TcpHeader.BYTES + payload;
      if (ipv6) {
        Ipv6Header.payloadLength(head.data(), ip, length);
      } else {
        Ipv4Header.totalLength(head.data(), ip, transport - ip + length);
        Ipv4Checksum.fill(head.data(), ip);
      }
      head.header().checksum(CSUM_IP_CHECKED | CSUM_IP_VALID | GOOD, 0xffff);
    }
    return head;
  }

  private static int payload(ParsedFrame frame) {
    return frame.payloadLength();
  }

  /** {@code m_adj}: takes Ethernet's padding off. */
  private static void trim(Mbuf packet, ParsedFrame frame) {
    packet.length((int) frame.transportOffset() + TcpHeader.BYTES + payload(frame));
    packet.header().length(packet.length());
  }
}
