package org.ringbook.dataplane.dma;

/**
 * Lets calls fail on request, as Linux' fault injection does ({@code failslab},
 * {@code fail_function}). An error path that never ran does not work.
 */
final class FailurePlan {
  private int successes;
  private int failures;

  /**
   * The next {@code after} calls succeed if they can, the {@code count} then fail.
   */
  void set(int after, int count) {
    if (after < 0 || count < 0) {
      throw new IllegalArgumentException(count + " failures after " + after);
    }
    successes = after;
    failures = count;
  }

  /** Counts one call; true if it must fail. */
  boolean strikes() {
    if (failures == 0) {
      return false;
    }
    if (successes > 0) {
      successes--;
      return false;
    }
    failures--;
    return true;
  }
}
