package org.ringbook.dataplane.descriptor;

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
 * The TCP/IP context descriptor of the 8254x (8254x SDM 3.3.6): no data, but where
 * the headers and checksums of the following frames lie. It stays in force until the
 * next.
 *
 * <pre>
 *     63      48 47   40 39   32 31            16 15    8 7     0
 *    +----------+-------+-------+----------------+-------+-------+
 *  0 |  TUCSE   | TUCSO | TUCSS |     IPCSE      | IPCSO | IPCSS |
 *    +----------+-------+---+---+-------+--------+-------+-------+
 *  8 |   MSS    |HDRLEN |RSV|STA| TUCMD |  DTYP  |    PAYLEN     |
 *    +----------+-------+---+---+-------+--------+---------------+
 *     63      48 47   40     35  31   24 23    20 19            0
 * </pre>
 *
 * <p>Offsets count bytes from the start of the frame. An end (IPCSE, TUCSE) names
 * the last byte that is summed; a TUCSE of 0 means the end of the frame.
 */
public final class ContextDescriptor {
  /** Name of the format, for captions. */
  public static final String TITLE = "TCP/IP context descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** DTYP of this format. */
  public static final int DTYP = 0;

  /** TUCMD: TCP; clear: UDP. */
  public static final int TCP = 0x01;

  /** TUCMD: IPv4; clear: IPv6. */
  public static final int IP = 0x02;

  /** TUCMD: the context is for TCP segmentation. */
  public static final int TSE = 0x04;

  /** TUCMD: report status. */
  public static final int RS = 0x08;

  /** TUCMD: extension; always set. */
  public static final int DEXT = 0x20;

  /** TUCMD: delay the interrupt. */
  public static final int IDE = 0x80;

  /** STA: descriptor done. */
  public static final int DD = 0x1;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U8.withName("ipcss"),
          U8.withName("ipcso"),
          U16.withName("ipcse"),
          U8.withName("tucss"),
          U8.withName("tucso"),
          U16.withName("tucse"),
          U32.withName("command"),
          U8.withName("status"),
          U8.withName("hdrlen"),
          U16.withName("mss"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("IPCSS", 8)
          .driver("IPCSO", 8)
          .driver("IPCSE", 16)
          .driver("TUCSS", 8)
          .driver("TUCSO", 8)
          .driver("TUCSE", 16)
          .driver("PAYLEN", 20)
          .driver("DTYP", 4)
          .driver("TCP", 1)
          .driver("IP", 1)
          .driver("TSE", 1)
          .driver("RS", 1)
          .reserved(1)
          .driver("DEXT", 1)
          .reserved(1)
          .driver("IDE", 1)
          .both("DD", 1)
          .reserved(7)
          .driver("HDRLEN", 8)
          .driver("MSS", 16)
          .complete();

  private static final VarHandle IPCSS = word(LAYOUT, "ipcss");
  private static final VarHandle IPCSO = word(LAYOUT, "ipcso");
  private static final VarHandle IPCSE = word(LAYOUT, "ipcse");
  private static final VarHandle TUCSS = word(LAYOUT, "tucss");
  private static final VarHandle TUCSO = word(LAYOUT, "tucso");
  private static final VarHandle TUCSE = word(LAYOUT, "tucse");
  private static final VarHandle COMMAND = word(LAYOUT, "command");
  private static final VarHandle STATUS = word(LAYOUT, "status");
  private static final VarHandle HDRLEN = word(LAYOUT, "hdrlen");
  private static final VarHandle MSS = word(LAYOUT, "mss");

  private ContextDescriptor() {}

  /** Starts a context: all zero but TUCMD, with DEXT added. */
  public static void start(MemorySegment slots, long offset, int tucmd) {
    ip(slots, offset, 0, 0, 0);
    transport(slots, offset, 0, 0, 0);
    COMMAND.set(slots, offset, (tucmd | DEXT) << 24);
    STATUS.set(slots, offset, (byte) 0);
    HDRLEN.set(slots, offset, (byte) 0);
    MSS.set(slots, offset, (short) 0);
  }

  /** Where the IPv4 header starts, where its checksum goes, and its last byte. */
  public static void ip(
      MemorySegment slots, long offset, int firstByte, int storeAt, int lastByte) {
    IPCSS.set(slots, offset, (byte) firstByte);
    IPCSO.set(slots, offset, (byte) storeAt);
    IPCSE.set(slots, offset, (short) lastByte);
  }

  /** Where TCP or UDP starts, where its checksum goes, and its last byte or 0. */
  public static void transport(
      MemorySegment slots, long offset, int firstByte, int storeAt, int lastByte) {
    TUCSS.set(slots, offset, (byte) firstByte);
    TUCSO.set(slots, offset, (byte) storeAt);
    TUCSE.set(slots, offset, (short) lastByte);
  }

  /**
   * What TCP segmentation needs.
   *
   * @param payload PAYLEN: bytes of data after the headers, 20 bits
   * @param header HDRLEN: bytes of all headers, 0 to 255
   * @param mss bytes of data in each segment, 16 bits
   */
  public static void segmentation(
      MemorySegment slots, long offset, int payload, int header, int mss) {
    int others = (int) COMMAND.get(slots, offset) & 0xfff0_0000;
    COMMAND.set(slots, offset, others | (payload & 0xf_ffff));
    HDRLEN.set(slots, offset, (byte) header);
    MSS.set(slots, offset, (short) mss);
  }

  /** The TUCMD bits. */
  public static int tucmd(MemorySegment slots, long offset) {
    return (int) COMMAND.get(slots, offset) >>> 24;
  }

  /** The STA bits, read before everything that follows (an acquire). */
  public static int status(MemorySegment slots, long offset) {
    return (byte) STATUS.getAcquire(slots, offset) & 0x0f;
  }
}
