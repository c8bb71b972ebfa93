package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.U32;
import static org.ringbook.dataplane.descriptor.LittleEndian.U64;
import static org.ringbook.dataplane.descriptor.LittleEndian.U8;
import static org.ringbook.dataplane.descriptor.LittleEndian.word;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * The advanced transmit data descriptor of the 82599 (82599 datasheet 7.2.3.2.4):
 * one buffer of a frame.
 *
 * <pre>
 *     63      46 45   40 39 38 37 36 35 32 31  24 23  20 19 18 17 16 15     0
 *    +------------------------------------------------------------------------+
 *  0 |                             buffer address                             |
 *    +----------+-------+--+-----+---+-----+------+------+-----+-----+--------+
 *  8 |  PAYLEN  | POPTS |CC| RSV |IDX| STA | DCMD | DTYP | MAC | RSV | DTALEN |
 *    +----------+-------+--+-----+---+-----+------+------+-----+-----+--------+
 * </pre>
 *
 * <p>PAYLEN counts the bytes of the whole frame, in its first descriptor; with TSE
 * the bytes after the headers. In the write-back only STA has a meaning, at the same
 * place; all else is reserved ({@code union ixgbe_adv_tx_desc} in ixgbe_type.h).
 */
public final class AdvancedTxData {
  /** Name of the format, for captions. */
  public static final String TITLE = "advanced transmit data descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** DTYP of this format. */
  public static final int DTYP = 3;

  /** DCMD: the last descriptor of its frame. */
  public static final int EOP = 0x01;

  /** DCMD: the device appends the frame check sequence. */
  public static final int IFCS = 0x02;

  /** DCMD: report status. */
  public static final int RS = 0x08;

  /** DCMD: extension; always set. */
  public static final int DEXT = 0x20;

  /** DCMD: insert the VLAN tag of the context. */
  public static final int VLE = 0x40;

  /** DCMD: cut the data into segments, as the context says. */
  public static final int TSE = 0x80;

  /** POPTS: insert the IPv4 header checksum. */
  public static final int IXSM = 0x01;

  /** POPTS: insert the TCP, UDP or SCTP checksum. */
  public static final int TXSM = 0x02;

  /** STA: descriptor done. */
  public static final int DD = 0x1;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U64.withName("address"), U32.withName("command"), U32.withName("options"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("buffer address", 64)
          .driver("DTALEN", 16)
          .reserved(2)
          .driver("MAC", 2)
          .driver("DTYP", 4)
          .driver("EOP", 1)
          .driver("IFCS", 1)
          .reserved(1)
          .driver("RS", 1)
          .reserved(1)
          .driver("DEXT", 1)
          .driver("VLE", 1)
          .driver("TSE", 1)
          .both("DD", 1)
          .reserved(3)
          .driver("IDX", 1)
          .reserved(2)
          .driver("CC", 1)
          .driver("IXSM", 1)
          .driver("TXSM", 1)
          .driver("IPSEC", 1)
          .reserved(3)
          .driver("PAYLEN", 18)
          .complete();

  private static final VarHandle ADDRESS = word(LAYOUT, "address");
  private static final VarHandle COMMAND = word(LAYOUT, "command");
  private static final VarHandle OPTIONS = word(LAYOUT, "options");
  private static final VarHandle STATUS_BYTE = U8.varHandle();

  private AdvancedTxData() {}

  /**
   * Describes one buffer without context and clears DD; DTYP and DEXT are added.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param busAddress bus address of the first byte
   * @param dataLength DTALEN in bytes, 16 bits
   * @param dcmd the DCMD bits
   * @param payloadLength PAYLEN in bytes, 18 bits
   */
  public static void write(
      MemorySegment slots,
      long offset,
      long busAddress,
      int dataLength,
      int dcmd,
      int payloadLength) {
    ADDRESS.set(slots, offset, busAddress);
    int type = DTYP << 20 | (dataLength & 0xffff);
    COMMAND.set(slots, offset, (dcmd | DEXT) << 24 | type);
    OPTIONS.set(slots, offset, payloadLength << 14);
  }

  /** Uses a context: CC is set, IDX (0 or 1) and the POPTS bits are added. */
  public static void context(MemorySegment slots, long offset, int idx, int popts) {
    int bits = (popts & 0x3f) << 8 | 1 << 7 | (idx & 1) << 4;
    OPTIONS.set(slots, offset, (int) OPTIONS.get(slots, offset) | bits);
  }

  /** Bus address of the buffer. */
  public static long address(MemorySegment slots, long offset) {
    return (long) ADDRESS.get(slots, offset);
  }

  /** DTALEN in bytes, 0 to 65535. */
  public static int length(MemorySegment slots, long offset) {
    return (int) COMMAND.get(slots, offset) & 0xffff;
  }

  /** The DCMD bits. */
  public static int dcmd(MemorySegment slots, long offset) {
    return (int) COMMAND.get(slots, offset) >>> 24;
  }

  /** PAYLEN in bytes, 18 bits. */
  public static int payload(MemorySegment slots, long offset) {
    return (int) OPTIONS.get(slots, offset) >>> 14;
  }

  /** True once the device is done; everything else is read after it (an acquire). */
  public static boolean isDone(MemorySegment slots, long offset) {
    return ((byte) STATUS_BYTE.getAcquire(slots, offset + 12) & DD) != 0;
  }

  /** The device's write-back, ordered after everything before it (a release). */
  public static void writeBack(MemorySegment slots, long offset) {
    STATUS_BYTE.setRelease(slots, offset + 12, (byte) DD);
  }
}
