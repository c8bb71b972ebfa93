package org.ringbook.adapters.netbsd;

/**
 * A mutex (mutex(9)). Made with IPL_NONE or a softint's level it is adaptive: who
 * finds it taken may sleep. Made with the level of a hard interrupt it spins, and
 * raises the CPU's level while it is held.
 */
public final class KMutex {
  private final Kernel kernel;
  private final Kernel.Ipl level;
  private Kernel.Ipl before;

  /** {@code mutex_init(MUTEX_DEFAULT, level)}. */
  public KMutex(Kernel kernel, Kernel.Ipl level) {
    kernel.call("mutex_init");
    kernel.lend(1);
    this.kernel = kernel;
    this.level = level;
  }

  /** {@code mutex_enter}. */
  public void enter() {
    kernel.call("mutex_enter");
    boolean hard = kernel.context() == Kernel.Context.INTERRUPT;
    Rule.ADAPTIVE_IN_THREAD.require(isSpin() || !hard, "adaptive, in an interrupt");
    Rule.MUTEX_ONCE.require(kernel.held().add(this), "entered twice");
    before = isSpin() ? kernel.raise(level) : kernel.level();
  }

  private boolean isSpin() {
    return level == Kernel.Ipl.NET;
  }

  /** {@code mutex_exit}. */
  public void exit() {
    kernel.call("mutex_exit");
    Rule.MUTEX_OWNER.require(kernel.held().remove(this), "not held");
    kernel.lower(before);
  }

  /** Runs code with the mutex held. */
  public void holding(Runnable code) {
    enter();
    try {
      code.run();
    } finally {
      exit();
    }
  }

  /** {@code mutex_destroy}. */
  public void destroy() {
    kernel.call("mutex_destroy");
    kernel.lend(-1);
  }
}
