package org.ringbook.dataplane.packet;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * One buffer, with what the driver knows about the frame in it. A frame may be
 * spread over several: then its packets form a chain, from the first to the last,
 * and {@link Chain} has what is done to all of them at once.
 *
 * <p>Packets are made by a {@link PacketPool}, or without memory by {@link
 * PacketShells}, all at start. So a packet in use always has a bus address, it
 * outlives every ring that holds it, and no packet is allocated while frames flow.
 * Not safe for use by several threads at once.
 */
public final class Packet extends PacketBuffer {
  /**
   * What {@link PacketPool#take} returns when the pool is empty. Nobody can use it.
   */
  public static final Packet NONE = new Packet(null, MemorySegment.NULL, 0);

  private final PacketHome home;
  private final TxOffload offload = new TxOffload();
  private final RxMetadata metadata = new RxMetadata();
  private int status;
  private int errors;
  private Object attachment;
  private Packet next;

  private Packet(PacketHome home, MemorySegment memory, long address) {
    super(memory, address);
    this.home = home;
  }

  Packet(PacketHome home, DmaRegion region) {
    this(home, region.segment(), region.busAddress());
  }

  /** Records what a write-back said: bytes, status bits, error bits. */
  public void received(int bytes, int statusBits, int errorBits) {
    length(bytes);
    status = statusBits;
    errors = errorBits;
  }

  /**
   * Status bits of the receive descriptor, in the places of its format; 0 if the
   * packet was not received. What they mean is in {@link #metadata} as well.
   */
  public int status() {
    return status;
  }

  /** Error bits of the receive descriptor; 0 if the packet was not received. */
  public int errors() {
    return errors;
  }

  // tag::back-pointer[]
  /** What an adapter tied to the packet (an mbuf, a net buffer list), or null. */
  public Object attachment() {
    return attachment;
  }

  /** Ties an object to the packet until it is given back. */
  public void attach(Object object) {
    requireTaken();
    attachment = object;
  }

  // end::back-pointer[]

  /** The packet with the next bytes of the same frame, or null with the last. */
  public Packet next() {
    return next;
  }

  /** Puts a packet after this one, or cuts the chain here with null. */
  public void next(Packet more) {
    requireTaken();
    next = more;
  }

  /** Packets of the chain from here on, at least 1. */
  public int segments() {
    int count = 1;
    for (Packet at = next; at != null; at = at.next) {
      count++;
    }
    return count;
  }

  /** Bytes of the chain from here on. */
  public int frameLength() {
    int bytes = length();
    for (Packet at = next; at != null; at = at.next) {
      bytes += at.length();
    }
    return bytes;
  }

  /** What the device shall do to the frame while it sends it. */
  public TxOffload offload() {
    return offload;
  }

  /** What the device found out about the frame when it received it. */
  public RxMetadata metadata() {
    return metadata;
  }

  /**
   * Gives the packet back to where it came from; of a chain, this one alone. For the
   * chain there is {@link Chain#giveBack}.
   */
  public void giveBack() {
    requireTaken();
    home.giveBack(this);
  }

  boolean belongsTo(PacketHome candidate) {
    return home == candidate;
  }

  void taken() {
    claim();
    status = 0;
    errors = 0;
    offload.clear();
    metadata.clear();
  }

  void freed() {
    release();
    // Mostly null already, and to compare is cheaper than to store a reference.
    if (attachment != null) {
      attachment = null;
    }
    if (next != null) {
      next = null;
    }
  }
}
