package org.ringbook.adapters.freebsd;

import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IBYTES;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IERRORS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IPACKETS;
import static org.ringbook.adapters.freebsd.IfCounters.Counter.IFCOUNTER_IQDROPS;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.ring.RxStatistics;

/**
 * One receive queue of the driver: from the core's ring to the stack.
 *
 * <p>The stack answers from within if_input (an ACK, a forwarded packet), so packets
 * are collected under the queue's mutex and handed over without it.
 */
final class RxQueue {
  private final Softc softc;
  private final int index;
  private final Mtx lock;
  private final RxBuffers buffers;
  private final TcpLro lro;
  private final Callout refill;
  private final Deque<Mbuf> ready = new ArrayDeque<>();
  private RxStatistics counted = new RxStatistics(0, 0, 0, 0, 0, 0);

  RxQueue(Softc softc, int index, int ringSize) {
    this.softc = softc;
    this.index = index;
    lock = new Mtx(softc.kernel, "rx " + index);
    buffers = new RxBuffers(softc, ringSize);
    lro = new TcpLro(softc.kernel, softc.ifp);
    refill = new Callout(softc.kernel, lock);
  }

  RxBuffers buffers() {
    return buffers;
  }

  /**
   * Receives, then gives the stack all that was received.
   *
   * @return descriptors consumed, 0 to {@code budget}
   */
  int poll(int budget) {
    int[] done = new int[1];
    lock.holding(() -> done[0] = receive(budget));
    for (Mbuf m = ready.poll(); m != null; m = ready.poll()) {
      if (lro.rx(m) != 0) {
        softc.ifp.input(m);
      }
    }
    lro.flushAll();
    return done[0];
  }

  // tag::starved[]
  /** A card without buffers never interrupts, so a timer must look after it. */
  void watch() {
    if (softc.port.rx(index).postedBuffers() == 0) {
      refill.reset(this::refillLater);
    }
  }

  private void refillLater() {
    softc.port.rx(index).refill();
    watch();
  }

  // end::starved[]

  /** Lets the timer's time come. */
  void tick() {
    refill.expire();
  }

  private int receive(int budget) {
    int done = softc.port.rx(index).poll(budget, packet -> ready.add(toMbuf(packet)));
    countDrops();
    return done;
  }

  /** Turns a frame into a packet of mbufs; metadata first, giving back forgets it. */
  private Mbuf toMbuf(Packet packet) {
    int bytes = packet.frameLength();
    PacketHeader header = new PacketHeader();
    RxHeaders.fill(header, packet.metadata());
    header.rcvif(softc.ifp);
    header.length(bytes);
    Mbuf first = take(packet, header);
    softc.ifp.counters().inc(IFCOUNTER_IPACKETS, 1);
    softc.ifp.counters().inc(IFCOUNTER_IBYTES, bytes);
    return first;
  }

  private Mbuf take(Packet packet, PacketHeader header) {
    Mbuf first = null;
    Mbuf last = null;
    Packet part = packet;
    while (part != null) {
      Packet following = part.next();
      int length = part.length();
      Mbuf m = buffers.release(part);
      m.length(length);
      m.header(last == null ? header : null);
      if (last == null) {
        first = m;
      } else {
        last.next(m);
      }
      last = m;
      part = following;
    }
    return first;
  }

  private void countDrops() {
    RxStatistics now = softc.port.rx(index).statistics();
    long errors = now.droppedDamaged() + now.droppedOversize();
    long before = counted.droppedDamaged() + counted.droppedOversize();
    add(IFCOUNTER_IERRORS, errors - before);
    add(IFCOUNTER_IQDROPS, now.droppedNoBuffer() - counted.droppedNoBuffer());
    counted = now;
  }

  private void add(IfCounters.Counter counter, long more) {
    if (more > 0) {
      softc.ifp.counters().inc(counter, more);
    }
  }

  void destroy() {
    refill.drain();
    lro.free();
    buffers.destroy();
    lock.destroy();
  }
}
