package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.ALIGNED_U64;
import static org.ringbook.dataplane.descriptor.LittleEndian.U16;
import static org.ringbook.dataplane.descriptor.LittleEndian.U32;
import static org.ringbook.dataplane.descriptor.LittleEndian.U8;
import static org.ringbook.dataplane.descriptor.LittleEndian.word;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * The advanced receive descriptor of the 82599, write-back format (82599 datasheet
 * 7.1.6.2): the device's answer, in the 16 bytes of {@link AdvancedRxRead}.
 *
 * <pre>
 *     63             48 47             32 31 30    21 20   17 16    4 3   0
 *    +-----------------------------------+--+--------+-------+-------+-----+
 *  0 |             RSS hash              |SP| HDRLEN |RSCCNT |  type | RSS |
 *    +-----------------+-----------------+--+--------+-------+-------+-----+
 *  8 |    VLAN tag     |     length      |     error      |     status      |
 *    +-----------------+-----------------+----------------+-----------------+
 *                                         31            20 19              0
 * </pre>
 *
 * <p>Status and error are one little-endian word of 32 bits. DD is its lowest bit
 * and so stands in its first byte, which is what {@link #isDone} reads with acquire.
 * Of the status without EOP, only DD and EOP are as listed: bits 4 to 19 are then
 * the index of the frame's next descriptor ({@code IXGBE_RXDADV_NEXTP_MASK} in
 * ixgbe_type.h).
 */
public final class AdvancedRxWriteBack {
  /** Name of the format, for captions. */
  public static final String TITLE = "advanced receive descriptor, write-back";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** Status: descriptor done. */
  public static final int DD = 0x01;

  /** Status: end of packet. */
  public static final int EOP = 0x02;

  /** Status: the frame had a VLAN tag, now in the VLAN field. */
  public static final int VP = 0x08;

  /** Status: TCP or UDP checksum was calculated. */
  public static final int L4I = 0x20;

  /** Status: IPv4 header checksum was calculated. */
  public static final int IPCS = 0x40;

  /** Error: the frame was damaged on the wire. */
  public static final int RXE = 1 << 29;

  /** Error: the TCP or UDP checksum is wrong. */
  public static final int L4E = 1 << 30;

  /** Error: the IPv4 header checksum is wrong. */
  public static final int IPE = 1 << 31;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U32.withName("info"),
          U32.withName("rssHash"),
          U32.withName("statusError"),
          U16.withName("length"),
          U16.withName("vlan"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .device("RSS type", 4)
          .device("packet type", 13)
          .device("RSCCNT", 4)
          .device("HDR_LEN", 10)
          .device("SPH", 1)
          .device("RSS hash", 32)
          .device("DD", 1)
          .device("EOP", 1)
          .device("FLM", 1)
          .device("VP", 1)
          .device("UDPCS", 1)
          .device("L4I", 1)
          .device("IPCS", 1)
          .device("PIF", 1)
          .reserved(1)
          .device("VEXT", 1)
          .device("UDPV", 1)
          .device("LLINT", 1)
          .reserved(4)
          .device("TS", 1)
          .device("SECP", 1)
          .device("LB", 1)
          .reserved(1)
          .device("FDIRERR", 3)
          .device("HBO", 1)
          .reserved(3)
          .device("SECERR", 2)
          .device("RXE", 1)
          .device("L4E", 1)
          .device("IPE", 1)
          .device("PKT_LEN", 16)
          .device("VLAN tag", 16)
          .complete();

  private static final VarHandle INFO = word(LAYOUT, "info");
  private static final VarHandle HASH = word(LAYOUT, "rssHash");
  private static final VarHandle STATUS_ERROR = word(LAYOUT, "statusError");
  private static final VarHandle LENGTH = word(LAYOUT, "length");
  private static final VarHandle VLAN = word(LAYOUT, "vlan");
  private static final VarHandle STATUS_BYTE = U8.varHandle();
  private static final VarHandle WORD = ALIGNED_U64.varHandle();

  private AdvancedRxWriteBack() {}

  /** True once the device is done; everything else is read after it (an acquire). */
  public static boolean isDone(MemorySegment slots, long offset) {
    return ((byte) STATUS_BYTE.getAcquire(slots, offset + 8) & DD) != 0;
  }

  /**
   * Bytes 8 to 15 in one load, read before everything that follows (an acquire):
   * status and error in bits 0 to 31 as in {@link #statusError}, length, tag. The
   * device stores these 8 aligned bytes at once.
   */
  public static long read(MemorySegment slots, long offset) {
    return (long) WORD.getAcquire(slots, offset + 8);
  }

  /** Bytes in the packet buffer, 0 to 65535, of what {@link #read} gave. */
  public static int length(long word) {
    return (int) (word >>> 32) & 0xffff;
  }

  /** The stripped tag, 16 bits, of what {@link #read} gave; valid with VP. */
  public static int vlan(long word) {
    return (int) (word >>> 48);
  }

  /** Status in bits 0 to 19, error in bits 20 to 31; valid after DD. */
  public static int statusError(MemorySegment slots, long offset) {
    return (int) STATUS_ERROR.get(slots, offset);
  }

  /** Bytes in the packet buffer, 0 to 65535; valid after DD. */
  public static int length(MemorySegment slots, long offset) {
    return (short) LENGTH.get(slots, offset) & 0xffff;
  }

  /** The stripped VLAN tag, 16 bits; valid after DD if VP is set. */
  public static int vlan(MemorySegment slots, long offset) {
    return (short) VLAN.get(slots, offset) & 0xffff;
  }

  /** The RSS hash, valid after DD if the RSS type is not 0. */
  public static int rssHash(MemorySegment slots, long offset) {
    return (int) HASH.get(slots, offset);
  }

  /** Which headers the hash covers, 0 (no hash) to 15; valid after DD. */
  public static int rssType(MemorySegment slots, long offset) {
    return (int) INFO.get(slots, offset) & 0x0f;
  }

  /** The packet type, 13 bits; valid after DD. */
  public static int packetType(MemorySegment slots, long offset) {
    return (int) INFO.get(slots, offset) >>> 4 & 0x1fff;
  }

  /** Bytes of header in the header buffer, 0 to 1023; valid after DD. */
  public static int headerLength(MemorySegment slots, long offset) {
    return (int) INFO.get(slots, offset) >>> 21 & 0x3ff;
  }

  /**
   * The device's write-back; the byte with DD goes last (a release).
   *
   * @param info RSS type, packet type, RSCCNT, HDR_LEN and SPH
   * @param hash the RSS hash
   * @param status status and error bits
   * @param length bytes stored
   */
  public static void writeBack(
      MemorySegment slots, long offset, int info, int hash, int status, int length) {
    STATUS_ERROR.set(slots, offset, status & ~0xff);
    INFO.set(slots, offset, info);
    HASH.set(slots, offset, hash);
    LENGTH.set(slots, offset, (short) length);
    VLAN.set(slots, offset, (short) 0);
    STATUS_BYTE.setRelease(slots, offset + 8, (byte) status);
  }
}
