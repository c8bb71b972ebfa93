package org.ringbook.dataplane.interrupt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Answers an interrupt by polling, with a budget, until nothing is left; only then
 * may the vector interrupt again. Under load a device interrupts once and is polled
 * from then on, so frames cannot starve everything else by their interrupts.
 *
 * <pre>
 *   IDLE --schedule--> SCHEDULED --run--> RUNNING --less than the budget--> IDLE
 *                          ^                 |
 *                          +-- all the budget, or schedule was called meanwhile
 * </pre>
 *
 * <p>The race that every such driver must close: a frame comes after the last poll
 * found nothing and before the vector is unmasked. A device that raises an interrupt
 * only at the instant, and to an unmasked vector, never reports it. Hence the order
 * in {@link #run}: give up the state, unmask, <i>then</i> look again. Looking first
 * and unmasking then leaves a gap between the two.
 *
 * <p>Rules of the budget: less than all of it says "done", so the poller is idle and
 * the vector armed; all of it says "more", so the vector stays masked and the poller
 * is run again later, after others; more than all is a bug.
 *
 * <p>Sources: Linux {@code Documentation/networking/napi.rst} and the states of
 * {@code struct napi_struct} (SCHED, MISSED, DISABLE); FreeBSD taskqueue(9) with
 * filter and fast task as in iflib(9); Windows {@code NdisMQueueDpc}. {@link
 * #schedule} may come from any thread, {@link #run} from one at a time.
 */
public final class Poller {
  private static final int SCHEDULED = 1;
  private static final int RUNNING = 2;
  private static final int MISSED = 4;
  private static final int DISABLED = 8;
  private static final VarHandle STATE;

  static {
    try {
      var lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(Poller.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Polled polled;
  private final int budget;
  private volatile int state = DISABLED;

  /**
   * A poller that is disabled, as NAPI instances are until {@code napi_enable}.
   *
   * @param polled what it serves
   * @param budget frames of one run, at least 1; Linux takes 64
   */
  public Poller(Polled polled, int budget) {
    if (budget < 1) {
      throw new IllegalArgumentException("a budget of " + budget);
    }
    this.polled = polled;
    this.budget = budget;
  }

  /**
   * What the interrupt handler does: masks the vector and asks for a run.
   *
   * @return true if the caller must see to it that {@link #run} is called; false if
   *     somebody has, or the poller is disabled
   */
  public boolean schedule() {
    polled.mask();
    int before;
    int after;
    do {
      before = state;
      if ((before & DISABLED) != 0) {
        return false;
      }
      after = before | ((before & SCHEDULED) == 0 ? SCHEDULED : MISSED);
    } while (!STATE.compareAndSet(this, before, after));
    return (before & SCHEDULED) == 0;
  }

  // tag::run[]
  /**
   * Polls once.
   *
   * @return true if it must be run again, after others had their turn
   * @throws IllegalStateException if it was not scheduled, is run by two at once, or
   *     more was taken than the budget allows
   */
  public boolean run() {
    enterRun();
    int done = isDisabled() ? 0 : polled.poll(budget);
    if (done < 0 || done > budget) {
      throw new IllegalStateException(done + " done with a budget of " + budget);
    }
    if (!finish(done == budget)) {
      return true;
    }
    return !isDisabled() && arm();
  }

  private boolean arm() {
    polled.unmask();
    return polled.hasWork() && schedule();
  }

  /** Leaves the run; true if the poller is idle now. */
  private boolean finish(boolean more) {
    int before;
    boolean idle;
    do {
      before = state;
      boolean again = more || (before & MISSED) != 0;
      idle = !again || (before & DISABLED) != 0;
    } while (!STATE.compareAndSet(this, before, left(before, idle)));
    return idle;
  }

  // end::run[]

  private static int left(int before, boolean idle) {
    return before & ~(RUNNING | MISSED | (idle ? SCHEDULED : 0));
  }

  private void enterRun() {
    int before = (int) STATE.getAndBitwiseOr(this, RUNNING);
    if ((before & RUNNING) != 0) {
      throw new IllegalStateException("run by two at once");
    }
    if ((before & SCHEDULED) == 0) {
      STATE.getAndBitwiseAnd(this, ~RUNNING);
      throw new IllegalStateException("not scheduled");
    }
  }

  /**
   * Allows runs, and arms the vector.
   *
   * @return true if there was work already and {@link #run} must be called
   */
  public boolean enable() {
    STATE.getAndBitwiseAnd(this, ~DISABLED);
    return arm();
  }

  /**
   * Allows no run any more, and masks the vector.
   *
   * @return true if it is idle; false while a run is asked for or goes on, which
   *     must
   *     be waited for before anything that it uses is taken away
   */
  public boolean disable() {
    int before = (int) STATE.getAndBitwiseOr(this, DISABLED);
    polled.mask();
    return (before & SCHEDULED) == 0;
  }

  /** Whether a run is asked for or goes on. */
  public boolean isScheduled() {
    return (state & SCHEDULED) != 0;
  }

  /** Whether runs are forbidden. */
  public boolean isDisabled() {
    return (state & DISABLED) != 0;
  }
}
