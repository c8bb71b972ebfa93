package org.ringbook.dataplane.frame;

import java.lang.foreign.MemorySegment;

/**
 * Logical link control, after an Ethernet header whose last field is a length (IEEE
 * 802.2 clause 3.2). Spanning tree and IS-IS still travel so.
 *
 * <pre>
 *      0        1        2        3        4        5        6        7
 *    +--------+--------+--------+ - - - - - - - - - - - - - - - - - - - - +
 *  0 |  DSAP  |  SSAP  | control|      organization      |   EtherType    |
 *    +--------+--------+--------+ - - - - - - - - - - - - - - - - - - - - +
 *                                \_____________ SNAP ____________________/
 * </pre>
 *
 * <p>Both service access points 0xaa and control 3 (unnumbered information)
 * announce the SNAP extension. With organization 0 its last field is an EtherType:
 * that is how IP and ARP travel in 802.3 frames (RFC 1042).
 */
public final class LlcHeader {
  /** Bytes without the SNAP extension, for unnumbered frames. */
  public static final int BYTES = 3;

  /** Bytes with the SNAP extension. */
  public static final int SNAP_BYTES = 8;

  /** SNAP: offset of the type in the header. */
  public static final int TYPE = 6;

  /** DSAP, SSAP and control of the SNAP extension, as 24 bits. */
  public static final int SNAP = 0xaaaa03;

  private LlcHeader() {}

  /** Destination service access point, 8 bits. */
  public static int dsap(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset);
  }

  /** Source service access point, 8 bits. */
  public static int ssap(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 1);
  }

  /** Control field, 8 bits; numbered frames have 8 more. */
  public static int control(MemorySegment frame, long offset) {
    return NetworkOrder.u8(frame, offset + 2);
  }

  /** Whether the SNAP extension follows; reads 3 bytes. */
  public static boolean isSnap(MemorySegment frame, long offset) {
    int first = NetworkOrder.u16(frame, offset) << 8;
    return (first | control(frame, offset)) == SNAP;
  }

  /** SNAP: the organization that numbers the types, 24 bits; 0: EtherTypes. */
  public static int organization(MemorySegment frame, long offset) {
    return NetworkOrder.u32(frame, offset + 2) & 0xff_ffff;
  }

  /** SNAP: the type of what follows, 16 bits. */
  public static int type(MemorySegment frame, long offset) {
    return NetworkOrder.u16(frame, offset + TYPE);
  }

  /** Writes the three bytes without the SNAP extension. */
  public static void write(
      MemorySegment frame, long offset, int destination, int source, int control) {
    NetworkOrder.put8(frame, offset, destination);
    NetworkOrder.put8(frame, offset + 1, source);
    NetworkOrder.put8(frame, offset + 2, control);
  }

  /** Writes eight bytes: the SNAP extension with an EtherType (RFC 1042). */
  public static void writeSnap(MemorySegment frame, long offset, int etherType) {
    NetworkOrder.put32(frame, offset, SNAP << 8);
    NetworkOrder.put16(frame, offset + 4, 0);
    NetworkOrder.put16(frame, offset + TYPE, etherType);
  }
}
