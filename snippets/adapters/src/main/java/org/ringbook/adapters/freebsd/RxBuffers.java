package org.ringbook.adapters.freebsd;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * The receive buffers of one queue, as the core's ring asks for them: a cluster,
 * loaded and handed to the device, in the shell of a packet.
 *
 * <p>All are MCLBYTES long, whatever the MTU: a longer frame arrives over several
 * and becomes a chain, and nobody has to find contiguous pages (mbuf(9)).
 */
final class RxBuffers implements PacketSource {
  private static final int SPARE = 64;

  private final Softc softc;
  private final DmaTag tag;
  private final Deque<RxSlot> slots = new ArrayDeque<>();
  private final PacketShells shells;

  RxBuffers(Softc softc, int ringSize) {
    this.softc = softc;
    tag = new DmaTag(softc.kernel, Mbufs.MCLBYTES, 1);
    for (int i = 0; i < ringSize + SPARE; i++) {
      slots.push(new RxSlot(tag.createMap()));
    }
    shells = new PacketShells(ringSize + SPARE);
  }

  @Override
  public int bufferSize() {
    return Mbufs.MCLBYTES;
  }

  @Override
  public Packet take() {
    Mbuf m = slots.isEmpty() ? null : softc.mbufs.getcl();
    if (m == null) {
      return Packet.NONE;
    }
    m.length(Mbufs.MCLBYTES);
    m.header().length(Mbufs.MCLBYTES);
    RxSlot slot = slots.pop();
    if (slot.map.loadMbufSg(m) != 0) {
      slots.push(slot);
      softc.mbufs.freem(m);
      return Packet.NONE;
    }
    return post(slot, m);
  }

  private Packet post(RxSlot slot, Mbuf m) {
    slot.buffer = m;
    slot.map.sync(DmaMap.Sync.PREREAD);
    Packet shell = shells.wrap(m.mapped(), slot.map.busAddress(0));
    shell.attach(slot);
    return shell;
  }

  /** Frees the buffer of a packet that was not delivered. */
  @Override
  public void giveBack(Packet packet) {
    softc.mbufs.freem(release(packet));
  }

  /** Takes the buffer out of the packet, for the CPU; the shell is free then. */
  Mbuf release(Packet packet) {
    RxSlot slot = (RxSlot) packet.attachment();
    Mbuf m = slot.buffer;
    packet.giveBack();
    slot.map.sync(DmaMap.Sync.POSTREAD);
    slot.map.unload();
    slot.buffer = null;
    slots.push(slot);
    return m;
  }

  /** Shells in use. */
  int packetsOut() {
    return shells.outstanding();
  }

  void destroy() {
    slots.forEach(slot -> slot.map.destroy());
    tag.destroy();
  }
}
