package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * An ARP message for IPv4 over Ethernet (RFC 826).
 *
 * <pre>
 *      0        1        2        3
 *    +--------+--------+--------+--------+
 *  0 |  hardware type  |  protocol type  |
 *    +--------+--------+--------+--------+
 *  4 |  HLEN  |  PLEN  |    operation    |
 *    +--------+--------+--------+--------+
 *  8 |     sender hardware address       |
 *    +                 +--------+--------+
 * 12 |                 |  sender protocol|
 *    +--------+--------+--------+--------+
 * 16 |     address     |                 |
 *    +--------+--------+                 +
 * 20 |     target hardware address       |
 *    +--------+--------+--------+--------+
 * 24 |     target protocol address       |
 *    +--------+--------+--------+--------+
 * </pre>
 *
 * <p>The lengths HLEN and PLEN come before the operation, and all later offsets
 * depend on them: those of this class hold for 6 and 4 only ({@link #isForIpv4}). A
 * message of 28 bytes makes a frame of 42, so 18 bytes of padding follow on the
 * wire.
 */
public final class ArpHeader {
  /** Bytes up to the first address: what every ARP message has. */
  public static final int FIXED_BYTES = 8;

  /** Bytes of a message for IPv4 over Ethernet. */
  public static final int BYTES = 28;

  /** Hardware type of Ethernet. */
  public static final int ETHERNET = 1;

  /** Operation: who has this protocol address? */
  public static final int REQUEST = 1;

  /** Operation: I have it. */
  public static final int REPLY = 2;

  private ArpHeader() {}

  /** Hardware type, 16 bits. */
  public static int hardwareType(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset);
  }

  /** Protocol type, an EtherType, 16 bits. */
  public static int protocolType(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2);
  }

  /** HLEN: bytes of a hardware address, 0 to 255. */
  public static int hardwareLength(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 4);
  }

  /** PLEN: bytes of a protocol address, 0 to 255. */
  public static int protocolLength(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 5);
  }

  /** {@link #REQUEST}, {@link #REPLY} or another operation, 16 bits. */
  public static int operation(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 6);
  }

  /** Whether both types are those of IPv4 over Ethernet; the lengths may lie. */
  public static boolean isForIpv4(MemorySegment frame, long offset) {
    return hardwareType(frame, offset) == ETHERNET
        && protocolType(frame, offset) == EthernetHeader.IPV4;
  }

  /** Bytes of the message by its own lengths, 8 to 1028; reads the fixed part. */
  public static int length(MemorySegment frame, long offset) {
    int pair = hardwareLength(frame, offset) + protocolLength(frame, offset);
    return FIXED_BYTES + 2 * pair;
  }

  /** Ethernet address of the sender, 48 bits. */
  public static long senderHardware(MemorySegment frame, long offset) {
    return NetworkOrder.u48(frame, offset + 8);
  }

  /** IPv4 address of the sender, 32 bits. */
  public static int senderProtocol(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 14);
  }

  /** Ethernet address of the target, 48 bits; no meaning in a request. */
  public static long targetHardware(MemorySegment frame, long offset) {
    return NetworkOrder.u48(frame, offset + 18);
  }

  /** IPv4 address of the target, 32 bits. */
  public static int targetProtocol(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 24);
  }

  /** Writes the fixed part for IPv4 over Ethernet. */
  public static void start(MemorySegment frame, long offset, int operation) {
    NetworkOrder.put16(frame, offset, ETHERNET);
    NetworkOrder.put16(frame, offset + 2, EthernetHeader.IPV4);
    NetworkOrder.put8(frame, offset + 4, EthernetHeader.ADDRESS_BYTES);
    NetworkOrder.put8(frame, offset + 5, Ipv4Header.ADDRESS_BYTES);
    NetworkOrder.put16(frame, offset + 6, operation);
  }

  /** Sets both addresses of the sender. */
  public static void sender(MemorySegment frame, long offset, long mac, int ip) {
    NetworkOrder.put48(frame, offset + 8, mac);
    NetworkOrder.put32(frame, offset + 14, ip);
  }

  /** Sets both addresses of the target. */
  public static void target(MemorySegment frame, long offset, long mac, int ip) {
    NetworkOrder.put48(frame, offset + 18, mac);
    NetworkOrder.put32(frame, offset + 24, ip);
  }
}
