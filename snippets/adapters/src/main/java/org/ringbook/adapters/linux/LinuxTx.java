package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.NetdevTx.NETDEV_TX_BUSY;
import static org.ringbook.adapters.linux.NetdevTx.NETDEV_TX_OK;
import static org.ringbook.dataplane.dma.Direction.TO_DEVICE;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.ring.TxRing;

/** Sends the skbs of one queue, and takes them back when they were sent. */
final class LinuxTx {
  /**
   * Descriptors of the largest skb: linear part, frags, context. A ring that is
   * smaller has it dropped, and keeps free what the largest needs that it can send.
   */
  static final int DESC_NEEDED = SkBuff.MAX_SKB_FRAGS + 2;

  /** Bytes for one descriptor: a jumbo frame, and less than either family takes. */
  private static final int MAX_DATA_PER_TXD = 12 * 1024;

  private final LinuxKernel kernel;
  private final NetdevQueue queue;
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private TxRing ring;
  private int largest;
  private int wakeThreshold;
  private long packets;
  private long bytes;
  private long dropped;
  private int reaped;
  private long reapedBytes;

  LinuxTx(LinuxKernel kernel, NetdevQueue queue, int shells) {
    this.kernel = kernel;
    this.queue = queue;
    this.shells = new PacketShells(shells);
  }

  /**
   * Uses the ring of a port that was started. Its queue is woken when half of it is
   * free, so that it is not stopped again by the next skb; but never before the
   * largest skb fits, nor later than an empty ring can tell (as Linux's bnxt.c does
   * in bnxt_init_tx_rings; tg3.h has a quarter: TG3_TX_WAKEUP_THRESH).
   */
  void use(TxRing started) {
    ring = started;
    int slots = ring.free() + ring.inFlight() + 1;
    largest = Math.min(DESC_NEEDED, Math.min(ring.longestChain() + 1, slots - 1));
    wakeThreshold = Math.max(largest, slots / 2);
  }

  /** {@code ndo_start_xmit} of this queue. */
  NetdevTx xmit(SkBuff skb) {
    if (ring.free() < largest) {
      queue.netifTxStopQueue();
      return NETDEV_TX_BUSY;
    }
    if (kernel.skbs().ethSkbPad(skb) != 0) {
      dropped++;
      return NETDEV_TX_OK;
    }
    int length = skb.len();
    boolean ready = fits(skb) && TxRequest.prepare(kernel, skb);
    Packet frame = ready ? map(skb) : Packet.NONE;
    if (frame == Packet.NONE || !submit(frame, skb)) {
      dropped++;
      kernel.skbs().devKfreeSkbAny(skb);
      return NETDEV_TX_OK;
    }
    queue.netdevTxSentQueue(length);
    stopIfFull();
    return NETDEV_TX_OK;
  }

  /** What a driver says in {@code ndo_features_check}: never more than this. */
  private boolean fits(SkBuff skb) {
    boolean fewParts = skb.frags().size() < ring.longestChain();
    return fewParts && skb.skbHeadlen() <= MAX_DATA_PER_TXD;
  }

  /** False if it was not accepted; then it is not mapped any more. */
  private boolean submit(Packet frame, SkBuff skb) {
    frame.attach(skb);
    TxRequest.fill(frame.offload(), kernel, skb);
    boolean accepted = ring.submit(frame) == TxRing.Submit.ACCEPTED;
    if (!accepted) {
      unmap(frame);
    }
    return accepted;
  }

  /**
   * Stops while the next skb might not fit. A completion on another CPU may have
   * come between, and found nothing to wake: so look again.
   */
  private void stopIfFull() {
    if (ring.free() >= largest) {
      return;
    }
    queue.netifTxStopQueue();
    kernel.call("smp_mb");
    if (ring.free() >= largest) {
      queue.netifTxStartQueue();
    }
  }

  /** Maps all parts of an skb or none; the chain, or NONE. */
  private Packet map(SkBuff skb) {
    long dma = kernel.dma().dmaMapSingle(skb.data(), TO_DEVICE);
    if (kernel.dma().dmaMappingError(dma)) {
      return Packet.NONE;
    }
    links.add(shells.wrap(skb.data(), dma));
    for (SkbFrag frag : skb.frags()) {
      Packet part = map(frag);
      if (part == Packet.NONE) {
        unmap(links.take());
        return part;
      }
      links.add(part);
    }
    return links.take();
  }

  private Packet map(SkbFrag frag) {
    long dma = kernel.dma().skbFragDmaMap(frag, TO_DEVICE);
    if (kernel.dma().dmaMappingError(dma)) {
      return Packet.NONE;
    }
    MemorySegment memory = frag.memory();
    return shells.wrap(memory, dma);
  }

  /** Undoes {@link #map}: the linear part was a single, the others were pages. */
  private void unmap(Packet first) {
    Packet next = first.next();
    kernel.dma().dmaUnmapSingle(first.busAddress(), first.length(), TO_DEVICE);
    first.giveBack();
    while (next != null) {
      Packet part = next;
      next = part.next();
      kernel.dma().dmaUnmapPage(part.busAddress(), part.length(), TO_DEVICE);
      part.giveBack();
    }
  }

  /** Takes back what was sent; in a poll, budget 0 included: sending needs it. */
  void clean(int budget) {
    reaped = 0;
    reapedBytes = 0;
    ring.complete(Integer.MAX_VALUE, packet -> sent(packet, budget));
    if (reaped == 0) {
      return;
    }
    packets += reaped;
    bytes += reapedBytes;
    queue.netdevTxCompletedQueue(reaped, reapedBytes);
    kernel.call("smp_mb");
    if (queue.netifTxQueueStopped() && ring.free() >= wakeThreshold) {
      queue.netifTxWakeQueue();
    }
  }

  private void sent(Packet frame, int budget) {
    SkBuff skb = (SkBuff) frame.attachment();
    reaped++;
    reapedBytes += skb.len();
    unmap(frame);
    kernel.skbs().napiConsumeSkb(skb, budget);
  }

  /** Drops a frame that was not sent when the port stopped. */
  void drop(Packet frame) {
    SkBuff skb = (SkBuff) frame.attachment();
    unmap(frame);
    dropped++;
    kernel.skbs().devKfreeSkbAny(skb);
  }

  /** Packets that are in use. */
  int outstanding() {
    return shells.outstanding();
  }

  /** {@code tx_packets}. */
  long packets() {
    return packets;
  }

  /** {@code tx_bytes}. */
  long bytes() {
    return bytes;
  }

  /** {@code tx_dropped}. */
  long dropped() {
    return dropped;
  }
}
