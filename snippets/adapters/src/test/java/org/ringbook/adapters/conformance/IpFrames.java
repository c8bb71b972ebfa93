package org.ringbook.adapters.conformance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * TCP and UDP over IPv4 and IPv6, with right checksums, and what segmentation in
 * software makes of a long one. Written apart from the core, to check it: RFC 791,
 * 8200, 9293, 768, 1071.
 */
final class IpFrames {
  static final int MAC = 14;
  static final int TCP = 6;
  static final int UDP = 17;
  static final int FIN = 0x01;
  static final int PSH = 0x08;
  static final int ACK = 0x10;

  private IpFrames() {}

  /** A TCP segment over IPv4 (6: IPv6) of the flow that {@code port} names. */
  static byte[] tcp(int version, int port, int sequence, int flags, byte[] payload) {
    byte[] frame = ip(version, TCP, 20 + payload.length);
    ByteBuffer tcp = transport(frame);
    tcp.putShort((short) port).putShort((short) 80).putInt(sequence).putInt(1);
    tcp.put((byte) 0x50).put((byte) flags).putShort((short) 8192).putInt(0).put(payload);
    return checksummed(frame);
  }

  /** A UDP datagram over IPv4 (6: IPv6). */
  static byte[] udp(int version, int port, byte[] payload) {
    byte[] frame = ip(version, UDP, 8 + payload.length);
    ByteBuffer udp = transport(frame);
    udp.putShort((short) port).putShort((short) 53);
    udp.putShort((short) (8 + payload.length)).putShort((short) 0).put(payload);
    return checksummed(frame);
  }

  /** Bytes as random as their number. */
  static byte[] payload(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] ip(int version, int protocol, int length) {
    boolean six = version == 6;
    ByteBuffer out = ByteBuffer.allocate(MAC + (six ? 40 : 20) + length);
    out.put(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2});
    out.putShort((short) (six ? 0x86dd : 0x0800));
    if (six) {
      out.putInt(0x6000_0000).putShort((short) length).put((byte) protocol).put((byte) 64);
      out.put(address(16, 1)).put(address(16, 2));
    } else {
      out.putShort((short) 0x4500).putShort((short) (20 + length)).putInt(0x1234_4000);
      out.put((byte) 64).put((byte) protocol).putShort((short) 0);
      out.put(address(4, 1)).put(address(4, 2));
    }
    return out.array();
  }

  private static byte[] address(int bytes, int last) {
    byte[] address = new byte[bytes];
    address[0] = 10;
    address[bytes - 1] = (byte) last;
    return address;
  }

  private static ByteBuffer transport(byte[] frame) {
    return ByteBuffer.wrap(frame).position(transportOffset(frame));
  }

  static boolean isIpv6(byte[] frame) {
    return frame[12] == (byte) 0x86;
  }

  static int transportOffset(byte[] frame) {
    return MAC + (isIpv6(frame) ? 40 : 20);
  }

  static int protocol(byte[] frame) {
    return frame[MAC + (isIpv6(frame) ? 6 : 9)];
  }

  private static int checksumOffset(byte[] frame) {
    return transportOffset(frame) + (protocol(frame) == TCP ? 16 : 6);
  }

  /** The frame with all checksum fields 0. */
  static byte[] unchecked(byte[] frame) {
    ByteBuffer copy = ByteBuffer.wrap(frame.clone());
    if (!isIpv6(frame)) {
      copy.putShort(MAC + 10, (short) 0);
    }
    return copy.putShort(checksumOffset(frame), (short) 0).array();
  }

  /** The frame with lengths and checksums that fit its bytes. */
  static byte[] checksummed(byte[] raw) {
    byte[] frame = unchecked(raw);
    ByteBuffer out = ByteBuffer.wrap(frame);
    if (isIpv6(frame)) {
      out.putShort(MAC + 4, (short) (frame.length - MAC - 40));
    } else {
      out.putShort(MAC + 2, (short) (frame.length - MAC));
      out.putShort(MAC + 10, fold(sum(frame, MAC, 20)));
    }
    int from = transportOffset(frame);
    int length = frame.length - from;
    int addresses = isIpv6(frame) ? 32 : 8;
    int sum = sum(frame, from - addresses, addresses) + protocol(frame) + length;
    return out.putShort(checksumOffset(frame), fold(sum + sum(frame, from, length))).array();
  }

  private static int sum(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (bytes[from + i] & 0xff) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }

  private static short fold(int sum) {
    int folded = (sum & 0xffff) + (sum >>> 16);
    folded = (folded & 0xffff) + (folded >>> 16);
    return (short) ~folded;
  }

  /** Cuts a TCP frame as a stack does that has no help. */
  static List<byte[]> segments(byte[] frame, int mss) {
    int header = transportOffset(frame) + 20;
    List<byte[]> out = new ArrayList<>();
    for (int at = header; at < frame.length; at += mss) {
      out.add(segment(frame, header, at, Math.min(mss, frame.length - at), out.size()));
    }
    return out;
  }

  private static byte[] segment(byte[] frame, int header, int from, int length, int index) {
    byte[] piece = Arrays.copyOf(frame, header + length);
    System.arraycopy(frame, from, piece, header, length);
    ByteBuffer out = ByteBuffer.wrap(piece);
    int tcp = transportOffset(frame);
    out.putInt(tcp + 4, out.getInt(tcp + 4) + from - header);
    if (from + length < frame.length) {
      piece[tcp + 13] &= (byte) ~(FIN | PSH);
    }
    if (!isIpv6(frame)) {
      out.putShort(MAC + 4, (short) (out.getShort(MAC + 4) + index));
    }
    return checksummed(piece);
  }
}
