package org.ringbook.adapters.netbsd;

/**
 * A soft interrupt (softint(9)): a thread of high priority for what a hard interrupt
 * puts off, at level IPL_SOFTNET. It runs on the CPU that scheduled it, once however
 * often it was scheduled.
 */
public final class Softint {
  private final Kernel kernel;
  private final Runnable handler;
  private boolean pending;

  /** {@code softint_establish(SOFTINT_NET | SOFTINT_MPSAFE, handler)}; may sleep. */
  public Softint(Kernel kernel, Runnable handler) {
    kernel.callThatSleeps("softint_establish");
    kernel.lend(1);
    this.kernel = kernel;
    this.handler = handler;
  }

  /** {@code softint_schedule}. */
  public void schedule() {
    kernel.call("softint_schedule");
    Rule.SOFTINT_BOUND.require(kernel.isPreemptionOff(), "in a thread");
    pending = true;
  }

  /** Runs the handler if it was scheduled, as the CPU does when its level falls. */
  boolean dispatch() {
    if (!pending) {
      return false;
    }
    pending = false;
    kernel.run(Kernel.Context.SOFTINT, Kernel.Ipl.SOFTNET, handler);
    return true;
  }

  /** {@code softint_disestablish}: waits for the handler. */
  public void disestablish() {
    boolean thread = kernel.context() == Kernel.Context.THREAD;
    Rule.SOFTINT_FROM_THREAD.require(thread, "from a " + kernel.context());
    kernel.callThatSleeps("softint_disestablish");
    pending = false;
    kernel.lend(-1);
  }
}
