package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;

/**
 * The transmit ring, driver's side (8254x SDM 3.3, 3.4; 82599 datasheet 7.2.3).
 *
 * <p>A frame is with the device from {@link #submit} until {@link #complete} hands
 * it out again. The ring remembers it in arrays of its own, beside the descriptors:
 * a descriptor has room for the device's address only. A frame of several packets
 * takes several descriptors, all or none, and is done when its last one is: the
 * device reports no other. One thread at a time.
 */
public final class TxRing {
  private static final int SHORTEST = 60;

  private final DescriptorRing ring;
  private final MemorySegment slots;
  private final TxFormat format;
  private final Doorbell doorbell;
  private final Packet[] frames;
  private final int[] ends;
  private final TxCounters counters = new TxCounters();
  private int next;
  private int clean;
  private int rung;

  /** What became of a submitted frame. */
  public enum Submit {
    /** The ring has it; it comes back through {@link TxRing#complete}. */
    ACCEPTED,
    /**
     * Too few slots are free; nothing was written, and the frame is still the
     * caller's, to retry or to give back.
     */
    FULL
  }

  /** Receives frames that are done. It may submit and give back packets. */
  @FunctionalInterface
  public interface Completion {
    /** Takes over a frame: the first of a chain owned by {@link Owner#STACK}. */
    void done(Packet packet);
  }

  /** Makes the ring with {@link LegacyTxFormat}. */
  public TxRing(DescriptorRing ring, Doorbell doorbell) {
    this(ring, new LegacyTxFormat(), doorbell);
  }

  /**
   * Makes the ring over zeroed descriptors; the device's head and tail must be 0.
   *
   * @param ring its memory
   * @param format of its descriptors, used by no other ring
   * @param doorbell the write to the tail register
   */
  public TxRing(DescriptorRing ring, TxFormat format, Doorbell doorbell) {
    this.ring = ring;
    this.slots = ring.slots();
    this.format = format;
    this.doorbell = doorbell;
    this.frames = new Packet[ring.size()];
    this.ends = new int[ring.size()];
  }

  /** Submits the last frame of a batch: {@code submit(packet, false)}. */
  @CheckReturnValue
  public Submit submit(Packet packet) {
    return submit(packet, false);
  }

  /**
   * Describes a frame to the device, whole or not at all. A short one is first
   * filled up to 60 bytes: the manual asks for 48 before padding (8254x SDM 3.3.3),
   * and Linux found that padding by PCI and PCI-X parts may damage the frame
   * (e1000_main.c).
   *
   * @param packet first of a chain of 1 to {@link #longestChain} packets, all owned
   *     by driver or stack; a frame of fewer than 60 bytes has room for them in its
   *     last buffer
   * @param more true if another follows at once, so that the doorbell can wait;
   *     whoever says so must go on, or call {@link #kick}
   * @return what became of it; a full ring is a result that the caller must handle
   * @throws IllegalArgumentException if the ring could never send such a frame; it
   *     is still the caller's
   */
  // tag::accept[]
  @CheckReturnValue
  public Submit submit(Packet packet, boolean more) {
    if (descriptors(packet) > free()) {
      counters.refused++;
      kick();
      return Submit.FULL;
    }
    Chain.pad(packet, SHORTEST);
    describe(packet);
    counters.submitted++;
    if (!more) {
      kick();
    }
    return Submit.ACCEPTED;
  }

  private void describe(Packet frame) {
    int start = next;
    if (format.needsContext(frame)) {
      format.writeContext(slots, ring.offset(take()), frame);
      counters.contexts++;
    }
    int last = start;
    for (Packet part = frame; part != null; part = part.next()) {
      last = take();
      format.writeData(slots, ring.offset(last), frame, part);
      part.handTo(Owner.DEVICE);
    }
    frames[start] = frame;
    ends[start] = last;
  }

  // end::accept[]

  private int take() {
    int taken = next;
    next = ring.next(next);
    counters.slots++;
    return taken;
  }

  /** Descriptors that a frame would take now; refuses what can never be sent. */
  private int descriptors(Packet frame) {
    int longest = format.longestSegment();
    int packets = Chain.requireSendable(frame, longest, longestChain());
    format.check(frame);
    return packets + (format.needsContext(frame) ? 1 : 0);
  }

  // tag::kick[]
  /** Rings the doorbell if descriptors were written since it was last rung. */
  public void kick() {
    if (rung == next) {
      return;
    }
    // The device must not see the new tail before the descriptors (dma_wmb).
    VarHandle.releaseFence();
    rung = next;
    counters.doorbells++;
    doorbell.ring(next);
  }

  // end::kick[]

  /**
   * Hands out frames that the device is done with, oldest first. A frame is done
   * when its last descriptor is; the device reports on no other.
   *
   * @param budget most frames to hand out, so that a poll ends
   * @param sink takes each frame over, by its first packet
   * @return frames handed out, 0 to {@code budget}
   */
  // tag::reap[]
  public int complete(int budget, Completion sink) {
    int done = 0;
    while (done < budget && clean != next && isDone(ends[clean])) {
      counters.completed++;
      done++;
      Packet frame = takeOut();
      counters.bytes += frame.frameLength();
      sink.done(frame);
    }
    return done;
  }

  private boolean isDone(int index) {
    return format.isDone(slots, ring.offset(index));
  }

  private Packet takeOut() {
    Packet frame = frames[clean];
    frames[clean] = null;
    clean = ring.next(ends[clean]);
    Chain.handTo(frame, Owner.STACK);
    return frame;
  }

  // end::reap[]

  /**
   * Empties the ring at teardown: hands out every frame, sent or not, and starts
   * over at index 0. The device must be reset, or it reads buffers that are in use;
   * what it had sent of a frame, half or all, nobody knows.
   *
   * @param sink takes each frame over, and submits none
   * @return frames handed out
   */
  public int drain(Completion sink) {
    int count = 0;
    while (clean != next) {
      counters.drained++;
      count++;
      sink.done(takeOut());
    }
    ring.clear();
    format.reset();
    next = 0;
    clean = 0;
    rung = 0;
    return count;
  }

  // tag::in-flight[]
  /** Descriptors that can be written now, 0 to {@code size - 1}. */
  public int free() {
    return ring.usable() - inFlight();
  }

  /** Descriptors of frames submitted and not handed out yet. */
  public int inFlight() {
    return ring.distance(clean, next);
  }

  // end::in-flight[]

  /**
   * Most packets of a chain: what the format and the size of this ring allow, at
   * least 6. A longer chain is the caller's to copy together.
   */
  public int longestChain() {
    return format.longestChain(ring.usable());
  }

  /** The counters now. */
  public TxStatistics statistics() {
    return counters.snapshot();
  }
}
