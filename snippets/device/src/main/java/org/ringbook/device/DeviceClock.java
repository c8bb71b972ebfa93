package org.ringbook.device;

/**
 * The time that devices go by, in nanoseconds from power-on. It stands still until
 * it is advanced, so that a test decides how long an interrupt is held back.
 */
public final class DeviceClock {
  private volatile long now;

  /** A clock that shows 0. */
  public DeviceClock() {}

  /** Nanoseconds since power-on. */
  public long nanoseconds() {
    return now;
  }

  /**
   * Lets time pass.
   *
   * @param nanoseconds at least 0
   */
  public synchronized void advance(long nanoseconds) {
    if (nanoseconds < 0) {
      throw new IllegalArgumentException("time goes forward");
    }
    now += nanoseconds;
  }
}
