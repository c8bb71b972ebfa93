package org.ringbook.device;

/**
 * A frame on its way: the bytes from destination address to the end of the payload.
 * The frame check sequence is not stored; whether it is right is one bit. Reused for
 * one frame after the other.
 */
final class Frame {
  /** Room for the longest frame that the 8254x sends (8254x SDM 3.3.3). */
  static final int MAX_LENGTH = 16288;

  final byte[] bytes;
  int length;
  boolean goodFcs;

  Frame(int capacity) {
    bytes = new byte[capacity];
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
}
