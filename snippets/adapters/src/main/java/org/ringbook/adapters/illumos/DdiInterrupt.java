package org.ringbook.adapters.illumos;

import java.util.function.BooleanSupplier;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.interrupt.InterruptSource;

/**
 * ddi_intr_handle_t: one interrupt, through its states (ddi_intr_alloc(9F) and those
 * it names). A handler is added before the interrupt is enabled, and removed after
 * it is disabled.
 */
public final class DdiInterrupt {
  private enum State {
    ALLOCATED,
    HANDLED,
    ENABLED,
    FREED
  }

  private final Kernel kernel;
  private final InterruptSource source;
  private final int vector;
  private State state = State.ALLOCATED;
  private BooleanSupplier handler;

  /** ddi_intr_alloc: in attach(9E), of type FIXED or MSIX. */
  public DdiInterrupt(Kernel kernel, InterruptSource source, int vector) {
    this.kernel = kernel;
    this.source = source;
    this.vector = vector;
    kernel.sleepingCall("ddi_intr_alloc", "its allocations");
  }

  /** ddi_intr_get_pri: what mutexes of the handler are initialised with. */
  public void getPri() {
    kernel.call("ddi_intr_get_pri");
  }

  /**
   * ddi_intr_add_handler.
   *
   * @param function true for DDI_INTR_CLAIMED
   */
  public void addHandler(BooleanSupplier function) {
    change("ddi_intr_add_handler", State.ALLOCATED, State.HANDLED);
    handler = function;
  }

  /** ddi_intr_enable: interrupts may come before this returns. */
  public void enable() {
    change("ddi_intr_enable", State.HANDLED, State.ENABLED);
  }

  /** ddi_intr_disable: waits for the handler. */
  public void disable() {
    change("ddi_intr_disable", State.ENABLED, State.HANDLED);
  }

  /** ddi_intr_remove_handler. */
  public void removeHandler() {
    change("ddi_intr_remove_handler", State.HANDLED, State.ALLOCATED);
  }

  /** ddi_intr_free. */
  public void free() {
    change("ddi_intr_free", State.ALLOCATED, State.FREED);
  }

  private void change(String call, State from, State to) {
    kernel.call(call);
    if (state != from) {
      throw new RuleBroken(
          call + " follows the state " + from,
          call + "(9F)",
          "the interrupt is in the state " + state);
    }
    state = to;
  }

  /** Its vector, from 0. */
  int vector() {
    return vector;
  }

  /** Whether it is freed. */
  public boolean isFreed() {
    return state == State.FREED;
  }

  /** Delivers the interrupt if the card raised it. */
  boolean deliver() {
    if (state != State.ENABLED || !source.take(vector)) {
      return false;
    }
    boolean[] claimed = new boolean[1];
    Runnable serve = () -> claimed[0] = handler.getAsBoolean();
    kernel.enter("ddi_intr_handler_t", Context.INTERRUPT, serve);
    if (!claimed[0] && source.vectors() == 1) {
      throw new RuleBroken(
          "a handler claims the interrupts of its device",
          "ddi_intr_add_handler(9F), DDI_INTR_CLAIMED",
          "nobody claimed it");
    }
    return true;
  }
}
