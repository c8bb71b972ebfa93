package org.ringbook.adapters.netbsd;

/** A timer (callout(9)): its function runs in a softint, once each time. */
public final class Callout {
  private final Kernel kernel;
  private Runnable function;
  private boolean pending;

  /** {@code callout_init}. */
  public Callout(Kernel kernel) {
    kernel.call("callout_init");
    kernel.lend(1);
    this.kernel = kernel;
  }

  /** {@code callout_setfunc}. */
  public void setfunc(Runnable code) {
    kernel.call("callout_setfunc");
    function = code;
  }

  /** {@code callout_schedule}. */
  public void schedule() {
    kernel.call("callout_schedule");
    Rule.CALLOUT_HAS_FUNCTION.require(function != null, "no function");
    pending = true;
  }

  /** Lets the time come, if it was scheduled. */
  boolean expire() {
    if (!pending) {
      return false;
    }
    pending = false;
    kernel.run(Kernel.Context.SOFTINT, Kernel.Ipl.NONE, function);
    return true;
  }

  /** {@code callout_halt}: cancels it, and waits for the function; may sleep. */
  public void halt() {
    kernel.callThatSleeps("callout_halt");
    pending = false;
  }

  /** {@code callout_stop}: cancels it, and does not wait. */
  public void stop() {
    kernel.call("callout_stop");
    pending = false;
  }

  /** {@code callout_destroy}. */
  public void destroy() {
    kernel.call("callout_destroy");
    Rule.CALLOUT_HALTED.require(!pending, "pending");
    kernel.lend(-1);
  }
}
