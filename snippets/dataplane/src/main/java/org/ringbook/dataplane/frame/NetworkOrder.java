package org.ringbook.dataplane.frame;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.lang.foreign.ValueLayout.OfShort;

/**
 * Numbers as they go over the wire: the most significant byte first (RFC 791,
 * appendix B). Descriptors are little-endian, headers are big-endian, whatever the
 * CPU is.
 *
 * <p>No alignment is assumed: after 14 bytes of Ethernet header, the 32-bit words of
 * IP lie on odd halves unless a driver starts the frame at offset 2 (Linux calls
 * that {@code NET_IP_ALIGN}).
 */
public final class NetworkOrder {
  private static final OfShort U16 = JAVA_SHORT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfInt U32 = JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfLong U64 = JAVA_LONG_UNALIGNED.withOrder(BIG_ENDIAN);

  private NetworkOrder() {}

  /** 8 bits, 0 to 255. */
  public static int u8(MemorySegment data, long offset) {
    return data.get(JAVA_BYTE, offset) & 0xff;
  }

  /** 16 bits, 0 to 65535. */
  public static int u16(MemorySegment data, long offset) {
    return data.get(U16, offset) & 0xffff;
  }

  /** 32 bits, as an int: numbers of 2^31 and more come out negative. */
  public static int u32(MemorySegment data, long offset) {
    return data.get(U32, offset);
  }

  /** 48 bits, 0 to 2^48 - 1: a MAC address. */
  public static long u48(MemorySegment data, long offset) {
    return (long) u16(data, offset) << 32 | (u32(data, offset + 2) & 0xffff_ffffL);
  }

  /** 64 bits, as a long: numbers of 2^63 and more come out negative. */
  public static long u64(MemorySegment data, long offset) {
    return data.get(U64, offset);
  }

  /** Stores the low 8 bits. */
  public static void put8(MemorySegment data, long offset, int value) {
    data.set(JAVA_BYTE, offset, (byte) value);
  }

  /** Stores the low 16 bits. */
  public static void put16(MemorySegment data, long offset, int value) {
    data.set(U16, offset, (short) value);
  }

  /** Stores 32 bits. */
  public static void put32(MemorySegment data, long offset, int value) {
    data.set(U32, offset, value);
  }

  /** Stores the low 48 bits. */
  public static void put48(MemorySegment data, long offset, long value) {
    put16(data, offset, (int) (value >>> 32));
    put32(data, offset + 2, (int) value);
  }

  /** Stores bytes as they are. */
  public static void put(MemorySegment data, long offset, byte[] bytes) {
    MemorySegment.copy(bytes, 0, data, JAVA_BYTE, offset, bytes.length);
  }
}
