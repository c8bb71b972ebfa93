package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.TcpHeader.CWR;
import static org.ringbook.dataplane.frame.TcpHeader.FIN;
import static org.ringbook.dataplane.frame.TcpHeader.PSH;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.packet.Packet;

/**
 * Whether a frame is of a flow, and whether it continues the frame that is held of
 * it so that segmentation would make both again.
 */
final class FlowRules {
  private static final int MAX_LENGTH = 65535;
  private static final int MAY_DIFFER = FIN | PSH | CWR;

  private FlowRules() {}

  /** Whether Ethernet header, VLAN, addresses and ports are the same. */
  static boolean isSame(HeldFlow flow, Packet packet, ParsedFrame more) {
    ParsedFrame held = flow.frame;
    MemorySegment a = flow.head.data();
    MemorySegment b = packet.data();
    int both = 2 * held.addressLength();
    return held.sourcePort() == more.sourcePort()
        && held.destinationPort() == more.destinationPort()
        && held.addressLength() == more.addressLength()
        && held.macLength() == more.macLength()
        && flow.head.metadata().vlan() == packet.metadata().vlan()
        && equal(a, held.addressesOffset(), b, more.addressesOffset(), both)
        && equal(a, held.start(), b, more.start(), held.macLength());
  }

  private static boolean equal(
      MemorySegment first, long at, MemorySegment second, long from, int byteCount) {
    long end = at + byteCount;
    long to = from + byteCount;
    return MemorySegment.mismatch(first, at, end, second, from, to) < 0;
  }

  /** {@link Coalescing#MERGED} if the frame may be appended; else why not. */
  static Coalescing check(HeldFlow flow, Packet packet, ParsedFrame more) {
    Coalescing network = SameNetwork.check(flow, packet, more);
    if (network != Coalescing.MERGED) {
      return network;
    }
    Coalescing transport = tcp(flow, packet.data(), more.transportOffset());
    if (transport != Coalescing.MERGED) {
      return transport;
    }
    boolean isSame = hasOptions(flow, packet, more);
    return isSame ? sizes(flow, more) : Coalescing.OPTIONS;
  }

  private static Coalescing tcp(HeldFlow flow, MemorySegment data, long tcp) {
    MemorySegment first = flow.head.data();
    long at = flow.frame.transportOffset();
    int flags = TcpHeader.flags(data, tcp);
    if ((flags & CWR) != 0) {
      return Coalescing.WINDOW_REDUCED;
    }
    if (((flags ^ TcpHeader.flags(first, at)) & ~MAY_DIFFER) != 0) {
      return Coalescing.FLAGS;
    }
    if (TcpHeader.window(first, at) != TcpHeader.window(data, tcp)) {
      return Coalescing.WINDOW;
    }
    int acknowledged = TcpHeader.acknowledgment(first, at);
    if (acknowledged != TcpHeader.acknowledgment(data, tcp)) {
      return Coalescing.ACKNOWLEDGMENT;
    }
    int next = TcpHeader.sequence(first, at) + flow.payload;
    boolean isNext = next == TcpHeader.sequence(data, tcp);
    return isNext ? Coalescing.MERGED : Coalescing.SEQUENCE;
  }

  private static Coalescing sizes(HeldFlow flow, ParsedFrame more) {
    ParsedFrame held = flow.frame;
    int all = held.networkLength() + held.transportLength() + flow.payload;
    if (more.payloadLength() > held.payloadLength()) {
      return Coalescing.SEGMENT_SIZE;
    }
    boolean fits = all + more.payloadLength() <= MAX_LENGTH;
    return fits ? Coalescing.MERGED : Coalescing.SIZE_LIMIT;
  }

  private static boolean hasOptions(HeldFlow flow, Packet packet, ParsedFrame more) {
    ParsedFrame held = flow.frame;
    int count = more.transportLength() - TcpHeader.BYTES;
    long at = held.transportOffset() + TcpHeader.BYTES;
    long options = more.transportOffset() + TcpHeader.BYTES;
    return held.transportLength() == more.transportLength()
        && equal(flow.head.data(), at, packet.data(), options, count);
  }
}
