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
 * The descriptor of the XL710's admin queues (Intel Ethernet Controller X710/XXV710/
 * XL710 datasheet, admin queue; Linux {@code i40e_adminq_cmd.h}, {@code struct
 * i40e_aq_desc}): one command to the firmware, and its answer in the same 32 bytes.
 *
 * <pre>
 *     63            48 47            32 31            16 15             0
 *    +----------------+----------------+----------------+----------------+
 *  0 |  return value  |  data length   |     opcode     |     flags      |
 *    +----------------+----------------+----------------+----------------+
 *  8 |            cookie low           |           cookie high           |
 *    +---------------------------------+---------------------------------+
 * 16 |           parameter 1           |           parameter 0           |
 *    +---------------------------------+---------------------------------+
 * 24 |  parameter 3, or address low    |  parameter 2, or address high   |
 *    +---------------------------------+---------------------------------+
 * </pre>
 *
 * <p>A direct command has four parameters. An indirect one (BUF) has a buffer in
 * place of the last two; RD says that the firmware reads it, else it writes it, and
 * LB that it is larger than {@value #LARGE_BUFFER} bytes. The cookie means nothing
 * to the firmware, which returns it: the driver's way to tell what is answered. Mind
 * that the upper half comes first, of cookie and address alike.
 */
public final class AdminDescriptor {
  /** Name of the format, for captions. */
  public static final String TITLE = "admin queue descriptor";

  /** Bytes of one descriptor. */
  public static final int BYTES = 32;

  /** Flag: the firmware is done with the descriptor. */
  public static final int DD = 0x0001;

  /** Flag: the command is complete. */
  public static final int CMP = 0x0002;

  /** Flag: the command failed, the return value says why. */
  public static final int ERR = 0x0004;

  /** Flag: the buffer is larger than {@value #LARGE_BUFFER} bytes. */
  public static final int LB = 0x0200;

  /** Flag: the firmware reads the buffer. */
  public static final int RD = 0x0400;

  /** Flag: there is a buffer. */
  public static final int BUF = 0x1000;

  /** Flag: no interrupt on completion. */
  public static final int SI = 0x2000;

  /** Largest buffer without LB, in bytes. */
  public static final int LARGE_BUFFER = 512;

  /** Largest buffer, in bytes. */
  public static final int MAX_BUFFER = 4096;

  /** The words of the descriptor. */
  public static final StructLayout LAYOUT =
      MemoryLayout.structLayout(
          U16.withName("flags"),
          U16.withName("opcode"),
          U16.withName("dataLength"),
          U16.withName("returnValue"),
          U32.withName("cookieHigh"),
          U32.withName("cookieLow"),
          U32.withName("parameter0"),
          U32.withName("parameter1"),
          U32.withName("parameter2"),
          U32.withName("parameter3"));

  /** Every bit, lowest first. */
  public static final List<Field> FIELDS =
      new FieldList(256)
          .both("DD", 1)
          .both("CMP", 1)
          .both("ERR", 1)
          .both("VFE", 1)
          .reserved(5)
          .driver("LB", 1)
          .driver("RD", 1)
          .driver("VFC", 1)
          .driver("BUF", 1)
          .driver("SI", 1)
          .driver("EI", 1)
          .driver("FE", 1)
          .driver("opcode", 16)
          .both("data length", 16)
          .both("return value", 16)
          .driver("cookie high", 32)
          .driver("cookie low", 32)
          .both("parameter 0", 32)
          .both("parameter 1", 32)
          .both("parameter 2", 32)
          .both("parameter 3", 32)
          .complete();

  private static final VarHandle FLAGS = word(LAYOUT, "flags");
  private static final VarHandle LOW_FLAGS = U8.varHandle();
  private static final VarHandle OPCODE = word(LAYOUT, "opcode");
  private static final VarHandle DATA_LENGTH = word(LAYOUT, "dataLength");
  private static final VarHandle RETURN_VALUE = word(LAYOUT, "returnValue");
  private static final VarHandle COOKIE_HIGH = word(LAYOUT, "cookieHigh");
  private static final VarHandle COOKIE_LOW = word(LAYOUT, "cookieLow");
  private static final long PARAMETERS = 16;

  private AdminDescriptor() {}

  /**
   * Writes everything but the parameters; the byte of flags with DD goes last (a
   * release).
   *
   * @param slots memory of the ring
   * @param at byte offset of the descriptor in {@code slots}
   * @param flags such as {@code BUF | RD}; DD is clear in a command
   * @param opcode 0 to 65535
   * @param bytes of the buffer, 0 to {@value #MAX_BUFFER}
   * @param cookie what the answer must carry
   */
  public static void write(
      MemorySegment slots, long at, int flags, int opcode, int bytes, long cookie) {
    OPCODE.set(slots, at, (short) opcode);
    DATA_LENGTH.set(slots, at, (short) bytes);
    RETURN_VALUE.set(slots, at, (short) 0);
    COOKIE_HIGH.set(slots, at, (int) (cookie >>> 32));
    COOKIE_LOW.set(slots, at, (int) cookie);
    FLAGS.set(slots, at, (short) (flags & ~0xff));
    LOW_FLAGS.setRelease(slots, at, (byte) flags);
  }

  /** Sets a parameter, 0 to 3. */
  public static void parameter(MemorySegment slots, long at, int index, int value) {
    slots.set(U32, at + PARAMETERS + 4L * index, value);
  }

  /** A parameter, 0 to 3. */
  public static int parameter(MemorySegment slots, long offset, int index) {
    return slots.get(U32, offset + PARAMETERS + 4L * index);
  }

  /** Sets the buffer's bus address, in place of parameters 2 and 3. */
  public static void address(MemorySegment slots, long offset, long busAddress) {
    parameter(slots, offset, 2, (int) (busAddress >>> 32));
    parameter(slots, offset, 3, (int) busAddress);
  }

  /** Bus address of the buffer. */
  public static long address(MemorySegment slots, long offset) {
    long low = Integer.toUnsignedLong(parameter(slots, offset, 3));
    return (long) parameter(slots, offset, 2) << 32 | low;
  }

  /** The flags, read before everything that follows (an acquire). */
  public static int flags(MemorySegment slots, long offset) {
    int low = (byte) LOW_FLAGS.getAcquire(slots, offset) & 0xff;
    return ((short) FLAGS.get(slots, offset) & 0xff00) | low;
  }

  /** The opcode, 0 to 65535. */
  public static int opcode(MemorySegment slots, long offset) {
    return (short) OPCODE.get(slots, offset) & 0xffff;
  }

  /** Bytes of the buffer; in an answer, those that the firmware wrote. */
  public static int dataLength(MemorySegment slots, long offset) {
    return (short) DATA_LENGTH.get(slots, offset) & 0xffff;
  }

  /** Why the command failed, 0 to 65535; 0: it did not. */
  public static int returnValue(MemorySegment slots, long offset) {
    return (short) RETURN_VALUE.get(slots, offset) & 0xffff;
  }

  /** The cookie of the command that is answered; 0: none, it is an event. */
  public static long cookie(MemorySegment slots, long offset) {
    long low = Integer.toUnsignedLong((int) COOKIE_LOW.get(slots, offset));
    return (long) (int) COOKIE_HIGH.get(slots, offset) << 32 | low;
  }

  /** The firmware's answer: data length, return value, flags last (a release). */
  public static void writeBack(
      MemorySegment slots, long offset, int flags, int dataLength, int returnValue) {
    DATA_LENGTH.set(slots, offset, (short) dataLength);
    RETURN_VALUE.set(slots, offset, (short) returnValue);
    FLAGS.set(slots, offset, (short) (flags & ~0xff));
    LOW_FLAGS.setRelease(slots, offset, (byte) flags);
  }
}
