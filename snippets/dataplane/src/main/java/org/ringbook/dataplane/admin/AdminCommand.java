package org.ringbook.dataplane.admin;

import static java.lang.foreign.MemorySegment.NULL;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.descriptor.AdminDescriptor;

/**
 * A command for the firmware.
 *
 * @param opcode what to do, 1 to 65535
 * @param parameter0 by opcode
 * @param parameter1 by opcode
 * @param parameter2 by opcode; not with a buffer, whose address is there
 * @param parameter3 by opcode; not with a buffer
 * @param data that the firmware reads, up to 4096 bytes
 * @param answer bytes that the firmware may write, 0 to 4096; 0 if there is data
 * @param silent true if its answer shall raise no interrupt
 */
public record AdminCommand(
    int opcode,
    int parameter0,
    int parameter1,
    int parameter2,
    int parameter3,
    MemorySegment data,
    int answer,
    boolean silent) {

  /** Refuses buffers that no descriptor can describe. */
  public AdminCommand {
    long bytes = Math.max(data.byteSize(), answer);
    if (bytes > AdminDescriptor.MAX_BUFFER || answer < 0) {
      throw new IllegalArgumentException("a buffer of " + bytes + " bytes");
    }
  }

  /** A command that has all in its descriptor. */
  public static AdminCommand direct(int opcode, int p0, int p1, int p2, int p3) {
    return new AdminCommand(opcode, p0, p1, p2, p3, NULL, 0, false);
  }

  /** A command that brings data, 1 to 4096 bytes, copied when it is submitted. */
  public static AdminCommand write(int opcode, int p0, int p1, MemorySegment data) {
    return new AdminCommand(opcode, p0, p1, 0, 0, data, 0, false);
  }

  /** A command that asks for data, 1 to 4096 bytes. */
  public static AdminCommand read(int opcode, int p0, int p1, int bytes) {
    return new AdminCommand(opcode, p0, p1, 0, 0, NULL, bytes, false);
  }

  /** The same, for a driver that polls: its answer raises no interrupt. */
  public AdminCommand silently() {
    return new AdminCommand(
        opcode, parameter0, parameter1, parameter2, parameter3, data, answer, true);
  }

  /** Bytes of the buffer; 0: none. */
  int bufferBytes() {
    return Math.max((int) data.byteSize(), answer);
  }

  /** The flags of its descriptor. */
  int flags() {
    int bytes = bufferBytes();
    return (bytes > 0 ? AdminDescriptor.BUF : 0)
        | (data.byteSize() > 0 ? AdminDescriptor.RD : 0)
        | (bytes > AdminDescriptor.LARGE_BUFFER ? AdminDescriptor.LB : 0)
        | (silent ? AdminDescriptor.SI : 0);
  }
}
