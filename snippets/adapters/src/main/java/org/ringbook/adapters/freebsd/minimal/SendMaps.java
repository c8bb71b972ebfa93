package org.ringbook.adapters.freebsd.minimal;

import java.util.Deque;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.ring.TxRing;

/** Chains of mbufs on their way through the core's transmit ring. */
final class SendMaps {
  private static final int SHORTEST = 60;
  private static final int SEGMENTS = 8;

  private final Mbufs mbufs;
  private final DmaTag tag;
  private final Deque<DmaMap> maps;
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();

  /** Maps for so many packets; may sleep. */
  SendMaps(Kernel kernel, Mbufs mbufs, int count) {
    this.mbufs = mbufs;
    tag = new DmaTag(kernel, DmaTag.LARGEST_PACKET, SEGMENTS);
    maps = Loaded.maps(tag, count);
    shells = new PacketShells(count * SEGMENTS);
  }

  // tag::send[]
  /**
   * Sends a packet, or frees it.
   *
   * @return 0; or {@link Errno#ENOBUFS}, and the mbufs are gone as well
   */
  int send(Mbuf m, TxRing ring) {
    if (maps.isEmpty() || !pad(m) || maps.peek().loadMbufSg(m) != 0) {
      mbufs.freem(m);
      return Errno.ENOBUFS;
    }
    DmaMap map = maps.pop();
    Packet packet = wrap(m, map);
    packet.attach(new Loaded(m, map));
    map.sync(Sync.PREWRITE);
    if (ring.submit(packet) == TxRing.Submit.FULL) {
      sent(packet);
      return Errno.ENOBUFS;
    }
    return 0;
  }

  /** The device is done with a packet, or never had it. */
  void sent(Packet packet) {
    Loaded loaded = Loaded.of(packet);
    Chain.giveBack(packet);
    loaded.map().sync(Sync.POSTWRITE);
    loaded.map().unload();
    maps.push(loaded.map());
    mbufs.freem(loaded.m());
  }

  // end::send[]

  private boolean pad(Mbuf m) {
    int missing = SHORTEST - m.header().length();
    return missing <= 0 || mbufs.append(m, new byte[missing]);
  }

  /** A packet of the core for each segment. */
  private Packet wrap(Mbuf chain, DmaMap map) {
    int segment = 0;
    for (Mbuf m = chain; m != null; m = m.next()) {
      if (m.length() > 0) {
        links.add(shells.wrap(m.data(), map.busAddress(segment++)));
      }
    }
    return links.take();
  }

  void destroy() {
    maps.forEach(DmaMap::destroy);
    tag.destroy();
  }
}
