package org.ringbook.adapters.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Work put off to process context, where it may sleep
 * (Documentation/core-api/workqueue.rst). Time does not pass by itself here: what is
 * delayed becomes due when the kernel is next told to run.
 */
public final class WorkQueue {
  private final LinuxKernel kernel;
  private final Deque<Runnable> due = new ArrayDeque<>();
  private final List<Runnable> delayed = new ArrayList<>();

  WorkQueue(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** {@code schedule_work}: soon; once, if it waits already. Any context. */
  public void scheduleWork(Runnable work) {
    kernel.call("schedule_work");
    if (!due.contains(work)) {
      due.add(work);
    }
  }

  /** {@code schedule_delayed_work}: after a while; once, if it waits already. */
  public void scheduleDelayedWork(Runnable work) {
    kernel.call("schedule_delayed_work");
    if (!delayed.contains(work)) {
      delayed.add(work);
    }
  }

  /** {@code cancel_work_sync}: it does not run any more when this returns. */
  public void cancelWorkSync(Runnable work) {
    kernel.sleeping("cancel_work_sync");
    due.remove(work);
  }

  /** {@code cancel_delayed_work_sync}. */
  public void cancelDelayedWorkSync(Runnable work) {
    kernel.sleeping("cancel_delayed_work_sync");
    delayed.remove(work);
    due.remove(work);
  }

  /** Lets time pass. */
  void tick() {
    due.addAll(delayed);
    delayed.clear();
  }

  /** Does what is due; false if nothing was. */
  boolean run() {
    boolean any = !due.isEmpty();
    while (!due.isEmpty()) {
      kernel.in(ExecutionContext.PROCESS, due.remove());
    }
    return any;
  }

  /** Work that waits. */
  int pending() {
    return due.size() + delayed.size();
  }
}
