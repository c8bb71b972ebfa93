package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * The receive ring, driver's side (8254x SDM 3.2; 82599 datasheet 7.1.6 to 7.1.8).
 *
 * <p>Every consumed descriptor is paid for with a posted one, at once: a fresh
 * buffer if the frame may be delivered, the same buffer if not. So the device never
 * runs out because the stack is slow; frames are lost instead, and counted: all of
 * them, if the source has no packet beyond the posted ones. One slot stays unfilled,
 * and tail is the index of that slot.
 *
 * <p>A frame over several buffers is collected until its last one and delivered as a
 * chain; a chain that can't be completed is dropped whole. One thread at a time.
 */
public final class RxRing {
  private final DescriptorRing ring;
  private final MemorySegment slots;
  private final RxFormat format;
  private final PacketSource source;
  private final Doorbell doorbell;
  private final Assembly frame;
  private final Packet[] posted;
  private final RxCounters counters = new RxCounters();
  private int next;
  private int clean;
  private int rung;

  /** Makes a ring with {@link LegacyRxFormat}, for frames of one buffer. */
  public RxRing(DescriptorRing ring, PacketSource source, Doorbell doorbell) {
    this(ring, new LegacyRxFormat(), source, 1, doorbell);
  }

  /**
   * Makes the ring, with no buffer posted yet; the device's head and tail must be 0.
   *
   * @param ring its memory
   * @param format of its descriptors
   * @param source where buffers come from; its buffer size is what the device was
   *     told
   * @param longestChain most buffers of a frame, at least 1; a frame over more is
   *     dropped and counted as oversize
   * @param doorbell the write to the tail register
   */
  public RxRing(
      DescriptorRing ring,
      RxFormat format,
      PacketSource source,
      int longestChain,
      Doorbell doorbell) {
    this.ring = ring;
    this.slots = ring.slots();
    this.format = format;
    this.source = source;
    this.doorbell = doorbell;
    this.frame = new Assembly(source, longestChain);
    this.posted = new Packet[ring.size()];
  }

  /**
   * Posts buffers until one slot is left or the source is empty, then rings the
   * doorbell.
   *
   * @return buffers posted; at start, fewer than {@code size - 1}: too small a pool
   */
  // tag::replenish[]
  public int refill() {
    int count = 0;
    while (postedBuffers() < ring.usable()) {
      Packet fresh = source.take();
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
   * buffers, with one doorbell for all. A frame that has not ended yet is kept for
   * the next poll.
   *
   * @param budget most descriptors to consume, so that a poll ends; a frame over
   *     several buffers counts as often
   * @param sink takes each good frame over
   * @return descriptors consumed, 0 to {@code budget}; fewer: none is ready
   */
  // tag::poll-loop[]
  public int poll(int budget, PacketSink sink) {
    int done = 0;
    while (done < budget && clean != next) {
      // An acquire: nothing of the buffer is read before DD is (dma_rmb).
      long word = format.read(slots, ring.offset(clean));
      if (!format.isDone(word)) {
        break;
      }
      consume(word, sink);
      done++;
    }
    refill();
    return done;
  }

  // end::poll-loop[]

  // tag::replace[]
  private void consume(long word, PacketSink sink) {
    boolean last = format.isLast(word);
    long at = ring.offset(clean);
    Packet packet = takeOut();
    Packet fresh = accept(word, last) ? source.take() : packet;
    if (fresh == Packet.NONE) {
      counters.noBuffer++;
      fresh = packet;
    }
    post(fresh);
    if (fresh == packet) {
      frame.drop(last);
    } else {
      keep(at, word, packet, sink);
    }
  }

  // end::replace[]

  private boolean accept(long word, boolean last) {
    if (frame.isDropped()) {
      return false;
    }
    if (!frame.hasRoom(last)) {
      counters.oversize++;
      return false;
    }
    boolean tooLong = format.length(word) > source.bufferSize();
    if (tooLong || (last && format.isDamaged(word))) {
      counters.damaged++;
      return false;
    }
    return true;
  }

  private void keep(long at, long word, Packet packet, PacketSink sink) {
    packet.received(format.length(word), format.status(word), format.errors(word));
    if (!format.isLast(word)) {
      frame.add(packet);
      return;
    }
    Packet whole = frame.complete(packet);
    format.describe(slots, at, word, whole);
    deliver(whole, sink);
  }

  private void deliver(Packet whole, PacketSink sink) {
    Chain.handTo(whole, Owner.STACK);
    counters.received++;
    counters.bytes += whole.frameLength();
    sink.receive(whole);
  }

  private Packet takeOut() {
    Packet packet = posted[clean];
    posted[clean] = null;
    clean = ring.next(clean);
    packet.handTo(Owner.DRIVER);
    return packet;
  }

  private void post(Packet packet) {
    format.post(slots, ring.offset(next), packet.busAddress());
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
    counters.doorbells++;
    doorbell.ring(next);
  }

  /**
   * Gives all buffers back to the source at teardown, posted ones and those of a
   * frame that has not ended, and starts over at index 0. The device must be reset,
   * or it writes to buffers that are in use.
   *
   * @return buffers given back
   */
  public int drain() {
    int count = frame.drop(true);
    for (; clean != next; count++) {
      source.giveBack(takeOut());
    }
    ring.clear();
    next = 0;
    clean = 0;
    rung = 0;
    return count;
  }

  /** Buffers that are with the device, or written back and not consumed yet. */
  public int postedBuffers() {
    return ring.distance(clean, next);
  }

  /** The counters now. */
  public RxStatistics statistics() {
    return counters.snapshot();
  }
}
