package org.ringbook.dataplane.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * One buffer, with what the driver knows about the frame in it. A frame may be spread
 * over several: then its packets form a chain, from the first to the last.
 *
 * <p>Packets are made by a {@link PacketPool}, or without memory by {@link
 * PacketShells}, all at start. So a packet in use always has a bus address, it
 * outlives every ring that holds it, and no packet is
 * allocated while frames flow. Not safe for use by several threads at once.
 */
public final class Packet {
  /**
   * What {@link PacketPool#take} returns when the pool is empty. Nobody can use it.
   */
  public static final Packet NONE = new Packet();

  private final PacketHome home;
  private MemorySegment buffer;
  private long busAddress;
  private Owner owner = Owner.FREE;
  private int generation;
  private int length;
  private int status;
  private int errors;
  private Object attachment;
  private Packet next;
  private final TxOffload offload = new TxOffload();
  private final RxMetadata metadata = new RxMetadata();

  private Packet() {
    this(null, new DmaRegion(MemorySegment.NULL, 0));
  }

  Packet(PacketHome home, DmaRegion region) {
    this.home = home;
    this.buffer = region.segment();
    this.busAddress = region.busAddress();
  }

  /** The buffer, all of it; refused while the packet is free or with the device. */
  public MemorySegment data() {
    requireCpu();
    return buffer;
  }

  /** Bus address of the buffer's first byte; never 0. */
  public long busAddress() {
    requireTaken();
    return busAddress;
  }

  /** Size of the buffer in bytes. */
  public int capacity() {
    return (int) buffer.byteSize();
  }

  /** Bytes of the frame, without frame check sequence, 0 to {@link #capacity}. */
  public int length() {
    requireTaken();
    return length;
  }

  /**
   * Sets the number of bytes of the frame.
   *
   * @throws IllegalArgumentException if it is negative or exceeds the capacity
   */
  public void length(int bytes) {
    requireCpu();
    if (bytes < 0 || bytes > capacity()) {
      throw new IllegalArgumentException(bytes + " bytes, buffer has " + capacity());
    }
    length = bytes;
  }

  /** Fills a shorter frame up with zeros: no byte of an earlier one may leave. */
  public void pad(int least) {
    int end = length();
    if (end < least) {
      length(least);
      for (int i = end; i < least; i++) {
        buffer.set(ValueLayout.JAVA_BYTE, i, (byte) 0);
      }
    }
  }

  /** Copies a whole frame into the buffer and sets the length. */
  public void copyFrom(byte[] frame) {
    length(frame.length);
    MemorySegment.copy(frame, 0, buffer, ValueLayout.JAVA_BYTE, 0, frame.length);
  }

  /** A copy of the frame's bytes. */
  public byte[] toByteArray() {
    requireCpu();
    return buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /** Records what a write-back said: bytes, status bits, error bits. */
  public void received(int bytes, int statusBits, int errorBits) {
    length(bytes);
    status = statusBits;
    errors = errorBits;
  }

  /** Status bits of the receive descriptor; 0 if the packet was not received. */
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

  /** Who owns the packet now. */
  public Owner owner() {
    return owner;
  }

  /** How often the packet was given back; tells a later use from an earlier one. */
  public int generation() {
    return generation;
  }

  /**
   * Hands the packet on.
   *
   * @throws WrongOwner if the present owner may not hand it to {@code next}
   */
  public void handTo(Owner next) {
    if (next == Owner.FREE) {
      throw new WrongOwner("a packet becomes free by giveBack only");
    }
    requireTaken();
    change(next);
  }

  /**
   * Gives the packet back to where it came from; of a chain, this one alone.
   */
  public void giveBack() {
    requireTaken();
    home.giveBack(this);
  }

  boolean belongsTo(PacketHome candidate) {
    return home == candidate;
  }

  void taken() {
    change(Owner.DRIVER);
    length = 0;
    status = 0;
    errors = 0;
    offload.clear();
    metadata.clear();
  }

  void wrap(MemorySegment memory, long address) {
    buffer = memory;
    busAddress = address;
    length = (int) memory.byteSize();
  }

  void freed() {
    change(Owner.FREE);
    attachment = null;
    next = null;
    generation++;
  }

  // tag::guards[]
  private void change(Owner next) {
    if (!owner.mayHandTo(next)) {
      throw new WrongOwner("owned by " + owner + ", cannot go to " + next);
    }
    owner = next;
  }

  private void requireTaken() {
    if (owner == Owner.FREE) {
      throw new WrongOwner("the packet is free: not taken, or given back");
    }
  }

  private void requireCpu() {
    requireTaken();
    if (owner == Owner.DEVICE) {
      throw new WrongOwner("the device owns the buffer");
    }
  }
  // end::guards[]
}
