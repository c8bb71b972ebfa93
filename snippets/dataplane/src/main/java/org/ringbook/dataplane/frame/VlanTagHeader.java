package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * A VLAN tag (IEEE 802.1Q clause 9.3 to 9.6). It is put between the source address
 * and the EtherType, so it starts where the EtherType was.
 *
 * <pre>
 *     15             0 15 13  12  11           0
 *    +----------------+-----+---+---------------+
 *  0 |      TPID      | PCP |DEI|      VID      |
 *    +----------------+-----+---+---------------+
 *                      \_________ TCI _________/
 * </pre>
 *
 * <p>TPID 0x8100 marks a customer's tag, 0x88a8 a service provider's. A provider
 * puts its own tag outside the customer's ("QinQ", 802.1ad): two tags, the outer
 * one first. Before 802.1ad, vendors marked the outer tag with 0x9100 or 0x9200. No
 * standard gave them that meaning, so the {@link FrameParser} treats them as
 * EtherTypes that it does not know, and so does a NIC whose VLAN EtherType register
 * says 0x8100.
 *
 * <p>VID 0 means no VLAN, only a priority; 4095 is reserved. PCP 1 (background) is
 * less urgent than PCP 0 (best effort): the order is 1, 0, 2 to 7 (802.1Q annex I).
 *
 * <p>A tag makes a frame 4 bytes longer: 1518 bytes at most without the frame check
 * sequence, and 1522 with two tags.
 */
public final class VlanTagHeader {
  /** Bytes of a tag. */
  public static final int BYTES = 4;

  /** TPID of a customer's tag (C-TAG, 802.1Q). */
  public static final int CUSTOMER = 0x8100;

  /** TPID of a service provider's tag (S-TAG, 802.1ad). */
  public static final int SERVICE = 0x88a8;

  /** VID of a tag that carries a priority only. */
  public static final int PRIORITY_ONLY = 0;

  /** The VID that must not be used. */
  public static final int RESERVED = 4095;

  private VlanTagHeader() {}

  /** Whether an EtherType is the TPID of a tag. */
  public static boolean isTag(int etherType) {
    return etherType == CUSTOMER || etherType == SERVICE;
  }

  /** Tag protocol identifier, 16 bits. */
  public static int tpid(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset);
  }

  /** Tag control information, 16 bits: PCP, DEI and VID. */
  public static int tci(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + 2);
  }

  /** Writes a whole tag. */
  public static void write(MemorySegment frame, long offset, int tpid, int tci) {
    NetworkOrder.put16(frame, offset, tpid);
    NetworkOrder.put16(frame, offset + 2, tci);
  }

  /** Priority code point of a TCI, 0 to 7. */
  public static int pcp(int tci) {
    return tci >>> 13 & 7;
  }

  /** Drop eligible indicator of a TCI (before 2011: CFI). */
  public static boolean dei(int tci) {
    return (tci & 1 << 12) != 0;
  }

  /** VLAN identifier of a TCI, 0 to 4095. */
  public static int vid(int tci) {
    return tci & 0xfff;
  }

  /** Puts a TCI together; the numbers must be in range. */
  public static int tci(int pcp, boolean dei, int vid) {
    return pcp << 13 | (dei ? 1 << 12 : 0) | vid;
  }
}
