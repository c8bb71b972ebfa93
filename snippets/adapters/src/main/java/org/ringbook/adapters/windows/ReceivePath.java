package org.ringbook.adapters.windows;

import java.util.function.Supplier;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.RxRing;

/**
 * Receives on one queue. Lists go up in one chain for each poll, without the lock;
 * they come back by MiniportReturnNetBufferLists. When few buffers are left, they are
 * lent no more: NDIS_RECEIVE_FLAGS_RESOURCES makes the protocol copy.
 */
final class ReceivePath {
  private static final int BUDGET = 64;

  private final MiniportAdapter adapter;
  private final Supplier<RxRing> rings;
  private final ReceiveBuffers buffers;
  private final MiniportStatistics statistics;
  private final SpinLock lock;
  private final int queue;
  private final int reserve;
  private final ListQueue ready = new ListQueue();
  private boolean flowing;
  private boolean checksums = true;
  private int lent;

  /**
   * A receive queue.
   *
   * @param rings the ring now; a port that is started anew makes another
   * @param reserve free buffers below which none is lent
   */
  ReceivePath(
      MiniportAdapter adapter,
      int queue,
      Supplier<RxRing> rings,
      ReceiveBuffers buffers,
      int reserve,
      MiniportStatistics statistics) {
    this.adapter = adapter;
    this.queue = queue;
    this.rings = rings;
    this.buffers = buffers;
    this.reserve = reserve;
    this.statistics = statistics;
    this.lock = new SpinLock(adapter.processor());
  }

  /** Lets frames through, or throws them away: paused, or no protocol wants any. */
  void flow(boolean on) {
    flowing = on;
  }

  /** Reports the device's verdict on checksums, or keeps it to itself. */
  void reportChecksums(boolean on) {
    checksums = on;
  }

  // tag::poll[]
  /**
   * Indicates what was received. At DISPATCH_LEVEL.
   *
   * @return true if more may be there
   */
  boolean poll() {
    lock.dprAcquire();
    int count = rings.get().poll(BUDGET, this::collect);
    boolean lend = buffers.available() >= reserve;
    lent += lend ? ready.count() : 0;
    lock.dprRelease();
    if (!ready.isEmpty()) {
      indicate(lend);
    }
    return count == BUDGET;
  }

  private void indicate(boolean lend) {
    int count = ready.count();
    NetBufferList chain = ready.takeAll();
    int flags = lend ? 0 : MiniportAdapter.NDIS_RECEIVE_FLAGS_RESOURCES;
    adapter.ndisMIndicateReceiveNetBufferLists(chain, count, flags);
    if (!lend) {
      lock.dprAcquire();
      reclaim(chain);
      lock.dprRelease();
    }
  }

  // end::poll[]

  private void collect(Packet head) {
    if (!flowing) {
      statistics.discarded();
      buffers.release(head);
      return;
    }
    NetBufferList list = buffers.list(head);
    OffloadInfo.report(head.metadata(), list, queue, checksums);
    statistics.received(head.frameLength());
    ready.add(list);
  }

  /** Takes a list back that was lent. Up to DISPATCH_LEVEL. */
  void giveBack(NetBufferList list) {
    lock.acquire();
    lent--;
    list.next(null);
    reclaim(list);
    lock.release();
  }

  private void reclaim(NetBufferList chain) {
    NetBufferList next;
    for (NetBufferList at = chain; at != null; at = next) {
      next = at.next();
      at.next(null);
      buffers.release((Packet) at.reserved());
      at.reserved(null);
    }
    if (flowing) {
      rings.get().refill();
    }
  }

  /** Lists that NDIS has. */
  int lent() {
    return lent;
  }

  /** Buffers posted or lent. */
  int outstanding() {
    return buffers.outstanding();
  }

  /** Frames lost for want of a buffer. */
  long discarded() {
    return rings.get().statistics().droppedNoBuffer();
  }

  /** Frames dropped as damaged. */
  long damaged() {
    return rings.get().statistics().droppedDamaged() + rings.get().statistics().droppedOversize();
  }

  /** Frees the lists. */
  void free() {
    buffers.free();
  }
}
