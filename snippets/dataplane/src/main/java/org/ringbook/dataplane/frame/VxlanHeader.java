package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The VXLAN header, between a UDP header and a whole Ethernet frame (RFC 7348
 * section 5).
 *
 * <pre>
 *     31           24 23                          8 7         0
 *    +---------------+-----------------------------------------+
 *  0 |RRRRIRRR flags |               reserved                  |
 *    +---------------+-----------------------------+-----------+
 *  4 |         VXLAN network identifier            | reserved  |
 *    +---------------------------------------------+-----------+
 * </pre>
 *
 * <p>I says that the identifier is valid; everything reserved is sent as 0 and
 * ignored on receipt. The outer UDP checksum should be 0 over IPv4, and a receiver
 * must accept that. The source port is a hash of the inner flow, so that links and
 * queues between the tunnel's ends share the load.
 *
 * <p>The inner frame has no check sequence. Outer headers cost 50 bytes over IPv4
 * and 70 over IPv6: an MTU of 1500 leaves 1450 or 1430 to the inner network.
 */
public final class VxlanHeader {
  /** Bytes of the header. */
  public static final int BYTES = 8;

  /** UDP destination port (RFC 7348 section 8). */
  public static final int PORT = 4789;

  /** Port of Linux's vxlan device where none is given; older than the RFC. */
  public static final int LINUX_PORT = 8472;

  /** Flag I, in the first byte: the network identifier is valid. */
  public static final int VALID_VNI = 0x08;

  private VxlanHeader() {}

  /** The flags, 8 bits. */
  public static int flags(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset);
  }

  /** VXLAN network identifier, 24 bits. */
  public static int vni(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 4) >>> 8;
  }

  /** Writes a whole header for a network identifier of 24 bits. */
  public static void write(MemorySegment frame, long offset, int vni) {
    NetworkOrder.put32(frame, offset, VALID_VNI << 24);
    NetworkOrder.put32(frame, offset + 4, vni << 8);
  }
}
