package org.ringbook.porting.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.TcpHeader;

/** Frames to send and receive, and what a long one must be cut into. */
final class TrialFrames {
  static final int MAC_BYTES = 14;
  private static final int TCP_BYTES = 20;
  private static final String HERE = "02:00:00:00:00:01";
  private static final String THERE = "02:00:00:00:00:02";
  private static final int IDENTIFICATION = 0x1234;
  private static final int SEQUENCE = -500; // wraps within the first segments

  private TrialFrames() {}

  /** A frame of this many bytes that no layer above Ethernet looks into. */
  static byte[] plain(int length) {
    byte[] payload = bytes(length - MAC_BYTES, length);
    FrameBuilder frame = FrameBuilder.ethernet(HERE, THERE).opaque(0x88b5);
    return frame.payload(payload).build();
  }

  /** Frames of 60 bytes, all different. */
  static List<byte[]> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                FrameBuilder.ethernet(HERE, THERE)
                    .opaque(0x88b5)
                    .payload(bytes(46, 1000 + i))
                    .build())
        .toList();
  }

  /** The same frame with an 802.1Q tag. */
  static byte[] tagged(byte[] frame, int tag) {
    byte[] out = new byte[frame.length + 4];
    System.arraycopy(frame, 0, out, 0, 12);
    out[12] = (byte) 0x81;
    out[14] = (byte) (tag >> 8);
    out[15] = (byte) tag;
    System.arraycopy(frame, 12, out, 16, frame.length - 12);
    return out;
  }

  /** A TCP segment of a flow. */
  static byte[] tcp(int version, int port, int payload) {
    return segment(version, port, bytes(payload, payload), 0, payload, payload);
  }

  /**
   * What the wire must show of {@code tcp(version, port, payload)}, cut at a
   * size.
   */
  static List<byte[]> segments(int version, int port, int payload, int size) {
    byte[] all = bytes(payload, payload);
    List<byte[]> out = new ArrayList<>();
    for (int at = 0; at < payload; at += size) {
      out.add(segment(version, port, all, at, Math.min(size, payload - at), size));
    }
    return out;
  }

  private static byte[] segment(
      int version, // of IP
      int port,
      byte[] all,
      int at,
      int length,
      int size) {
    FrameBuilder frame = FrameBuilder.ethernet(HERE, THERE);
    if (version == 4) {
      frame.ipv4("192.0.2.1", "192.0.2.2").dontFragment();
      frame.identification(IDENTIFICATION + at / size);
    } else {
      frame.ipv6("2001:db8::1", "2001:db8::2");
    }
    boolean last = at + length == all.length;
    int flags = last ? TcpHeader.ACK | TcpHeader.PSH : TcpHeader.ACK;
    frame.tcp(port, 80).flags(flags).numbers(SEQUENCE + at, 1);
    return frame.payload(Arrays.copyOfRange(all, at, at + length)).build();
  }

  /** The frame as a stack hands it over that leaves all checksums to the device. */
  static byte[] unchecked(byte[] frame) {
    byte[] out = frame.clone();
    boolean six = frame[12] == (byte) 0x86;
    int transport = MAC_BYTES + (six ? 40 : 20);
    if (!six) {
      Arrays.fill(out, MAC_BYTES + 10, MAC_BYTES + 12, (byte) 0);
    }
    Arrays.fill(out, transport + 16, transport + 18, (byte) 0);
    return out;
  }

  /** Bytes of the headers of such a segment. */
  static int headers(int version) {
    return MAC_BYTES + (version == 4 ? 20 : 40) + TCP_BYTES;
  }

  /** The frame in pieces of about the same size. */
  static List<byte[]> cut(byte[] frame, int pieces) {
    IntStream all = IntStream.range(0, pieces);
    return all.mapToObj(i -> piece(frame, i, pieces)).toList();
  }

  private static byte[] piece(byte[] frame, int index, int pieces) {
    int from = frame.length * index / pieces;
    return Arrays.copyOfRange(frame, from, frame.length * (index + 1) / pieces);
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
