package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * The header of an Ethernet frame (IEEE 802.3 clause 3.1.1; RFC 894 for IP in it).
 *
 * <pre>
 *      0        1        2        3        4        5
 *    +--------+--------+--------+--------+--------+--------+
 *  0 |                 destination address                 |
 *    +--------+--------+--------+--------+--------+--------+
 *  6 |                   source address                    |
 *    +--------+--------+--------+--------+--------+--------+
 * 12 | type or length  |
 *    +--------+--------+
 * </pre>
 *
 * <p>One field has two meanings. From 1536 (0x0600) on it is an EtherType and says
 * what follows; up to 1500 it is a length in bytes, and an {@link LlcHeader} follows
 * (802.3 clause 3.2.6). What lies between is undefined. A length tells data from
 * padding; an EtherType does not, so IP carries a length of its own.
 *
 * <p>Bit 0 of an address's first byte means a group address: it is the first bit on
 * the wire, as each byte is sent with its lowest bit first. Neither the preamble nor
 * the frame check sequence is here: drivers rarely see them.
 *
 * <p>In all methods {@code frame} is the memory and {@code offset} the header's
 * first byte in it. Addresses are the low 48 bits of a long, as they are written:
 * 02:00:00:00:00:01 is 0x0200_0000_0001.
 */
public final class EthernetHeader {
  /** Bytes of the header, without tags. */
  public static final int BYTES = 14;

  /** Bytes of the header with two tags. */
  public static final int MAX_BYTES = 22;

  /** Bytes of an address. */
  public static final int ADDRESS_BYTES = 6;

  /** Offset of the EtherType or length; of a tagged frame, of the first tag. */
  public static final int TYPE = 12;

  /** Least bytes of a frame without its check sequence; shorter ones are padded. */
  public static final int MIN_FRAME = 60;

  /** Most bytes of an untagged frame with an MTU of 1500, without check sequence. */
  public static final int MAX_FRAME = 1514;

  /** The greatest value of the last field that is a length. */
  public static final int MAX_LENGTH = 1500;

  /** The least value of the last field that is an EtherType. */
  public static final int MIN_ETHERTYPE = 0x0600;

  /** EtherType of IPv4 (RFC 894). */
  public static final int IPV4 = 0x0800;

  /** EtherType of ARP (RFC 826). */
  public static final int ARP = 0x0806;

  /** EtherType of IPv6 (RFC 2464). */
  public static final int IPV6 = 0x86dd;

  /** All 48 bits: every station. */
  public static final long BROADCAST = 0xffff_ffff_ffffL;

  private static final int MOST_TAGS = 2;
  private static final long GROUP = 0x0100_0000_0000L;

  private EthernetHeader() {}

  /** Whom the frame is for. */
  public static long destination(MemorySegment frame, long offset) {
    return NetworkOrder.u48(frame, offset);
  }

  /** Who sent it. */
  public static long source(MemorySegment frame, long offset) {
    return NetworkOrder.u48(frame, offset + 6);
  }

  /** The EtherType, or the length; of a tagged frame, the first tag's TPID. */
  public static int typeOrLength(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + TYPE);
  }

  /**
   * Bytes of the header with the VLAN tags in it: 14, 18 or 22, where the header of
   * the next layer begins. A third tag is not looked for: after a
   * provider's and a customer's, 802.1Q has no more.
   *
   * @param frame holds the header and all of its tags
   */
  public static int lengthWithTags(MemorySegment frame, long offset) {
    int bytes = BYTES;
    for (int tags = 0; tags < MOST_TAGS; tags++) {
      if (!VlanTagHeader.isTag(NetworkOrder.u16(frame, offset + bytes - 2))) {
        break;
      }
      bytes += VlanTagHeader.BYTES;
    }
    return bytes;
  }

  /** Sets whom the frame is for. */
  public static void destination(MemorySegment frame, long offset, long address) {
    NetworkOrder.put48(frame, offset, address);
  }

  /** Sets who sends it. */
  public static void source(MemorySegment frame, long offset, long address) {
    NetworkOrder.put48(frame, offset + 6, address);
  }

  /** Sets the EtherType or the length, 0 to 65535. */
  public static void typeOrLength(MemorySegment frame, long offset, int value) {
    NetworkOrder.put16(frame, offset + TYPE, value);
  }

  /** Whether an address is that of a group; the broadcast address is one too. */
  public static boolean isMulticast(long address) {
    return (address & GROUP) != 0;
  }

  /** Whether an address means every station. */
  public static boolean isBroadcast(long address) {
    return address == BROADCAST;
  }
}
