package org.ringbook.adapters.freebsd.iflib;

import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IBYTES;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IPACKETS;

import java.util.List;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.adapters.freebsd.Mbufs;
import org.ringbook.adapters.freebsd.PacketHeader;
import org.ringbook.adapters.freebsd.TcpLro;

/**
 * iflib's side of a receive queue (iflib_rxq) with its one free list, and
 * the merging of TCP segments.
 */
final class RxQueueSet {
  private static final int BATCH = 32;

  private final Iflib iflib;
  private final int index;
  private final FreeList buffers;
  private final TcpLro lro;
  private int pidx;
  private int cidx;

  RxQueueSet(Iflib iflib, int index) {
    this.iflib = iflib;
    this.index = index;
    buffers = new FreeList(iflib);
    lro = new TcpLro(iflib.kernel(), iflib.ifp());
  }

  /** {@code iflib_fl_refill}: posts buffers until all indices but one have one. */
  void refill() {
    int missing = buffers.size() - 1 - buffers.posted();
    while (missing > 0) {
      List<Integer> filled = buffers.fill(Math.min(missing, BATCH));
      if (filled.isEmpty()) {
        break;
      }
      tell(filled);
      missing -= filled.size();
    }
  }

  private void tell(List<Integer> filled) {
    long[] addresses = new long[filled.size()];
    int[] indices = new int[filled.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = filled.get(i);
      addresses[i] = buffers.busAddress(indices[i]);
    }
    TxRx driver = iflib.context().txrx();
    iflib.kernel().call("ift_rxd_refill");
    driver.rxdRefill(new Refill(index, pidx, addresses, indices, Mbufs.MCLBYTES));
    pidx = (pidx + indices.length) % buffers.size();
    iflib.kernel().call("ift_rxd_flush");
    driver.rxdFlush(index, 0, pidx);
  }

  /** {@code iflib_timer}: a queue without buffers never interrupts. */
  void tick() {
    if (buffers.posted() == 0) {
      iflib.kernel().call("callout_reset");
      refill();
    }
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
      Mbuf m = buffers.take(info.index(i));
      cidx = (info.index(i) + 1) % buffers.size();
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
    buffers.clear();
    pidx = 0;
    cidx = 0;
  }

  void destroy() {
    lro.free();
    buffers.destroy();
  }
}
