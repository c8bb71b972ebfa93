package org.ringbook.adapters.linux;

/**
 * Errors that drivers return, negated ({@code include/uapi/asm-generic/errno.h}).
 */
final class Errno {
  /** Out of memory. */
  static final int ENOMEM = 12;

  /** An argument that makes no sense. */
  static final int EINVAL = 22;

  /** The driver does not offer this. */
  static final int EOPNOTSUPP = 95;

  private Errno() {}
}
