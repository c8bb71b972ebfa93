package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.TxHeaders;

/** What iflib does to a packet so that its driver need not. */
final class PacketFitter {
  private static final int SHORTEST = 60;

  private final Iflib iflib;

  PacketFitter(Iflib iflib) {
    this.iflib = iflib;
  }

  /**
   * {@code iflib_ether_pad} for IFLIB_NEED_ETHER_PAD, and {@code iflib_parse_header}.
   *
   * @return the packet; null: there was no memory, and it was freed
   */
  Mbuf prepare(Mbuf packet) {
    int missing = SHORTEST - packet.header().length();
    if (missing > 0 && !iflib.mbufs().append(packet, new byte[missing])) {
      iflib.mbufs().freem(packet);
      return null;
    }
    return TxHeaders.prepare(packet, iflib.chains());
  }

  /** After EFBIG: collapsed, or else copied together; as it was if neither works. */
  Mbuf fit(Mbuf packet) {
    Mbuf few = iflib.chains().collapse(packet, iflib.context().txSegments());
    Mbuf one = few == null ? iflib.chains().defrag(packet) : few;
    return one == null ? packet : one;
  }
}
