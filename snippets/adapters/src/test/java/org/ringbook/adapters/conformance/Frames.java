package org.ringbook.adapters.conformance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ringbook.adapters.host.Outgoing;

/** Frames that no layer above Ethernet looks into. */
final class Frames {
  private static final int ETHER_HEADER = 14;

  /** An EtherType for local experiments (IEEE 802). */
  private static final short EXPERIMENT = (short) 0x88b5;

  private Frames() {}

  /** A frame of so many bytes, at least 14; as random as its length. */
  static byte[] plain(int length) {
    return fill(new byte[length], length);
  }

  /** Frames of 60 bytes with a number each, from {@code first} on. */
  static List<byte[]> numbered(int first, int count) {
    List<byte[]> frames = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      byte[] frame = fill(new byte[60], i);
      ByteBuffer.wrap(frame).putInt(ETHER_HEADER, i);
      frames.add(frame);
    }
    return frames;
  }

  private static byte[] fill(byte[] frame, int seed) {
    new Random(seed).nextBytes(frame);
    frame[0] = 2;
    frame[6] = 2;
    ByteBuffer.wrap(frame).putShort(12, EXPERIMENT);
    return frame;
  }

  /** The frame in pieces of about the same size. */
  static Outgoing scattered(byte[] frame, int pieces) {
    byte[][] parts = new byte[pieces][];
    for (int i = 0; i < pieces; i++) {
      int from = frame.length * i / pieces;
      parts[i] = Arrays.copyOfRange(frame, from, frame.length * (i + 1) / pieces);
    }
    return Outgoing.scattered(parts);
  }
}
