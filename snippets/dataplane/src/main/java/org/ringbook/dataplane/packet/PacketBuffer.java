package org.ringbook.dataplane.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The part of a {@link Packet} that is memory: where it is, how much of it is used,
 * and who may touch it.
 *
 * <p>Each method asks the owner first. What is a dangling pointer in C, or a buffer
 * that a device still writes, is a {@link WrongOwner} here.
 */
public abstract sealed class PacketBuffer permits Packet {
  private static final int FREE = Owner.FREE.number;
  private static final int DEVICE = Owner.DEVICE.number;

  private MemorySegment buffer;
  private long busAddress;
  private int length;
  private int owner = FREE;
  private int generation;

  PacketBuffer(MemorySegment memory, long address) {
    buffer = memory;
    busAddress = address;
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

  /**
   * Bytes of the frame in this buffer, without frame check sequence, 0 to {@link
   * #capacity}.
   */
  public int length() {
    requireTaken();
    return length;
  }

  /**
   * Sets the number of bytes of the frame in this buffer.
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

  /** A copy of the frame's bytes in this buffer. */
  public byte[] toByteArray() {
    requireCpu();
    return buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /** Who owns the packet now. */
  public Owner owner() {
    return Owner.numbered(owner);
  }

  /** How often the packet was given back; tells a later use from an earlier one. */
  public int generation() {
    return generation;
  }

  /**
   * Hands the packet on; of a chain, this one alone.
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

  void claim() {
    change(Owner.DRIVER);
    length = 0;
  }

  void wrap(MemorySegment memory, long address) {
    buffer = memory;
    busAddress = address;
    length = (int) memory.byteSize();
  }

  void release() {
    change(Owner.FREE);
    generation++;
  }

  // tag::guards[]
  private void change(Owner next) {
    requireMayGo(next);
    owner = next.number;
  }

  void requireMayGo(Owner next) {
    if (!owner().mayHandTo(next)) {
      throw new WrongOwner("owned by " + owner() + ", cannot go to " + next);
    }
  }

  void requireTaken() {
    if (owner == FREE) {
      throw new WrongOwner("the packet is free: not taken, or given back");
    }
  }

  void requireCpu() {
    requireTaken();
    if (owner == DEVICE) {
      throw new WrongOwner("the device owns the buffer");
    }
  }
  // end::guards[]
}
