package org.ringbook.device;

import java.lang.foreign.MemorySegment;

/**
 * A frame on its way: the bytes from destination address to the end of the payload.
 * The frame check sequence is not stored; whether it is right is one bit. Reused for
 * one frame after the other.
 */
final class Frame {
  /** Room for the longest frame that the 8254x sends (8254x SDM 3.3.3). */
  static final int MAX_LENGTH = 16288;

  static final int ADDRESS_BYTES = 6;
  static final int TYPE = 2 * ADDRESS_BYTES;
  static final int TAG_BYTES = 4;

  final byte[] bytes;

  /** The same bytes, as the checksum routines want them. */
  final MemorySegment segment;

  int length;
  boolean goodFcs;

  Frame(int capacity) {
    bytes = new byte[capacity];
    segment = MemorySegment.ofArray(bytes);
  }

  void clear() {
    length = 0;
    goodFcs = true;
  }

  boolean fits(int more) {
    return length + more <= bytes.length;
  }

  void copyFrom(Frame other) {
    System.arraycopy(other.bytes, 0, bytes, 0, other.length);
    length = other.length;
    goodFcs = other.goodFcs;
  }

  /** Fills up with zeros to {@code least} bytes. */
  void pad(int least) {
    for (; length < least; length++) {
      bytes[length] = 0;
    }
  }

  /** Two bytes in network order. */
  int u16(int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  void putU16(int at, int value) {
    bytes[at] = (byte) (value >>> 8);
    bytes[at + 1] = (byte) value;
  }

  int u32(int at) {
    return u16(at) << 16 | u16(at + 2);
  }

  void putU32(int at, int value) {
    putU16(at, value >>> 16);
    putU16(at + 2, value);
  }

  /** Destination address; its first byte on the wire is the lowest, as in RAL. */
  long destination() {
    long address = 0;
    for (int i = 0; i < ADDRESS_BYTES && i < length; i++) {
      address |= (bytes[i] & 0xffL) << (8 * i);
    }
    return address;
  }

  boolean isGroup() {
    return length > 0 && (bytes[0] & 1) != 0;
  }

  /** Puts a tag in after the addresses; the buffer has 4 bytes to spare. */
  void insertTag(int type, int control) {
    System.arraycopy(bytes, TYPE, bytes, TYPE + TAG_BYTES, length - TYPE);
    putU16(TYPE, type);
    putU16(TYPE + 2, control);
    length += TAG_BYTES;
  }

  /** Takes the tag out that is there. */
  void removeTag() {
    length -= TAG_BYTES;
    System.arraycopy(bytes, TYPE + TAG_BYTES, bytes, TYPE, length - TYPE);
  }
}
