package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.ExecutionContext.SOFTIRQ;
import static org.ringbook.adapters.linux.LinuxRule.*;

/**
 * Polling instead of interrupts while there is work ({@code struct napi_struct},
 * Documentation/networking/napi.rst). The driver masks its interrupt, schedules the
 * instance, and is polled with a budget until it says that it is done.
 */
public final class Napi {
  /**
   * Frames of a poll unless the driver asks for fewer ({@code NAPI_POLL_WEIGHT}).
   */
  public static final int NAPI_POLL_WEIGHT = 64;

  private final LinuxKernel kernel;
  private final Poll poll;
  private final Gro gro;
  private boolean enabled;
  private boolean scheduled;
  private boolean completed;
  private int budget = -1;

  /** A driver's poll function. */
  @FunctionalInterface
  public interface Poll {
    /**
     * Receives up to {@code budget} frames and completes what was sent.
     *
     * @return frames received; below the budget only after {@code
     *     napi_complete_done}
     */
    int poll(int budget);
  }

  Napi(LinuxKernel kernel, Poll poll) {
    this.kernel = kernel;
    this.poll = poll;
    this.gro = new Gro(kernel);
  }

  /** {@code napi_enable}. */
  public void napiEnable() {
    kernel.call("napi_enable");
    NAPI_ENABLE_ALTERNATES.require(!enabled, "enabled again");
    enabled = true;
  }

  /** {@code napi_disable}: waits for a poll in progress, so it sleeps. */
  public void napiDisable() {
    kernel.sleeping("napi_disable");
    NAPI_ENABLE_ALTERNATES.require(enabled, "disabled again: hangs");
    enabled = false;
    scheduled = false;
    kernel.softirq().forget(this);
    gro.flush();
  }

  /** {@code napi_schedule}: any context; once, if it is scheduled already. */
  public void napiSchedule() {
    kernel.call("napi_schedule");
    if (enabled && !scheduled) {
      scheduled = true;
      kernel.softirq().add(this);
    }
  }

  /**
   * {@code napi_complete_done}: leaves polling.
   *
   * @param work frames that this poll received, below its budget
   * @return true if the driver may unmask its interrupt now
   */
  public boolean napiCompleteDone(int work) {
    kernel.call("napi_complete_done");
    NAPI_NO_COMPLETE_AT_BUDGET.require(work < budget, work + " of " + budget);
    completed = true;
    scheduled = false;
    gro.flush();
    return true;
  }

  /** {@code napi_gro_receive}: hands a frame up; the stack owns it. */
  public void napiGroReceive(SkBuff skb) {
    kernel.call("napi_gro_receive");
    boolean polled = budget >= 0 && kernel.context() == SOFTIRQ;
    GRO_IN_POLL.require(polled, "in " + kernel.context());
    NAPI_NO_RX_WITH_BUDGET_0.require(budget > 0, "netpoll");
    skb.toStack();
    gro.receive(skb);
  }

  /** Polls once; true if it is to be polled again. */
  boolean pollOnce(int limit) {
    if (!enabled) {
      return false;
    }
    budget = limit;
    completed = false;
    try {
      check(poll.poll(limit), limit);
    } finally {
      budget = -1;
    }
    kernel.dma().requireChecked("poll");
    return !completed && limit > 0;
  }

  private void check(int work, int limit) {
    NAPI_WORK_WITHIN_BUDGET.require(work <= limit, work + " of " + limit);
    NAPI_COMPLETE_BEFORE_LESS.require(
        completed || work >= limit, work + " of " + limit + ", not completed");
  }

  boolean isEnabled() {
    return enabled;
  }
}
