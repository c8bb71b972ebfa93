package org.ringbook.adapters.freebsd;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The ring of packets between the stack and a transmit queue (buf_ring(9)), as the
 * drbr calls use it (net/ifq.h). Any number of threads put packets in without a lock;
 * one at a time, the holder of the queue's mutex, takes them out.
 *
 * <p>Peek shows the first packet and leaves it there, so that a packet that does not
 * fit can stay first: advance takes it out, putback leaves it, changed or not.
 */
public final class BufRing {
  private final Kernel kernel;
  private final Mbufs mbufs;
  private final Mtx consumer;
  private final int size;
  private final Deque<Mbuf> packets = new ArrayDeque<>();
  private boolean peeked;

  /**
   * {@code buf_ring_alloc}.
   *
   * @param kernel that records the calls
   * @param mbufs that frees a packet for which there is no room
   * @param consumer lock of who takes packets out
   * @param size a power of two; one place stays empty
   */
  public BufRing(Kernel kernel, Mbufs mbufs, Mtx consumer, int size) {
    kernel.callOutsideFilter("buf_ring_alloc");
    kernel.lend(1);
    this.kernel = kernel;
    this.mbufs = mbufs;
    this.consumer = consumer;
    this.size = size;
  }

  /**
   * {@code drbr_enqueue}: takes the packet over in any case.
   *
   * @return 0, or {@link Errno#ENOBUFS}: the ring was full and the packet was freed
   */
  public int enqueue(Mbuf packet) {
    kernel.callOutsideFilter("drbr_enqueue");
    if (packets.size() == size - 1) {
      mbufs.freem(packet);
      return Errno.ENOBUFS;
    }
    packets.add(packet);
    return 0;
  }

  /** {@code drbr_peek}: the first packet, or null. */
  public Mbuf peek() {
    consume("drbr_peek");
    Rule.RING_PEEK_ENDS.require(!peeked, "a second drbr_peek");
    peeked = !packets.isEmpty();
    return packets.peek();
  }

  /** {@code drbr_advance}: takes the packet out that was peeked. */
  public void advance() {
    consume("drbr_advance");
    end("drbr_advance");
    packets.remove();
  }

  /** {@code drbr_putback}: leaves a packet in place of the one that was peeked. */
  public void putback(Mbuf packet) {
    consume("drbr_putback");
    end("drbr_putback");
    packets.remove();
    packets.addFirst(packet);
  }

  private void consume(String call) {
    kernel.callOutsideFilter(call);
    Rule.RING_LOCKED.require(consumer.owned(), call + " without the lock");
  }

  private void end(String call) {
    Rule.RING_PEEK_ENDS.require(peeked, call + " without drbr_peek");
    peeked = false;
  }

  /** {@code drbr_empty}. */
  public boolean isEmpty() {
    kernel.call("drbr_empty");
    return packets.isEmpty();
  }

  /** {@code drbr_flush}: frees all that wait. */
  public void flush() {
    consume("drbr_flush");
    packets.forEach(mbufs::freem);
    packets.clear();
  }

  /** {@code drbr_free}: frees all that wait, and the ring. */
  public void free() {
    kernel.callOutsideFilter("drbr_free");
    packets.forEach(mbufs::freem);
    packets.clear();
    kernel.lend(-1);
  }
}
