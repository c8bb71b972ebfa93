package org.ringbook.dataplane.admin;

import java.lang.foreign.MemorySegment;

/**
 * How a command ended, or what an event says.
 *
 * @param status how
 * @param error of the firmware; {@link AdminError#OK} unless refused
 * @param opcode of the command or event; 0 if nothing came back
 * @param parameter0 by opcode
 * @param parameter1 by opcode
 * @param parameter2 by opcode; half of an address if there was a buffer
 * @param parameter3 by opcode; half of an address if there was a buffer
 * @param data that the firmware wrote, a copy
 */
public record AdminReply(
    Status status,
    AdminError error,
    int opcode,
    int parameter0,
    int parameter1,
    int parameter2,
    int parameter3,
    MemorySegment data) {

  /** How a command ended. */
  public enum Status {
    /** The firmware did it. */
    DONE,
    /** The firmware refused. */
    REFUSED,
    /** No answer in time. The firmware may have done it, or may yet. */
    TIMED_OUT,
    /** The queue was reset or closed before an answer. */
    CANCELLED
  }

  static AdminReply without(Status status) {
    return new AdminReply(status, AdminError.OK, 0, 0, 0, 0, 0, MemorySegment.NULL);
  }
}
