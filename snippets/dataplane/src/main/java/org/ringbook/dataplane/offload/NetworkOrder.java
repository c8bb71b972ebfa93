package org.ringbook.dataplane.offload;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfShort;

/**
 * Header fields in network byte order, the most significant byte first, at any
 * alignment: 14 bytes of Ethernet header leave the IP header on a half word.
 */
final class NetworkOrder {
  private static final OfShort U16 = JAVA_SHORT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final OfInt U32 = JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);

  private NetworkOrder() {}

  static int u8(MemorySegment data, long offset) {
    return data.get(JAVA_BYTE, offset) & 0xff;
  }

  static int u16(MemorySegment data, long offset) {
    return data.get(U16, offset) & 0xffff;
  }

  static int u32(MemorySegment data, long offset) {
    return data.get(U32, offset);
  }

  static void u8(MemorySegment data, long offset, int value) {
    data.set(JAVA_BYTE, offset, (byte) value);
  }

  static void u16(MemorySegment data, long offset, int value) {
    data.set(U16, offset, (short) value);
  }

  static void u32(MemorySegment data, long offset, int value) {
    data.set(U32, offset, value);
  }
}
