package org.ringbook.adapters.netbsd;

/** Errors as kernel calls return them, 0 for none (errno(2)). */
public final class Errno {
  /** No memory, or no room in a table. */
  public static final int ENOMEM = 12;

  /** An argument makes no sense. */
  public static final int EINVAL = 22;

  /** More segments than the map has. */
  public static final int EFBIG = 27;

  /** {@code EOPNOTSUPP}: there is no such thing here. */
  public static final int EOPNOTSUPP = 45;

  /** {@code ENETRESET}: the change needs the driver to start again. */
  public static final int ENETRESET = 52;

  /** A queue is full. */
  public static final int ENOBUFS = 55;

  private Errno() {}
}
