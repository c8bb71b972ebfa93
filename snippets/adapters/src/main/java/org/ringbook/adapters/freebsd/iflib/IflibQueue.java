package org.ringbook.adapters.freebsd.iflib;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.freebsd.RxHeaders;
import org.ringbook.adapters.freebsd.TxHeaders;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.port.Port;
import org.ringbook.dataplane.ring.TxRing;

/** A pair of queues of the driver: descriptors in, descriptors out, nothing else. */
final class IflibQueue {
  private static final byte[] ZEROS = new byte[65_536];
  private static final MemorySegment NOTHING =
      MemorySegment.ofArray(ZEROS).asReadOnly(); // never read

  private final int index;
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private final RxSource source;
  private final Deque<Packet> received = new ArrayDeque<>();
  private Port port;
  private int credits;

  IflibQueue(int index, int txDescriptors, int rxBuffers) {
    this.index = index;
    shells = new PacketShells(txDescriptors);
    source = new RxSource(rxBuffers);
  }

  RxSource source() {
    return source;
  }

  void open(Port opened) {
    port = opened;
  }

  /** {@code ift_txd_encap}: a shell for each segment, a chain for the ring. */
  int encap(PacketInfo info, int ringSize) {
    TxRing ring = port.tx(index);
    Packet first = wrap(info);
    if (info.vlanTag() >= 0) {
      first.offload().insertVlan(info.vlanTag());
    }
    if (info.etherLength() > 0) {
      int flags = info.csumFlags();
      int ip = info.ipLength();
      int l4 = info.transportLength();
      TxHeaders.describe(flags, info.etherLength(), ip, l4, first.offload());
      boolean tso = (flags & PacketHeader.CSUM_TSO) != 0;
      first.offload().segment(tso ? info.segmentSize() : 0);
    }
    int before = ring.free();
    if (ring.submit(first, true) == TxRing.Submit.FULL) {
      Chain.giveBack(first);
      return Errno.ENOMEM;
    }
    info.newPidx((info.pidx() + before - ring.free()) % ringSize);
    return 0;
  }

  private Packet wrap(PacketInfo info) {
    for (int i = 0; i < info.segments(); i++) {
      MemorySegment view = NOTHING.asSlice(0, info.length(i));
      links.add(shells.wrap(view, info.busAddress(i)));
    }
    return links.take();
  }

  void flush() {
    port.tx(index).kick();
  }

  /** {@code ift_txd_credits_update}: collects, and forgets only if told to. */
  int credits(boolean clear) {
    TxRing ring = port.tx(index);
    int before = ring.free();
    ring.complete(Integer.MAX_VALUE, Chain::giveBack);
    credits += ring.free() - before;
    int result = credits;
    credits = clear ? 0 : credits;
    return result;
  }

  /** {@code ift_rxd_available}: takes packets out of the ring, and keeps them. */
  int available(int budget) {
    if (received.size() < budget) {
      port.rx(index).poll(budget - received.size(), received::add);
    }
    return received.size();
  }

  /** {@code ift_rxd_pkt_get}. */
  int get(ReceiveInfo info) {
    Packet packet = received.poll();
    if (packet == null) {
      return Errno.EINVAL;
    }
    RxHeaders.fill(info.header(), packet.metadata());
    info.length(packet.frameLength());
    for (Packet part = packet; part != null; part = part.next()) {
      info.fragment(source.index(part), part.length());
    }
    Chain.giveBack(packet);
    return 0;
  }

  void post() {
    port.rx(index).refill();
  }

  /** Forgets all that iflib is going to free. */
  void stopped() {
    received.forEach(Chain::giveBack);
    received.clear();
    source.clear();
    credits = 0;
  }

  int packetsOut() {
    return shells.outstanding() + source.packetsOut();
  }
}
