package org.ringbook.adapters.freebsd;

/** A timer (callout(9)) whose function runs with a mutex held, once each time. */
public final class Callout {
  private final Kernel kernel;
  private final Mtx lock;
  private Runnable function;

  /** {@code callout_init_mtx}. */
  public Callout(Kernel kernel, Mtx lock) {
    kernel.call("callout_init_mtx");
    this.kernel = kernel;
    this.lock = lock;
  }

  /** {@code callout_reset}: the function will be called some time from now. */
  public void reset(Runnable code) {
    kernel.callOutsideFilter("callout_reset");
    lock.timers(function == null ? 1 : 0);
    function = code;
  }

  /** {@code callout_drain}: cancels it, and waits for the function; may sleep. */
  public void drain() {
    kernel.callThatSleeps("callout_drain");
    lock.timers(function == null ? 0 : -1);
    function = null;
  }

  /** Lets the time come, if the callout was set. */
  public void expire() {
    Runnable due = function;
    if (due != null) {
      function = null;
      lock.timers(-1);
      kernel.run(Kernel.Context.ITHREAD, false, () -> lock.holding(due));
    }
  }
}
