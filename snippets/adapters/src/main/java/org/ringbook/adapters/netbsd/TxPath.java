package org.ringbook.adapters.netbsd;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.ring.TxRing;

/**
 * The way out: if_start takes packets from the interface's queue as long as the ring
 * has room, and the device's completions free them. Both hold the queue's mutex,
 * which is of IPL_NET.
 */
final class TxPath {
  private static final int SHORTEST = 60;
  private static final int MAX_PACKET = 65_536 + 18;

  private final Softc softc;
  private final KMutex lock;
  private final Deque<TxSlot> slots = new ArrayDeque<>();
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private final int segments;

  TxPath(Softc softc, int ringSize, int segments) {
    this.softc = softc;
    this.segments = segments;
    lock = new KMutex(softc.kernel, Kernel.Ipl.NET);
    for (int i = 0; i < ringSize; i++) {
      slots.push(new TxSlot(this, new DmaMap(softc.kernel, MAX_PACKET, segments)));
    }
    shells = new PacketShells(ringSize);
  }

  /** The driver's {@code if_start}: looks first, and takes what fits. */
  void start() {
    lock.holding(this::startLocked);
  }

  private void startLocked() {
    IfQueue snd = softc.ifp.snd();
    while (softc.ifp.isRunning() && !softc.ifp.isOactive()) {
      Mbuf packet = snd.poll();
      if (packet == null) {
        break;
      }
      if (!hasRoom(packet)) {
        softc.ifp.setOactive(true);
        break;
      }
      send(snd.dequeue());
    }
    ring().kick();
  }

  private boolean hasRoom(Mbuf packet) {
    return ring().free() > Math.min(packet.count(), segments);
  }

  private TxRing ring() {
    return softc.port.tx(0);
  }

  private void send(Mbuf packet) {
    TxSlot slot = slots.pop();
    slot.packet = packet;
    int bytes = packet.header().length();
    if (load(slot) != 0) {
      softc.ifp.statistics().inc("if_oerrors");
      free(slot);
      return;
    }
    softc.ifp.bpfMtap(slot.packet);
    submit(slot);
    softc.ifp.statistics().inc("if_opackets");
    softc.ifp.statistics().add("if_obytes", Math.max(bytes, SHORTEST));
  }

  /** Loads the packet; with too many segments, copied together. */
  private int load(TxSlot slot) {
    int missing = SHORTEST - slot.packet.header().length();
    if (missing > 0 && !softc.mbufs.pad(slot.packet, missing)) {
      return Errno.ENOBUFS;
    }
    if (TxHeaders.areScattered(slot.packet) && !defrag(slot)) {
      return Errno.ENOBUFS;
    }
    TxHeaders.prepare(slot.packet);
    int error = slot.map.loadMbuf(slot.packet, Direction.TO_DEVICE);
    if (error != Errno.EFBIG) {
      return error;
    }
    if (!defrag(slot)) {
      return Errno.ENOBUFS;
    }
    return slot.map.loadMbuf(slot.packet, Direction.TO_DEVICE);
  }

  private boolean defrag(TxSlot slot) {
    Mbuf copy = softc.mbufs.defrag(slot.packet);
    slot.packet = copy == null ? slot.packet : copy;
    return copy != null;
  }

  private void submit(TxSlot slot) {
    Packet first = wrap(slot);
    first.attach(slot);
    TxHeaders.describe(slot.packet, first.offload());
    slot.map.sync(DmaMap.Sync.PREWRITE);
    if (ring().submit(first, true) == TxRing.Submit.FULL) {
      throw new IllegalStateException("there was room for the packet");
    }
  }

  private Packet wrap(TxSlot slot) {
    int segment = 0;
    for (Mbuf m = slot.packet; m != null; m = m.next()) {
      if (m.length() > 0) {
        links.add(shells.wrap(m.mapped(), slot.map.busAddress(segment++)));
      }
    }
    return links.take();
  }

  /** Frees what the device is done with; whoever calls has if_start called again. */
  int complete() {
    int[] done = new int[1];
    lock.holding(
        () -> {
          done[0] = ring().complete(Integer.MAX_VALUE, TxPath::returned);
          if (done[0] > 0) {
            softc.ifp.setOactive(false);
          }
        });
    return done[0];
  }

  /** Takes a packet back from the ring, sent or not. */
  static void returned(Packet packet) {
    TxSlot slot = (TxSlot) packet.attachment();
    Chain.giveBack(packet);
    slot.map.sync(DmaMap.Sync.POSTWRITE);
    slot.queue.free(slot);
  }

  private void free(TxSlot slot) {
    slot.map.unload();
    softc.mbufs.freem(slot.packet);
    slot.packet = null;
    slots.push(slot);
  }

  int packetsOut() {
    return shells.outstanding();
  }

  void destroy() {
    slots.forEach(slot -> slot.map.destroy());
    lock.destroy();
  }
}
