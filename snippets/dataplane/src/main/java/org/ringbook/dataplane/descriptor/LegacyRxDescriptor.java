package org.ringbook.dataplane.descriptor;

import static org.ringbook.dataplane.descriptor.LittleEndian.ALIGNED_U64;
import static org.ringbook.dataplane.descriptor.LittleEndian.U16;
import static org.ringbook.dataplane.descriptor.LittleEndian.U64;
import static org.ringbook.dataplane.descriptor.LittleEndian.U8;
import static org.ringbook.dataplane.descriptor.LittleEndian.word;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * The legacy receive descriptor of the 8254x (8254x SDM 3.2.3): the driver gives the
 * address of an empty buffer, the device answers with length, status and errors.
 *
 * <pre>
 *     63      48 47     40 39     32 31            16 15            0
 *    +----------------------------------------------------------------+
 *  0 |                         buffer address                         |
 *    +----------+---------+---------+----------------+----------------+
 *  8 | special  | errors  | status  |packet checksum |     length     |
 *    +----------+---------+---------+----------------+----------------+
 * </pre>
 *
 * <p>DD in the status byte decides who owns the slot. All other words of the
 * write-back are valid only after DD was seen, and only if the CPU reads them after
 * it: {@link #status} is an acquire read for that reason (Linux calls it {@code
 * dma_rmb}).
 */
public final class LegacyRxDescriptor {
  /** Name of the format, for captions. */
  public static final String TITLE = "legacy receive descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** Status: descriptor done; the driver owns the slot again. */
  public static final int DD = 0x01;

  /** Status: end of packet; clear while a frame goes on in the next buffer. */
  public static final int EOP = 0x02;

  /** Status: ignore the checksum bits. */
  public static final int IXSM = 0x04;

  /** Status: the frame had a VLAN tag, now in the special field. */
  public static final int VP = 0x08;

  /** Status: UDP checksum was calculated (later parts; reserved on the 8254x). */
  public static final int UDPCS = 0x10;

  /** Status: TCP or UDP checksum was calculated. */
  public static final int TCPCS = 0x20;

  /** Status: IPv4 header checksum was calculated. */
  public static final int IPCS = 0x40;

  /** Status: passed an inexact filter; software must check the address. */
  public static final int PIF = 0x80;

  /** Error: the frame check sequence is wrong, or alignment (MII). */
  public static final int CE = 0x01;

  /** Error: symbol error (reserved on the 82540EM and other copper-only parts). */
  public static final int SE = 0x02;

  /** Error: sequence error (reserved on the same parts as SE). */
  public static final int SEQ = 0x04;

  /** Error: carrier extension error (82544 only, reserved elsewhere). */
  public static final int CXE = 0x10;

  /** Error: the TCP or UDP checksum is wrong; the frame itself is whole. */
  public static final int TCPE = 0x20;

  /** Error: the IPv4 header checksum is wrong; the frame itself is whole. */
  public static final int IPE = 0x40;

  /** Error: the data itself is damaged. */
  public static final int RXE = 0x80;

  /** The errors that make a frame worthless; checksum errors are not among them. */
  public static final int FRAME_ERRORS = CE | SE | SEQ | CXE | RXE;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U64.withName("address"),
          U16.withName("length"),
          U16.withName("checksum"),
          U8.withName("status"),
          U8.withName("errors"),
          U16.withName("special"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("buffer address", 64)
          .device("length", 16)
          .device("packet checksum", 16)
          .both("DD", 1)
          .both("EOP", 1)
          .both("IXSM", 1)
          .both("VP", 1)
          .both("UDPCS", 1)
          .both("TCPCS", 1)
          .both("IPCS", 1)
          .both("PIF", 1)
          .device("CE", 1)
          .device("SE", 1)
          .device("SEQ", 1)
          .reserved(1)
          .device("CXE", 1)
          .device("TCPE", 1)
          .device("IPE", 1)
          .device("RXE", 1)
          .tag(Writer.DEVICE)
          .complete();

  private static final VarHandle ADDRESS = word(LAYOUT, "address");
  private static final VarHandle LENGTH = word(LAYOUT, "length");
  private static final VarHandle CHECKSUM = word(LAYOUT, "checksum");
  private static final VarHandle STATUS = word(LAYOUT, "status");
  private static final VarHandle ERRORS = word(LAYOUT, "errors");
  private static final VarHandle SPECIAL = word(LAYOUT, "special");
  private static final VarHandle WORD = ALIGNED_U64.varHandle();

  private LegacyRxDescriptor() {}

  /**
   * Offers an empty buffer. The status byte is cleared, or the DD of the frame
   * before would be taken for a new one.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param address bus address of the buffer
   */
  public static void write(MemorySegment slots, long offset, long address) {
    ADDRESS.set(slots, offset, address);
    STATUS.set(slots, offset, (byte) 0);
  }

  /** Bus address of the buffer. */
  public static long address(MemorySegment slots, long offset) {
    return (long) ADDRESS.get(slots, offset);
  }

  /** The status bits, read before everything that follows (an acquire). */
  public static int status(MemorySegment slots, long offset) {
    return (byte) STATUS.getAcquire(slots, offset) & 0xff;
  }

  /** Bytes that the device stored in this buffer, 0 to 65535; valid after DD. */
  public static int length(MemorySegment slots, long offset) {
    return (short) LENGTH.get(slots, offset) & 0xffff;
  }

  /** One's complement sum over the frame from RXCSUM.PCSS on; valid after DD. */
  public static int checksum(MemorySegment slots, long offset) {
    return (short) CHECKSUM.get(slots, offset) & 0xffff;
  }

  /** The error bits; valid after DD and EOP. */
  public static int errors(MemorySegment slots, long offset) {
    return (byte) ERRORS.get(slots, offset) & 0xff;
  }

  /** The stripped VLAN tag, 16 bits; valid after DD if VP is set. */
  public static int special(MemorySegment slots, long offset) {
    return (short) SPECIAL.get(slots, offset) & 0xffff;
  }

  // tag::read[]
  /**
   * Bytes 8 to 15 in one load, read before everything that follows (an acquire):
   * status, and all that it makes valid. The device stores these 8 aligned bytes at
   * once, so what is seen beside DD belongs to it.
   */
  public static long read(MemorySegment slots, long offset) {
    return (long) WORD.getAcquire(slots, offset + 8);
  }

  /** The status bits of what {@link #read} gave. */
  public static int status(long word) {
    return (int) (word >>> 32) & 0xff;
  }

  // end::read[]

  /** The error bits of what {@link #read} gave; valid with DD and EOP. */
  public static int errors(long word) {
    return (int) (word >>> 40) & 0xff;
  }

  /** Bytes stored, 0 to 65535, of what {@link #read} gave; valid with DD. */
  public static int length(long word) {
    return (int) word & 0xffff;
  }

  /** The stripped tag, 16 bits, of what {@link #read} gave; valid with DD and VP. */
  public static int special(long word) {
    return (int) (word >>> 48);
  }

  // tag::write-back[]
  /**
   * The device's write-back; status goes last, ordered after the rest (a release).
   */
  public static void writeBack(
      MemorySegment slots, long offset, int length, int status, int errors) {
    LENGTH.set(slots, offset, (short) length);
    CHECKSUM.set(slots, offset, (short) 0);
    ERRORS.set(slots, offset, (byte) errors);
    SPECIAL.set(slots, offset, (short) 0);
    STATUS.setRelease(slots, offset, (byte) status);
  }
  // end::write-back[]
}
