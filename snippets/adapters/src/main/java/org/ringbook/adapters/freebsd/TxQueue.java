package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OBYTES;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OERRORS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OPACKETS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OQDROPS;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.ring.TxRing;

/**
 * One transmit queue of the driver: from the buf_ring to the core's ring, and back
 * when the device is done. All but {@link #transmit} runs with the queue's mutex
 * held.
 */
final class TxQueue {
  private static final int SHORTEST = 60;

  private final Softc softc;
  private final int index;
  private final Mtx lock;
  private final BufRing pending;
  private final DmaTag tag;
  private final Deque<TxSlot> slots = new ArrayDeque<>();
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private final int segments;

  TxQueue(Softc softc, int index, int ringSize, int segments) {
    this.softc = softc;
    this.index = index;
    this.segments = segments;
    lock = new Mtx(softc.kernel, "tx " + index);
    pending = new BufRing(softc.kernel, softc.mbufs, lock, ringSize);
    tag = new DmaTag(softc.kernel, DmaTag.LARGEST_PACKET, segments);
    for (int i = 0; i < ringSize; i++) {
      slots.push(new TxSlot(this, tag.createMap()));
    }
    shells = new PacketShells(ringSize);
  }

  /**
   * The driver's {@code if_transmit}: queues or frees the packet, and says which.
   */
  int transmit(Mbuf packet) {
    int error = pending.enqueue(packet);
    if (error != 0) {
      softc.ifp.counters().inc(IFCOUNTER_OQDROPS, 1);
      return error;
    }
    int[] result = new int[1];
    lock.holding(() -> result[0] = start());
    return result[0];
  }

  /** Sends what waits, as far as the ring has room; the last error, or 0. */
  private int start() {
    int error = 0;
    while (softc.ifp.isRunning()) {
      Mbuf packet = pending.peek();
      if (packet == null) {
        break;
      }
      if (!hasRoom(packet)) {
        pending.putback(packet);
        softc.ifp.setOactive(true);
        break;
      }
      pending.advance();
      error = send(packet);
    }
    ring().kick();
    return error;
  }

  /** Room for the packet, even if it must be copied together, and for a context. */
  private boolean hasRoom(Mbuf packet) {
    return ring().free() > Math.min(packet.count(), segments);
  }

  private TxRing ring() {
    return softc.port.tx(index);
  }

  /** Sends the packet or drops it; it is the driver's now. */
  private int send(Mbuf packet) {
    TxSlot slot = slots.pop();
    slot.packet = packet;
    int error = pad(packet) ? load(slot) : Errno.ENOMEM;
    if (error == 0) {
      submit(slot);
    } else {
      softc.ifp.counters().inc(IFCOUNTER_OERRORS, 1);
      free(slot);
    }
    return error;
  }

  /** The core's ring can't pad memory that is mapped already. */
  private boolean pad(Mbuf packet) {
    int missing = SHORTEST - packet.header().length();
    return missing <= 0 || softc.mbufs.append(packet, new byte[missing]);
  }

  /** Loads the packet; with too many segments, collapsed or copied together. */
  private int load(TxSlot slot) {
    slot.packet = TxHeaders.prepare(slot.packet, softc.chains);
    if (slot.packet == null) {
      return Errno.ENOBUFS;
    }
    int error = slot.map.loadMbufSg(slot.packet);
    if (error != Errno.EFBIG) {
      return error;
    }
    Mbuf fit = softc.chains.collapse(slot.packet, segments);
    if (fit == null) {
      fit = softc.chains.defrag(slot.packet);
    }
    if (fit == null) {
      return Errno.ENOBUFS;
    }
    slot.packet = fit;
    return slot.map.loadMbufSg(fit);
  }

  private void submit(TxSlot slot) {
    Packet first = wrap(slot);
    first.attach(slot);
    TxHeaders.describe(slot.packet, first.offload());
    long bytes = slot.packet.header().length();
    slot.map.sync(DmaMap.Sync.PREWRITE);
    if (ring().submit(first, true) == TxRing.Submit.FULL) {
      throw new IllegalStateException("there was room for the packet");
    }
    softc.ifp.counters().inc(IFCOUNTER_OPACKETS, 1);
    softc.ifp.counters().inc(IFCOUNTER_OBYTES, bytes);
  }

  /** A chain of shells, one for each segment that the map has. */
  private Packet wrap(TxSlot slot) {
    int segment = 0;
    for (Mbuf m = slot.packet; m != null; m = m.next()) {
      if (m.length() > 0) {
        links.add(shells.wrap(m.mapped(), slot.map.busAddress(segment++)));
      }
    }
    return links.take();
  }

  /** Frees what the device is done with, then sends what waits. */
  void poll() {
    lock.holding(
        () -> {
          ring().complete(Integer.MAX_VALUE, TxQueue::returned);
          softc.ifp.setOactive(false);
          start();
        });
  }

  /** Takes a packet back from whichever queue's ring it was in, sent or not. */
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

  /** Shells in use. */
  int packetsOut() {
    return shells.outstanding();
  }

  void destroy() {
    pending.free();
    slots.forEach(slot -> slot.map.destroy());
    tag.destroy();
    lock.destroy();
  }
}
