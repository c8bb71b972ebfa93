package org.ringbook.device;

import java.nio.ByteBuffer;
import java.util.Random;

/** Test frames: a numbered payload of a seeded random length and content. */
final class Frames {
  static final int HEADER = 14;

  private Frames() {}

  static byte[] numbered(int number, int length) {
    byte[] frame = new byte[length];
    new Random(number).nextBytes(frame);
    frame[0] = 2;
    ByteBuffer.wrap(frame).putInt(HEADER, number);
    return frame;
  }

  static byte[] numbered(int number) {
    return numbered(number, 60 + new Random(~number).nextInt(1455));
  }

  static int number(byte[] frame) {
    return ByteBuffer.wrap(frame).getInt(HEADER);
  }
}
