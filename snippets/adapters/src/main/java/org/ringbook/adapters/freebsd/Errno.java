package org.ringbook.adapters.freebsd;

/** Errors as kernel calls return them, 0 for none (errno(2)). */
public final class Errno {
  /** No memory, or no room in a table. */
  public static final int ENOMEM = 12;

  /** Something is still in use. */
  public static final int EBUSY = 16;

  /** An argument makes no sense. */
  public static final int EINVAL = 22;

  /** More segments than the tag allows. */
  public static final int EFBIG = 27;

  /** Begun, and not over: the callback comes later. */
  public static final int EINPROGRESS = 36;

  /** A queue is full. */
  public static final int ENOBUFS = 55;

  private Errno() {}
}
