package org.ringbook.adapters.freebsd.iflib;

import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IBYTES;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IPACKETS;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.freebsd.TcpLro;

/**
 * iflib's side of a receive queue (iflib_rxq) with its one free list: a mbuf and a map
 * for each index, posted or not, and the merging of TCP segments.
 */
final class RxQueueSet {
  private static final int BATCH = 32;

  private final Iflib iflib;
  private final int index;
  private final DmaTag tag;
  private final DmaMap[] maps;
  private final Mbuf[] mbufs;
  private final TcpLro lro;
  private int pidx;
  private int cidx;

  RxQueueSet(Iflib iflib, int index) {
    this.iflib = iflib;
    this.index = index;
    int size = iflib.context().rxDescriptors();
    tag = new DmaTag(iflib.kernel(), Mbufs.MCLBYTES, 1);
    maps = new DmaMap[size];
    mbufs = new Mbuf[size];
    for (int i = 0; i < size; i++) {
      maps[i] = tag.createMap();
    }
    lro = new TcpLro(iflib.kernel(), iflib.ifp());
  }

  /** {@code iflib_fl_refill}: posts buffers until all indices but one have one. */
  void refill() {
    int missing = maps.length - 1 - posted();
    while (missing > 0) {
      int done = refill(Math.min(missing, BATCH));
      if (done == 0) {
        break;
      }
      missing -= done;
    }
  }

  private int refill(int most) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < maps.length && filled.size() < most; i++) {
      if (mbufs[i] == null) {
        if (!post(i)) {
          break;
        }
        filled.add(i);
      }
    }
    if (!filled.isEmpty()) {
      tell(filled);
    }
    return filled.size();
  }

  private boolean post(int i) {
    Mbuf m = iflib.mbufs().getcl();
    if (m == null) {
      return false;
    }
    m.length(Mbufs.MCLBYTES);
    m.header().length(Mbufs.MCLBYTES);
    if (maps[i].loadMbufSg(m) != 0) {
      iflib.mbufs().freem(m);
      return false;
    }
    maps[i].sync(DmaMap.Sync.PREREAD);
    mbufs[i] = m;
    return true;
  }

  private void tell(List<Integer> filled) {
    long[] addresses = new long[filled.size()];
    int[] indices = new int[filled.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = filled.get(i);
      addresses[i] = maps[indices[i]].busAddress(0);
    }
    TxRx driver = iflib.context().txrx();
    iflib.kernel().call("ift_rxd_refill");
    driver.rxdRefill(new Refill(index, pidx, addresses, indices, Mbufs.MCLBYTES));
    pidx = (pidx + indices.length) % maps.length;
    iflib.kernel().call("ift_rxd_flush");
    driver.rxdFlush(index, 0, pidx);
  }

  /** {@code iflib_timer}: a queue without buffers never interrupts. */
  void tick() {
    if (posted() == 0) {
      iflib.kernel().call("callout_reset");
      refill();
    }
  }

  private int posted() {
    int count = 0;
    for (Mbuf m : mbufs) {
      count += m == null ? 0 : 1;
    }
    return count;
  }

  /** {@code iflib_rxeof}: true if there is more. */
  boolean receive(int budget) {
    int ready = available(budget);
    int done = 0;
    for (; done < Math.min(ready, budget); done++) {
      deliver(get());
    }
    refill();
    lro.flushAll();
    return done == budget;
  }

  int available(int budget) {
    iflib.kernel().call("ift_rxd_available");
    return iflib.context().txrx().rxdAvailable(index, cidx, budget);
  }

  private Mbuf get() {
    ReceiveInfo info = new ReceiveInfo(index);
    iflib.kernel().call("ift_rxd_pkt_get");
    int error = iflib.context().txrx().rxdPktGet(info);
    Rule.AVAILABLE_IS_THERE.require(error == 0, "error " + error);
    info.checkLengths();
    Mbuf first = null;
    Mbuf last = null;
    for (int i = 0; i < info.fragments(); i++) {
      Mbuf m = take(info.index(i));
      m.length(info.length(i, Mbufs.MCLBYTES));
      m.header(first == null ? info.header() : null);
      if (first == null) {
        first = m;
      } else {
        last.next(m);
      }
      last = m;
    }
    return first;
  }

  private Mbuf take(int i) {
    boolean there = i >= 0 && i < mbufs.length && mbufs[i] != null;
    Rule.FRAGMENT_POSTED.require(there, "index " + i);
    Mbuf m = mbufs[i];
    mbufs[i] = null;
    maps[i].sync(DmaMap.Sync.POSTREAD);
    maps[i].unload();
    cidx = (i + 1) % maps.length;
    return m;
  }

  private void deliver(Mbuf packet) {
    PacketHeader header = packet.header();
    header.rcvif(iflib.ifp());
    iflib.ifp().counters().inc(IFCOUNTER_IPACKETS, 1);
    iflib.ifp().counters().inc(IFCOUNTER_IBYTES, header.length());
    if (lro.rx(packet) != 0) {
      iflib.ifp().input(packet);
    }
  }

  /** After IFDI_STOP: all buffers are freed. */
  void stop() {
    int left = available(1);
    Rule.STOP_IS_QUIET.require(left == 0, left + " packets on queue " + index);
    for (int i = 0; i < maps.length; i++) {
      if (mbufs[i] != null) {
        iflib.mbufs().freem(take(i));
      }
    }
    pidx = 0;
    cidx = 0;
  }

  void destroy() {
    lro.free();
    for (DmaMap map : maps) {
      map.destroy();
    }
    tag.destroy();
  }
}
