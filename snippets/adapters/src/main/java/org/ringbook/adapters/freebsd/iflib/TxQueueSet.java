package org.ringbook.adapters.freebsd.iflib;

import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OBYTES;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OERRORS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OPACKETS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_OQDROPS;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.TxHeaders;

/**
 * iflib's side of a transmit queue (iflib_txq): the ring of waiting packets, and for
 * each descriptor the mbuf and the map that it began with.
 */
final class TxQueueSet {
  private static final int MAX_PACKET = 65_536 + 18;

  private final Iflib iflib;
  private final PacketFitter fitter;
  private final int index;
  private final DmaTag tag;
  private final DmaMap[] maps;
  private final Mbuf[] mbufs;
  private final Deque<Mbuf> waiting = new ArrayDeque<>();
  private int pidx;
  private int cidx;
  private int inUse;
  private boolean stalled;

  TxQueueSet(Iflib iflib, int index) {
    this.iflib = iflib;
    this.fitter = new PacketFitter(iflib);
    this.index = index;
    int size = iflib.context().txDescriptors();
    iflib.kernel().call("ifmp_ring_alloc");
    tag = new DmaTag(iflib.kernel(), MAX_PACKET, iflib.context().txSegments());
    maps = new DmaMap[size];
    mbufs = new Mbuf[size];
    for (int i = 0; i < size; i++) {
      maps[i] = tag.createMap();
    }
  }

  /** {@code iflib_if_transmit}. */
  int transmit(Mbuf packet) {
    iflib.kernel().call("ifmp_ring_enqueue");
    if (waiting.size() == maps.length - 1) {
      iflib.mbufs().freem(packet);
      iflib.ifp().counters().inc(IFCOUNTER_OQDROPS, 1);
      return Errno.ENOBUFS;
    }
    waiting.add(packet);
    return drain();
  }

  /** {@code iflib_txq_drain}: encapsulates what fits; the last error, or 0. */
  private int drain() {
    int error = 0;
    int before = pidx;
    stalled = false;
    while (iflib.ifp().isRunning() && !waiting.isEmpty() && !stalled) {
      stalled = !hasRoom(waiting.peek());
      if (!stalled) {
        error = encap(waiting.remove());
      }
    }
    if (pidx != before) {
      iflib.kernel().call("ift_txd_flush");
      iflib.context().txrx().txdFlush(index, pidx);
    }
    return error;
  }

  private boolean hasRoom(Mbuf packet) {
    int pieces = Math.min(packet.count(), iflib.context().txSegments());
    return maps.length - 1 - inUse > pieces;
  }

  /**
   * {@code iflib_encap}: maps the packet, fitted if needed, and has it described.
   */
  private int encap(Mbuf packet) {
    Mbuf ready = fitter.prepare(packet);
    if (ready == null) {
      return failed(null, Errno.ENOBUFS);
    }
    DmaMap map = maps[pidx];
    int error = map.loadMbufSg(ready);
    if (error == Errno.EFBIG) {
      ready = fitter.fit(ready);
      error = map.loadMbufSg(ready);
    }
    return error == 0 ? describe(ready, map) : failed(ready, error);
  }

  private int describe(Mbuf packet, DmaMap map) {
    PacketInfo info = new PacketInfo(index, map, packet.header(), pidx);
    if (TxHeaders.areNeeded(packet)) {
      int ether = TxHeaders.etherLength(packet);
      int transport = TxHeaders.transportLength(packet);
      info.headers(ether, TxHeaders.ipLength(packet), transport);
    }
    int bytes = packet.header().length();
    map.sync(DmaMap.Sync.PREWRITE);
    iflib.kernel().call("ift_txd_encap");
    int error = iflib.context().txrx().txdEncap(info);
    if (error != 0) {
      boolean same = info.newPidx() == pidx;
      Rule.FAILED_ENCAP_WRITES_NOTHING.require(same, "ipi_new_pidx moved");
      map.sync(DmaMap.Sync.POSTWRITE);
      return failed(packet, error);
    }
    mbufs[pidx] = packet;
    advance(info);
    iflib.ifp().counters().inc(IFCOUNTER_OPACKETS, 1);
    iflib.ifp().counters().inc(IFCOUNTER_OBYTES, bytes);
    return 0;
  }

  private void advance(PacketInfo info) {
    boolean inRing = info.newPidx() >= 0 && info.newPidx() < maps.length;
    int written = info.newPidx() - pidx + (info.newPidx() < pidx ? maps.length : 0);
    boolean sound = inRing && written > 0 && written < maps.length - inUse;
    Rule.NEW_PIDX.require(sound, "from " + pidx + " to " + info.newPidx());
    inUse += written;
    pidx = info.newPidx();
  }

  private int failed(Mbuf packet, int error) {
    maps[pidx].unload();
    iflib.mbufs().freem(packet);
    iflib.ifp().counters().inc(IFCOUNTER_OERRORS, 1);
    return error;
  }

  /** {@code _task_fn_tx}: frees what is sent, then sends what waits. */
  void task() {
    if (credits(false) > 0) {
      int done = credits(true);
      Rule.CREDITS_PEEK.require(done > 0, "there were some, now there are none");
      free(done);
    }
    drain();
  }

  int credits(boolean clear) {
    iflib.kernel().call("ift_txd_credits_update");
    int done = iflib.context().txrx().txdCreditsUpdate(index, clear);
    boolean flight = done >= 0 && done <= inUse;
    Rule.CREDITS_IN_FLIGHT.require(flight, done + " of " + inUse);
    return done;
  }

  /** {@code iflib_tx_desc_free}. */
  private void free(int descriptors) {
    for (int i = 0; i < descriptors; i++) {
      if (mbufs[cidx] != null) {
        maps[cidx].sync(DmaMap.Sync.POSTWRITE);
        maps[cidx].unload();
        iflib.mbufs().freem(mbufs[cidx]);
        mbufs[cidx] = null;
      }
      cidx = (cidx + 1) % maps.length;
    }
    inUse -= descriptors;
  }

  /** After IFDI_STOP: all that is in flight is freed. */
  void stop() {
    Rule.STOP_IS_QUIET.require(credits(false) == 0, "credits on queue " + index);
    free(inUse);
    pidx = 0;
    cidx = 0;
    stalled = false;
  }

  /** Whether packets wait for room in the ring. */
  boolean isStalled() {
    return stalled;
  }

  void destroy() {
    iflib.kernel().call("ifmp_ring_free");
    waiting.forEach(iflib.mbufs()::freem);
    waiting.clear();
    for (DmaMap map : maps) {
      map.destroy();
    }
    tag.destroy();
  }
}
