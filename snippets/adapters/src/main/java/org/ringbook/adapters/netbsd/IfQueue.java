package org.ringbook.adapters.netbsd;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The interface's send queue, {@code if_snd} (altq(9)). The stack puts packets in,
 * if_start takes them out, both at IPL_NET. Between IFQ_POLL and IFQ_DEQUEUE, at one
 * level, the same packet stays first: so a driver can look before it takes.
 */
public final class IfQueue {
  private final Kernel kernel;
  private final Mbufs mbufs;
  private final Deque<Mbuf> packets = new ArrayDeque<>();
  private int limit = 256;

  /** The queue of an interface; packets that don't fit are freed. */
  IfQueue(Kernel kernel, Mbufs mbufs) {
    this.kernel = kernel;
    this.mbufs = mbufs;
  }

  /** {@code IFQ_SET_MAXLEN}. */
  public void setMaxlen(int most) {
    kernel.call("IFQ_SET_MAXLEN");
    limit = most;
  }

  /** {@code IFQ_SET_READY}. */
  public void setReady() {
    kernel.call("IFQ_SET_READY");
  }

  /** {@code IFQ_ENQUEUE}: 0, or {@link Errno#ENOBUFS}: the packet was freed. */
  public int enqueue(Mbuf packet) {
    at("IFQ_ENQUEUE");
    if (packets.size() == limit) {
      mbufs.freem(packet);
      return Errno.ENOBUFS;
    }
    packet.queued(true);
    packets.add(packet);
    return 0;
  }

  /** {@code IFQ_POLL}: the first packet, which stays the queue's; or null. */
  public Mbuf poll() {
    at("IFQ_POLL");
    return packets.peek();
  }

  /** {@code IFQ_DEQUEUE}: takes the first packet; or null. */
  public Mbuf dequeue() {
    at("IFQ_DEQUEUE");
    Mbuf packet = packets.poll();
    if (packet != null) {
      packet.queued(false);
    }
    return packet;
  }

  /** {@code IFQ_PURGE}: frees all. */
  public void purge() {
    at("IFQ_PURGE");
    packets.forEach(packet -> packet.queued(false));
    packets.forEach(mbufs::freem);
    packets.clear();
  }

  private void at(String call) {
    kernel.call(call);
    boolean net = kernel.level() == Kernel.Ipl.NET;
    Rule.QUEUE_AT_IPL_NET.require(net, call + " at IPL_" + kernel.level());
  }

  /** {@code IFQ_IS_EMPTY}. */
  public boolean isEmpty() {
    return packets.isEmpty();
  }
}
