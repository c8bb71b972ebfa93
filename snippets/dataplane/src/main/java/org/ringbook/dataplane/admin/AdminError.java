package org.ringbook.dataplane.admin;

/**
 * Why the firmware refused a command: the return value of its descriptor (Linux
 * {@code i40e_adminq_cmd.h}, {@code enum i40e_admin_queue_err}).
 */
public enum AdminError {
  /** It did not. */
  OK(0),
  /** The function may not. */
  EPERM(1),
  /** No such element. */
  ENOENT(2),
  /** No such opcode. */
  ESRCH(3),
  /** Interrupted. */
  EINTR(4),
  /** Input or output failed. */
  EIO(5),
  /** No such resource. */
  ENXIO(6),
  /** An argument is too long. */
  E2BIG(7),
  /** Not now: try again. */
  EAGAIN(8),
  /** The firmware is out of memory. */
  ENOMEM(9),
  /** No permission. */
  EACCES(10),
  /** A bad address. */
  EFAULT(11),
  /** The device or the resource is busy. */
  EBUSY(12),
  /** It exists already. */
  EEXIST(13),
  /** An argument is invalid. */
  EINVAL(14),
  /** Not for this kind of object. */
  ENOTTY(15),
  /** No space is left. */
  ENOSPC(16),
  /** This firmware cannot. */
  ENOSYS(17),
  /** A parameter is out of range. */
  ERANGE(18),
  /** Thrown away, as the command before failed. */
  EFLUSHED(19),
  /** The buffer's address is bad. */
  BAD_ADDR(20),
  /** Not in the mode that the device is in. */
  EMODE(21),
  /** The file is too large. */
  EFBIG(22),
  /** A value that this list does not have. */
  UNKNOWN(0xffff);

  private final int code;

  AdminError(int code) {
    this.code = code;
  }

  /** The return value. */
  public int code() {
    return code;
  }

  /** The error of a return value. */
  public static AdminError of(int code) {
    for (AdminError error : values()) {
      if (error.code == code) {
        return error;
      }
    }
    return UNKNOWN;
  }
}
