package org.ringbook.dataplane.ring;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import org.ringbook.dataplane.descriptor.LegacyTxDescriptor;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;

/**
 * The transmit ring, driver's side, with legacy descriptors (8254x SDM 3.3.3, 3.4).
 *
 * <p>A packet is with the device from {@link #submit} until {@link #complete} hands
 * it out again. The ring remembers it in an array of its own, beside the
 * descriptors: a descriptor has room for the device's address only. One thread at a
 * time.
 */
public final class TxRing {
  private static final int COMMAND =
      LegacyTxDescriptor.EOP | LegacyTxDescriptor.IFCS | LegacyTxDescriptor.RS;

  private static final int SHORTEST = 60;

  private final DescriptorRing ring;
  private final MemorySegment slots;
  private final Doorbell doorbell;
  private final Packet[] inFlight;
  private int next;
  private int clean;
  private int rung;
  private long submitted;
  private long refused;
  private long completed;
  private long drained;
  private long doorbells;

  /** What became of a submitted packet. */
  public enum Submit {
    /** The ring has it; it comes back through {@link TxRing#complete}. */
    ACCEPTED,
    /**
     * No slot is free; the packet is still the caller's, to retry or to give back.
     */
    FULL
  }

  /** Receives packets that are done. It may submit and give back packets. */
  @FunctionalInterface
  public interface Completion {
    /** Takes over a packet, now owned by {@link Owner#STACK}. */
    void done(Packet packet);
  }

  /**
   * Makes the ring over zeroed descriptors; the device's head and tail must be 0.
   *
   * @param ring its memory
   * @param doorbell the write to TDT
   */
  public TxRing(DescriptorRing ring, Doorbell doorbell) {
    this.ring = ring;
    this.slots = ring.slots();
    this.doorbell = doorbell;
    this.inFlight = new Packet[ring.size()];
  }

  /** Submits the last packet of a batch: {@code submit(packet, false)}. */
  @CheckReturnValue
  public Submit submit(Packet packet) {
    return submit(packet, false);
  }

  /**
   * Describes a packet to the device. A short one is first filled up to 60 bytes:
   * the manual asks for 48 before padding (8254x SDM 3.3.3), and Linux found that
   * padding by PCI and PCI-X parts may damage the frame (e1000_main.c).
   *
   * @param packet 1 to 16288 bytes, in a buffer of at least 60, owned by driver or
   *     stack
   * @param more true if another follows at once, so that the doorbell can wait;
   *     whoever says so must go on, or call {@link #kick}
   * @return what became of it; a full ring is a result that the caller must handle
   */
  // tag::accept[]
  @CheckReturnValue
  public Submit submit(Packet packet, boolean more) {
    if (free() == 0) {
      refused++;
      kick();
      return Submit.FULL;
    }
    describe(packet);
    inFlight[next] = packet;
    next = ring.next(next);
    submitted++;
    if (!more) {
      kick();
    }
    return Submit.ACCEPTED;
  }

  private void describe(Packet packet) {
    int length = packet.length();
    if (length < 1 || length > LegacyTxDescriptor.MAX_LENGTH) {
      throw new IllegalArgumentException("cannot send " + length + " bytes");
    }
    packet.pad(SHORTEST);
    length = packet.length();
    long bus = packet.busAddress();
    packet.handTo(Owner.DEVICE);
    LegacyTxDescriptor.write(slots, ring.offset(next), bus, length, COMMAND);
  }

  // end::accept[]

  // tag::kick[]
  /** Rings the doorbell if descriptors were written since it was last rung. */
  public void kick() {
    if (rung == next) {
      return;
    }
    // The device must not see the new tail before the descriptors (dma_wmb).
    VarHandle.releaseFence();
    rung = next;
    doorbells++;
    doorbell.ring(next);
  }

  // end::kick[]

  /**
   * Hands out packets that the device is done with, oldest first.
   *
   * @param budget most packets to hand out, so that a poll ends
   * @param sink takes each packet over
   * @return packets handed out, 0 to {@code budget}
   */
  // tag::reap[]
  public int complete(int budget, Completion sink) {
    int done = 0;
    while (done < budget && clean != next && isDone(clean)) {
      completed++;
      done++;
      sink.done(takeOut());
    }
    return done;
  }

  private boolean isDone(int index) {
    return LegacyTxDescriptor.isDone(slots, ring.offset(index));
  }

  private Packet takeOut() {
    Packet packet = inFlight[clean];
    inFlight[clean] = null;
    clean = ring.next(clean);
    packet.handTo(Owner.STACK);
    return packet;
  }

  // end::reap[]

  /**
   * Empties the ring at teardown: hands out every packet, sent or not, and starts
   * over at index 0. The device must be reset, or it reads buffers that are in use.
   *
   * @param sink takes each packet over, and submits none
   * @return packets handed out
   */
  public int drain(Completion sink) {
    int count = 0;
    while (clean != next) {
      drained++;
      count++;
      sink.done(takeOut());
    }
    ring.clear();
    next = 0;
    clean = 0;
    rung = 0;
    return count;
  }

  // tag::in-flight[]
  /** Packets that can be submitted now, 0 to {@code size - 1}. */
  public int free() {
    return ring.usable() - inFlight();
  }

  /** Packets submitted and not handed out yet. */
  public int inFlight() {
    return ring.distance(clean, next);
  }

  // end::in-flight[]

  /** The counters now. */
  public TxStatistics statistics() {
    return new TxStatistics(submitted, refused, completed, drained, doorbells);
  }
}
