package org.ringbook.adapters.freebsd;

/**
 * A mutex of type MTX_DEF (mutex(9)): a thread that finds it taken blocks, so a
 * filter can't take it; nobody sleeps while holding it, or calls the stack.
 */
public final class Mtx {
  private final Kernel kernel;
  private final String name;
  private int timers;

  /** {@code mtx_init}, type MTX_DEF, not recursive. */
  public Mtx(Kernel kernel, String name) {
    this.kernel = kernel;
    this.name = name;
    kernel.call("mtx_init");
    kernel.lend(1);
  }

  /** {@code mtx_lock}. */
  public void lock() {
    kernel.callOutsideFilter("mtx_lock");
    Rule.MUTEX_ONCE.require(!owned(), name + " locked twice");
    kernel.held().push(this);
  }

  /** {@code mtx_unlock}. */
  public void unlock() {
    kernel.call("mtx_unlock");
    Rule.MUTEX_OWNER.require(kernel.held().remove(this), name + " is not held");
  }

  /** {@code mtx_owned}: whether the running code holds it. */
  public boolean owned() {
    return kernel.held().contains(this);
  }

  /** Runs code with the mutex held. */
  public void holding(Runnable code) {
    lock();
    try {
      code.run();
    } finally {
      unlock();
    }
  }

  /** {@code mtx_destroy}. */
  public void destroy() {
    kernel.call("mtx_destroy");
    Rule.MUTEX_RELEASED.require(!owned(), name + " destroyed while held");
    Rule.CALLOUT_DRAINED.require(timers == 0, timers + " callouts are set");
    kernel.lend(-1);
  }

  /** Counts callouts that are set and will take this mutex. */
  void timers(int more) {
    timers += more;
  }
}
