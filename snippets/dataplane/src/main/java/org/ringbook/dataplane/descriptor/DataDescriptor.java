package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.U16;
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
 * The TCP/IP data descriptor of the 8254x (8254x SDM 3.3.7): one buffer of a frame
 * whose checksums or segmentation follow the context before it.
 *
 * <pre>
 *     63      48 47   40 39 36 35 32 31   24 23  20 19              0
 *    +---------------------------------------------------------------+
 *  0 |                        buffer address                         |
 *    +----------+-------+-----+-----+-------+------+-----------------+
 *  8 | special  | POPTS | RSV | STA | DCMD  | DTYP |     DTALEN      |
 *    +----------+-------+-----+-----+-------+------+-----------------+
 * </pre>
 */
public final class DataDescriptor {
  /** Name of the format, for captions. */
  public static final String TITLE = "TCP/IP data descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** DTYP of this format. */
  public static final int DTYP = 1;

  /** DCMD: the last descriptor of its frame. */
  public static final int EOP = 0x01;

  /** DCMD: the device appends the frame check sequence. */
  public static final int IFCS = 0x02;

  /** DCMD: cut the data into segments, as the context says. */
  public static final int TSE = 0x04;

  /** DCMD: report status. */
  public static final int RS = 0x08;

  /** DCMD: report packet sent (82544 only, reserved elsewhere). */
  public static final int RPS = 0x10;

  /** DCMD: extension; always set. */
  public static final int DEXT = 0x20;

  /** DCMD: insert the VLAN tag of the special field. */
  public static final int VLE = 0x40;

  /** DCMD: delay the interrupt. */
  public static final int IDE = 0x80;

  /** STA: descriptor done; the other bits count with RPS only (SDM 3.3.7.2). */
  public static final int DD = 0x1;

  /** POPTS: insert the IPv4 header checksum; read in a frame's first descriptor. */
  public static final int IXSM = 0x01;

  /** POPTS: insert the TCP or UDP checksum; read in a frame's first descriptor. */
  public static final int TXSM = 0x02;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U64.withName("address"),
          U32.withName("command"),
          U8.withName("status"),
          U8.withName("options"),
          U16.withName("special"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("buffer address", 64)
          .driver("DTALEN", 20)
          .driver("DTYP", 4)
          .driver("EOP", 1)
          .driver("IFCS", 1)
          .driver("TSE", 1)
          .driver("RS", 1)
          .driver("RPS", 1)
          .driver("DEXT", 1)
          .driver("VLE", 1)
          .driver("IDE", 1)
          .both("DD", 1)
          .both("EC", 1)
          .both("LC", 1)
          .both("TU", 1)
          .reserved(4)
          .driver("IXSM", 1)
          .driver("TXSM", 1)
          .reserved(6)
          .tag(Writer.DRIVER)
          .complete();

  private static final VarHandle ADDRESS = word(LAYOUT, "address");
  private static final VarHandle COMMAND = word(LAYOUT, "command");
  private static final VarHandle STATUS = word(LAYOUT, "status");
  private static final VarHandle OPTIONS = word(LAYOUT, "options");
  private static final VarHandle SPECIAL = word(LAYOUT, "special");

  private DataDescriptor() {}

  /**
   * Describes one buffer and clears status and VLAN tag; DTYP and DEXT are added.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param busAddress bus address of the first byte
   * @param dataLength DTALEN in bytes, 20 bits
   * @param dcmd the DCMD bits
   * @param packetOptions the POPTS bits
   */
  public static void write(
      MemorySegment slots,
      long offset,
      long busAddress,
      int dataLength,
      int dcmd,
      int packetOptions) {
    ADDRESS.set(slots, offset, busAddress);
    int type = DTYP << 20 | (dataLength & 0xf_ffff);
    COMMAND.set(slots, offset, (dcmd | DEXT) << 24 | type);
    STATUS.set(slots, offset, (byte) 0);
    OPTIONS.set(slots, offset, (byte) packetOptions);
    SPECIAL.set(slots, offset, (short) 0);
  }

  /** Sets the tag that VLE inserts: priority, CFI and VLAN identifier, 16 bits. */
  public static void special(MemorySegment slots, long offset, int tag) {
    SPECIAL.set(slots, offset, (short) tag);
  }

  /** Bus address of the buffer. */
  public static long address(MemorySegment slots, long offset) {
    return (long) ADDRESS.get(slots, offset);
  }

  /** DTALEN in bytes, 20 bits. */
  public static int length(MemorySegment slots, long offset) {
    return (int) COMMAND.get(slots, offset) & 0xf_ffff;
  }

  /** The DCMD bits. */
  public static int dcmd(MemorySegment slots, long offset) {
    return (int) COMMAND.get(slots, offset) >>> 24;
  }

  /** The POPTS bits. */
  public static int options(MemorySegment slots, long offset) {
    return (byte) OPTIONS.get(slots, offset) & 0xff;
  }

  /** The STA bits, read before everything that follows (an acquire). */
  public static int status(MemorySegment slots, long offset) {
    return (byte) STATUS.getAcquire(slots, offset) & 0x0f;
  }

  /** The device's write-back, ordered after everything before it (a release). */
  public static void writeBack(MemorySegment slots, long offset, int status) {
    STATUS.setRelease(slots, offset, (byte) status);
  }
}
