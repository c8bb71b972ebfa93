package org.ringbook.adapters.rtos;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.RuleBroken;

/**
 * The kernel: who runs now, and what has been allocated. Until {@link #start} memory
 * may be allocated; from then on everything comes out of pools of a fixed size, so that
 * the time of each step is bounded and memory never fragments.
 */
public final class Rtos {
  /** The error for what is not supported, as this kernel numbers it. */
  public static final int RTOS_NOT_SUPPORTED = -95;

  /** Most kernel calls of one interrupt service routine. */
  public static final int ISR_CALLS = 2;

  private static final int NO_TASK = -1;

  private final List<String> trace = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private boolean started;
  private boolean inInterrupt;
  private int interruptCalls;
  private int critical;
  private int running = NO_TASK;
  private int allocations;

  /** A kernel that is being set up. */
  public Rtos() {}

  /** Ends the set-up: from now on nothing is allocated. */
  public void start() {
    call("rtos_start");
    started = true;
  }

  /** Calls so far, oldest first. */
  public List<String> trace() {
    return List.copyOf(trace);
  }

  /** Allocations so far; the same number before and after any traffic. */
  public int allocations() {
    return allocations;
  }

  /**
   * Notes an allocation.
   *
   * @param what is allocated
   */
  public void allocate(String what) {
    call("rtos_alloc");
    if (started) {
      throw new RuleBroken(
          "nothing is allocated once the system runs",
          "FreeRTOS, Static Vs Dynamic Memory Allocation; lwIP, MEMP_MEM_MALLOC",
          what);
    }
    allocations++;
  }

  /** Notes a call that tasks may make, and interrupts may not. */
  void taskCall(String name) {
    call(name);
    if (inInterrupt) {
      throw new RuleBroken(
          "an interrupt uses only functions whose names end in _from_isr",
          "FreeRTOS Reference Manual, API usage restrictions",
          name + " in an interrupt");
    }
    if (critical > 0) {
      throw new RuleBroken(
          "a critical section calls no kernel function",
          "FreeRTOS Reference Manual, taskENTER_CRITICAL",
          name + " inside");
    }
  }

  /** Notes a call that interrupts may make, a few of them. */
  void interruptCall(String name) {
    call(name);
    if (inInterrupt && ++interruptCalls > ISR_CALLS) {
      throw new RuleBroken(
          "an interrupt ends after a bounded number of steps",
          "FreeRTOS, Deferred Interrupt Handling",
          name + " is one too many");
    }
  }

  private void call(String name) {
    trace.add(name);
  }

  /** Interrupts are off from here. */
  public void enterCritical() {
    call("rtos_enter_critical");
    critical++;
  }

  /** Interrupts are on again, with the outermost. */
  public void exitCritical() {
    call("rtos_exit_critical");
    if (critical == 0) {
      throw new RuleBroken(
          "a critical section is left as often as it is entered",
          "FreeRTOS Reference Manual, taskEXIT_CRITICAL",
          "none was entered");
    }
    critical--;
  }

  /** Runs an interrupt service routine, then the tasks that it woke. */
  void interrupt(Runnable routine) {
    if (critical > 0) {
      throw new IllegalStateException("no interrupt comes in a critical section");
    }
    inInterrupt = true;
    interruptCalls = 0;
    try {
      routine.run();
    } finally {
      inInterrupt = false;
    }
    requireBalance("an interrupt");
    schedule();
  }

  void add(Task task) {
    tasks.add(task);
  }

  // tag::schedule[]
  /** Runs ready tasks above the running one, the highest first. */
  void schedule() {
    if (!started || inInterrupt) {
      return;
    }
    for (Task next = highestReady(); next != null; next = highestReady()) {
      int preempted = running;
      running = next.priority();
      next.serveOne();
      running = preempted;
      requireBalance(next.name());
    }
  }

  private Task highestReady() {
    Task best = null;
    for (Task each : tasks) {
      int least = best == null ? running : best.priority();
      best = each.isReady() && each.priority() > least ? each : best;
    }
    return best;
  }

  // end::schedule[]

  private void requireBalance(String who) {
    if (critical != 0) {
      throw new RuleBroken(
          "a critical section is left as often as it is entered",
          "FreeRTOS Reference Manual, taskENTER_CRITICAL",
          who + " left it open");
    }
  }

  /** Priority of the running task. */
  int runningPriority() {
    return running;
  }

  /** Refuses a call by anyone but one task: what it owns has no lock. */
  public void requireTask(Task owner) {
    if (inInterrupt || running != owner.priority()) {
      throw new RuleBroken(
          "what one task owns is used by that task; others send it a message",
          "lwIP, Common pitfalls, Multiple Execution Contexts",
          inInterrupt ? "an interrupt used it" : "priority " + running + " used it");
    }
  }
}
