package org.ringbook.adapters.freebsd.minimal;

import java.util.Deque;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaMap.Sync;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.PacketSource;

/** Clusters for the core's receive ring: allocated, loaded, handed to the device. */
final class ReceiveClusters implements PacketSource {
  private final Mbufs mbufs;
  private final DmaTag tag;
  private final Deque<DmaMap> maps;
  private final PacketShells shells;

  /** Maps for so many clusters; may sleep. */
  ReceiveClusters(Kernel kernel, Mbufs mbufs, int count) {
    this.mbufs = mbufs;
    tag = new DmaTag(kernel, Mbufs.MCLBYTES, 1);
    maps = Loaded.maps(tag, count);
    shells = new PacketShells(count);
  }

  @Override
  public int bufferSize() {
    return Mbufs.MCLBYTES;
  }

  // tag::take[]
  @Override
  public Packet take() {
    Mbuf m = maps.isEmpty() ? null : mbufs.getcl();
    if (m == null) {
      return Packet.NONE;
    }
    m.length(Mbufs.MCLBYTES);
    m.header().length(Mbufs.MCLBYTES);
    DmaMap map = maps.pop();
    if (map.loadMbufSg(m) != 0) {
      maps.push(map);
      mbufs.freem(m);
      return Packet.NONE;
    }
    Packet packet = shells.wrap(m.data(), map.busAddress(0));
    packet.attach(new Loaded(m, map));
    map.sync(Sync.PREREAD);
    return packet;
  }

  // end::take[]

  @Override
  public void giveBack(Packet packet) {
    mbufs.freem(release(packet));
  }

  /** The cluster of a packet, for the CPU. */
  Mbuf release(Packet packet) {
    Loaded loaded = Loaded.of(packet);
    packet.giveBack();
    loaded.map().sync(Sync.POSTREAD);
    loaded.map().unload();
    maps.push(loaded.map());
    return loaded.m();
  }

  void destroy() {
    maps.forEach(DmaMap::destroy);
    tag.destroy();
  }
}
