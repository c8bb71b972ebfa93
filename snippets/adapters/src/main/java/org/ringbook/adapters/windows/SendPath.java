package org.ringbook.adapters.windows;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.TxRing;

/**
 * Sends on one queue. NDIS knows no push-back: a miniport takes all it is given and
 * keeps what the ring has no room for, or completes it with an error. So there is a
 * queue here, between the scatter/gather list of a frame and the ring.
 *
 * <pre>
 *   NET_BUFFER_LIST -&gt; NdisMAllocateNetBufferSGList, a NET_BUFFER each
 *                      -&gt; MiniportProcessSGList -&gt; waiting -&gt; ring
 *   DPC: ring -&gt; NdisMFreeNetBufferSGList -&gt; all frames of the list done?
 *                      -&gt; NdisMSendNetBufferListsComplete, without the lock
 * </pre>
 */
final class SendPath {
  private static final int BUDGET = 64;

  private final MiniportAdapter adapter;
  private final ScatterGatherDma dma;
  private final Supplier<TxRing> rings;
  private final SendPackets packets;
  private final MiniportStatistics statistics;
  private final SpinLock lock;
  private final Queue<ScatterGatherList> waiting = new ArrayDeque<>();
  private final ListQueue done = new ListQueue();
  private Packet built = Packet.NONE;

  /**
   * A send queue.
   *
   * @param rings the ring now; a port that is started anew makes another
   */
  SendPath(
      MiniportAdapter adapter,
      ScatterGatherDma dma,
      Supplier<TxRing> rings,
      SendPackets packets,
      MiniportStatistics statistics) {
    this.adapter = adapter;
    this.dma = dma;
    this.rings = rings;
    this.packets = packets;
    this.statistics = statistics;
    this.lock = new SpinLock(adapter.processor());
  }

  private TxRing ring() {
    return rings.get();
  }

  /** Takes a list over. At DISPATCH_LEVEL, where NDIS maps. */
  void send(NetBufferList list) {
    list.expect();
    NetBuffer next;
    for (NetBuffer at = list.first(); at != null; at = next) {
      next = at.next();
      if (dma.allocate(at) != NdisStatus.SUCCESS) {
        lock.dprAcquire();
        frameDone(at, NdisStatus.RESOURCES);
        lock.dprRelease();
      }
    }
  }

  /** MiniportProcessSGList. */
  void processSgList(ScatterGatherList list) {
    lock.dprAcquire();
    waiting.add(list);
    fillRing();
    lock.dprRelease();
  }

  private void fillRing() {
    while (build() != Packet.NONE
        && ring().submit(built, waiting.size() > 1) == TxRing.Submit.ACCEPTED) {
      built = Packet.NONE;
      waiting.remove();
    }
    ring().kick();
  }

  /** Describes the first waiting frame to the core, unless that is done. */
  private Packet build() {
    if (built == Packet.NONE && !waiting.isEmpty()) {
      built = packets.build(waiting.peek(), ring().longestChain());
    }
    return built;
  }

  /**
   * Completes what the device is done with. At DISPATCH_LEVEL.
   *
   * @return true if more may be done
   */
  boolean complete() {
    lock.dprAcquire();
    int count = ring().complete(BUDGET, this::sent);
    fillRing();
    lock.dprRelease();
    completeLists();
    return count == BUDGET;
  }

  private void sent(Packet head) {
    takeBack(head, NdisStatus.SUCCESS);
  }

  /** Takes a frame back that the device has not sent. */
  void aborted(Packet head) {
    takeBack(head, NdisStatus.SEND_ABORTED);
  }

  private void takeBack(Packet head, NdisStatus status) {
    ScatterGatherList list = (ScatterGatherList) head.attachment();
    Chain.giveBack(head);
    dma.free(list);
    frameDone(list.frame(), status);
  }

  /** Takes all back that never reached the ring. At DISPATCH_LEVEL. */
  void abortWaiting() {
    lock.dprAcquire();
    if (built != Packet.NONE) {
      waiting.remove();
      aborted(built);
      built = Packet.NONE;
    }
    for (ScatterGatherList list : waiting) {
      dma.free(list);
      frameDone(list.frame(), NdisStatus.SEND_ABORTED);
    }
    waiting.clear();
    lock.dprRelease();
  }

  private void frameDone(NetBuffer frame, NdisStatus status) {
    statistics.sent(frame.dataLength(), status);
    if (status != NdisStatus.SUCCESS) {
      frame.list().status(status);
    }
    if (frame.list().oneDone()) {
      done.add(frame.list());
    }
  }

  /** Hands completed lists to NDIS, without a lock: it may send from within. */
  void completeLists() {
    if (!done.isEmpty()) {
      adapter.ndisMSendNetBufferListsComplete(done.takeAll());
    }
  }

  /** Frames with the device or before it. */
  int inFlight() {
    return ring().inFlight() + waiting.size();
  }

  /** Packets in use. */
  int packets() {
    return packets.outstanding();
  }
}
