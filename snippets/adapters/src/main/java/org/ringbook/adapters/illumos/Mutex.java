package org.ringbook.adapters.illumos;

import org.ringbook.adapters.host.RuleBroken;

/**
 * kmutex_t. A mutex that an interrupt handler takes is initialised with that
 * interrupt's priority, so that whoever holds it is not interrupted by the one who
 * waits for it (mutex_init(9F)).
 */
public final class Mutex {
  private final Kernel kernel;
  private final boolean forInterrupts;
  private boolean held;
  private boolean destroyed;

  /**
   * mutex_init.
   *
   * @param forInterrupts true with {@code DDI_INTR_PRI} of an interrupt as argument
   */
  public Mutex(Kernel kernel, boolean forInterrupts) {
    this.kernel = kernel;
    this.forInterrupts = forInterrupts;
    kernel.call("mutex_init");
  }

  /** mutex_enter. */
  public void enter() {
    kernel.call("mutex_enter");
    requireAlive();
    if (held) {
      throw new RuleBroken(
          "a mutex is not entered by its owner", "mutex_enter(9F)", "recursive: the kernel panics");
    }
    if (kernel.context() == Context.INTERRUPT && !forInterrupts) {
      throw new RuleBroken(
          "a mutex of an interrupt handler is initialised with the interrupt's priority",
          "mutex_init(9F)",
          "it was initialised without");
    }
    held = true;
    kernel.acquired();
  }

  /** mutex_exit. */
  public void exit() {
    kernel.call("mutex_exit");
    if (!held) {
      throw new RuleBroken("a mutex is left by its owner", "mutex_exit(9F)", "nobody owns it");
    }
    held = false;
    kernel.released();
  }

  /** mutex_destroy. */
  public void destroy() {
    kernel.call("mutex_destroy");
    requireAlive();
    if (held) {
      throw new RuleBroken(
          "a mutex is destroyed when nobody holds it", "mutex_destroy(9F)", "it is held");
    }
    destroyed = true;
  }

  private void requireAlive() {
    if (destroyed) {
      throw new RuleBroken(
          "a mutex is used until mutex_destroy", "mutex_destroy(9F)", "it was destroyed");
    }
  }
}
