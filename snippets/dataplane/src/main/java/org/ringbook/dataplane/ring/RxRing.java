package org.ringbook.dataplane.ring;

import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.DD;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.EOP;
import static org.ringbook.dataplane.descriptor.LegacyRxDescriptor.FRAME_ERRORS;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.ringbook.dataplane.descriptor.LegacyRxDescriptor;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * The receive ring, driver's side, with legacy descriptors (8254x SDM 3.2.3, 3.2.6).
 *
 * <p>Every consumed descriptor is paid for with a posted one, at once: a fresh
 * buffer if the frame is delivered, the same buffer if the frame is dropped. So the
 * device never runs out because the stack is slow; frames are lost instead, and
 * counted: all of them, if the pool has no packet beyond the posted ones. One slot
 * stays unfilled, and tail is the index of that slot. One thread at a time.
 */
public final class RxRing {
  private final DescriptorRing ring;
  private final MemorySegment slots;
  private final PacketSource pool;
  private final Doorbell doorbell;
  private final Packet[] posted;
  private int next;
  private int clean;
  private int rung;
  private boolean discarding;
  private long received;
  private long bytes;
  private long noBuffer;
  private long damaged;
  private long oversize;
  private long doorbells;

  /**
   * Makes the ring, with no buffer posted yet; the device's head and tail must be 0.
   *
   * @param ring its memory
   * @param pool where buffers come from; its buffer size is what the device was told
   * @param doorbell the write to RDT
   */
  public RxRing(DescriptorRing ring, PacketSource pool, Doorbell doorbell) {
    this.ring = ring;
    this.slots = ring.slots();
    this.pool = pool;
    this.doorbell = doorbell;
    this.posted = new Packet[ring.size()];
  }

  /**
   * Posts buffers until one slot is left or the pool is empty, then rings the
   * doorbell.
   *
   * @return buffers posted; at start, fewer than {@code size - 1}: too small a pool
   */
  // tag::replenish[]
  public int refill() {
    int count = 0;
    while (postedBuffers() < ring.usable()) {
      Packet fresh = pool.take();
      if (fresh == Packet.NONE) {
        break;
      }
      post(fresh);
      count++;
    }
    kick();
    return count;
  }

  // end::replenish[]

  /**
   * Delivers frames that the device has written back, in order, and posts as many
   * buffers, with one doorbell for all.
   *
   * @param budget most descriptors to consume, so that a poll ends
   * @param sink takes each good frame over
   * @return descriptors consumed, 0 to {@code budget}; fewer: none is ready
   */
  // tag::poll-loop[]
  public int poll(int budget, PacketSink sink) {
    int done = 0;
    while (done < budget && clean != next) {
      // An acquire: nothing of the write-back is read before DD is (dma_rmb).
      int status = LegacyRxDescriptor.status(slots, ring.offset(clean));
      if ((status & DD) == 0) {
        break;
      }
      consume(status, sink);
      done++;
    }
    refill();
    return done;
  }

  // end::poll-loop[]

  // tag::replace[]
  private void consume(int status, PacketSink sink) {
    long at = ring.offset(clean);
    int length = LegacyRxDescriptor.length(slots, at);
    int errorBits = LegacyRxDescriptor.errors(slots, at);
    Packet packet = takeOut();
    Packet fresh = accept(status, length, errorBits) ? pool.take() : packet;
    if (fresh == Packet.NONE) {
      noBuffer++;
      fresh = packet;
    }
    post(fresh);
    if (fresh != packet) {
      deliver(packet, length, status, errorBits, sink);
    }
  }

  // end::replace[]

  private boolean accept(int status, int length, int errorBits) {
    boolean last = (status & EOP) != 0;
    if (discarding || !last) {
      oversize += last ? 1 : 0;
      discarding = !last;
      return false;
    }
    if ((errorBits & FRAME_ERRORS) != 0 || length > pool.bufferSize()) {
      damaged++;
      return false;
    }
    return true;
  }

  private void deliver(
      Packet packet, int frameBytes, int statusBits, int errorBits, PacketSink out) {
    packet.received(frameBytes, statusBits, errorBits);
    packet.handTo(Owner.STACK);
    received++;
    bytes += frameBytes;
    out.receive(packet);
  }

  private Packet takeOut() {
    Packet packet = posted[clean];
    posted[clean] = null;
    clean = ring.next(clean);
    packet.handTo(Owner.DRIVER);
    return packet;
  }

  private void post(Packet packet) {
    LegacyRxDescriptor.write(slots, ring.offset(next), packet.busAddress());
    packet.handTo(Owner.DEVICE);
    posted[next] = packet;
    next = ring.next(next);
  }

  private void kick() {
    if (rung == next) {
      return;
    }
    // The device must not see the new tail before the descriptors (dma_wmb).
    VarHandle.releaseFence();
    rung = next;
    doorbells++;
    doorbell.ring(next);
  }

  /**
   * Gives all posted buffers back to the pool at teardown and starts over at index
   * 0. The device must be reset, or it writes to buffers that are in use.
   *
   * @return buffers given back
   */
  public int drain() {
    int count = 0;
    for (; clean != next; count++) {
      takeOut().giveBack();
    }
    ring.clear();
    next = 0;
    clean = 0;
    rung = 0;
    discarding = false;
    return count;
  }

  /** Buffers that are with the device, or written back and not consumed yet. */
  public int postedBuffers() {
    return ring.distance(clean, next);
  }

  /** The counters now. */
  public RxStatistics statistics() {
    return new RxStatistics(received, bytes, noBuffer, damaged, oversize, doorbells);
  }
}
