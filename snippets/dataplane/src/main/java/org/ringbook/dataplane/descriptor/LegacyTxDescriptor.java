package org.ringbook.dataplane.descriptor;

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
 * The legacy transmit descriptor of the 8254x (8254x SDM 3.3.3): one buffer of a
 * frame.
 *
 * <pre>
 *     63      48 47   40 39   36 35   32 31   24 23   16 15            0
 *    +-------------------------------------------------------------------+
 *  0 |                          buffer address                           |
 *    +----------+-------+-------+-------+-------+-------+----------------+
 *  8 | special  |  CSS  |  RSV  |  STA  |  CMD  |  CSO  |     length     |
 *    +----------+-------+-------+-------+-------+-------+----------------+
 * </pre>
 *
 * <p>CMD stands at byte 11, after the checksum offset: an EOP bit written to byte 10
 * would be taken for a checksum offset, and the frame would never end.
 */
public final class LegacyTxDescriptor {
  /** Name of the format, for captions. */
  public static final String TITLE = "legacy transmit descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 16;

  /** Most bytes of one descriptor, and of all of one frame (8254x SDM 3.3.3). */
  public static final int MAX_LENGTH = 16288;

  /** CMD: the last descriptor of its frame. */
  public static final int EOP = 0x01;

  /** CMD: the device appends the frame check sequence. */
  public static final int IFCS = 0x02;

  /**
   * CMD: insert a checksum at CSO over the bytes from CSS on. IC, IFCS and VLE count
   * in the descriptor with EOP only.
   */
  public static final int IC = 0x04;

  /** CMD: report status; without it the device never sets DD. */
  public static final int RS = 0x08;

  /** CMD: report packet sent (82544 only, reserved elsewhere). */
  public static final int RPS = 0x10;

  /** CMD: extension; set means that this is not a legacy descriptor. */
  public static final int DEXT = 0x20;

  /** CMD: insert the VLAN tag of the special field. */
  public static final int VLE = 0x40;

  /** CMD: delay the interrupt by TIDV. */
  public static final int IDE = 0x80;

  /** STA: descriptor done; the driver owns the slot again. */
  public static final int DD = 0x1;

  /** STA: excess collisions (half duplex). */
  public static final int EC = 0x2;

  /** STA: late collision (half duplex). */
  public static final int LC = 0x4;

  /** STA: transmit underrun (82544 only, reserved elsewhere). */
  public static final int TU = 0x8;

  // tag::words[]
  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U64.withName("address"),
          U16.withName("length"),
          U8.withName("cso"),
          U8.withName("command"),
          U8.withName("status"),
          U8.withName("css"),
          U16.withName("special"));

  // end::words[]

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList()
          .driver("buffer address", 64)
          .driver("length", 16)
          .driver("CSO", 8)
          .driver("EOP", 1)
          .driver("IFCS", 1)
          .driver("IC", 1)
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
          .driver("CSS", 8)
          .tag(Writer.DRIVER)
          .complete();

  private static final VarHandle ADDRESS = word(LAYOUT, "address");
  private static final VarHandle LENGTH = word(LAYOUT, "length");
  private static final VarHandle CSO = word(LAYOUT, "cso");
  private static final VarHandle COMMAND = word(LAYOUT, "command");
  private static final VarHandle STATUS = word(LAYOUT, "status");
  private static final VarHandle CSS = word(LAYOUT, "css");
  private static final VarHandle SPECIAL = word(LAYOUT, "special");

  private LegacyTxDescriptor() {}

  /**
   * Describes one buffer and clears status, checksum and VLAN fields. Plain writes:
   * the caller orders them before the doorbell.
   *
   * @param slots memory of the ring
   * @param offset byte offset of the descriptor in {@code slots}
   * @param address bus address of the first byte
   * @param length bytes to send, 1 to {@value #MAX_LENGTH}
   * @param command the CMD bits, such as {@code EOP | IFCS | RS}
   */
  public static void write(
      MemorySegment slots, long offset, long address, int length, int command) {
    ADDRESS.set(slots, offset, address);
    // The other fields are one word: one store, where seven would each be checked.
    slots.set(U64, offset + 8, (length & 0xffffL) | (command & 0xffL) << 24);
  }

  /**
   * Asks for a checksum from byte {@code css} on, stored at byte {@code cso}.
   */
  public static void checksum(MemorySegment slots, long offset, int css, int cso) {
    CSS.set(slots, offset, (byte) css);
    CSO.set(slots, offset, (byte) cso);
  }

  /** Sets the tag that VLE inserts: priority, CFI and VLAN identifier, 16 bits. */
  public static void special(MemorySegment slots, long offset, int tag) {
    SPECIAL.set(slots, offset, (short) tag);
  }

  /** Bus address of the buffer. */
  public static long address(MemorySegment slots, long offset) {
    return (long) ADDRESS.get(slots, offset);
  }

  /** Bytes to send, 0 to 65535. */
  public static int length(MemorySegment slots, long offset) {
    return (short) LENGTH.get(slots, offset) & 0xffff;
  }

  /** The CMD bits. */
  public static int command(MemorySegment slots, long offset) {
    return (byte) COMMAND.get(slots, offset) & 0xff;
  }

  /** The STA bits, read before everything that follows (an acquire). */
  public static int status(MemorySegment slots, long offset) {
    return (byte) STATUS.getAcquire(slots, offset) & 0x0f;
  }

  /** True once the device is done with the slot. */
  public static boolean isDone(MemorySegment slots, long offset) {
    return (status(slots, offset) & DD) != 0;
  }

  /** The device's write-back, ordered after everything before it (a release). */
  public static void writeBack(MemorySegment slots, long offset, int status) {
    STATUS.setRelease(slots, offset, (byte) status);
  }
}
