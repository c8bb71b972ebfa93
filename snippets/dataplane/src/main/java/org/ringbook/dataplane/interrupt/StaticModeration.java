package org.ringbook.dataplane.interrupt;

/**
 * The same interval always, as an administrator sets it ({@code ethtool -C rx-usecs}
 * with {@code adaptive-rx off}). Right where the load is known.
 *
 * @param nanoseconds least time between two interrupts; 0: none
 */
public record StaticModeration(int nanoseconds) implements Moderation {

  /** Refuses times before the interrupt. */
  public StaticModeration {
    if (nanoseconds < 0) {
      throw new IllegalArgumentException(nanoseconds + " ns");
    }
  }

  @Override
  public int interrupted(int packets, long bytes) {
    return nanoseconds;
  }
}
