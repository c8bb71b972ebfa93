package org.ringbook.adapters.freebsd;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A queue of work for a thread of the kernel (taskqueue(9)). Work that is enqueued
 * while it waits is not enqueued again, so an interrupt can't flood the queue.
 */
public final class Taskqueue {
  private final Kernel kernel;
  private final boolean fast;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private boolean running;
  private int cpu;

  /**
   * A piece of work.
   *
   * @param inEpoch true with {@code NET_TASK_INIT}: it runs in the network epoch
   * @param code to run
   */
  public record Task(boolean inEpoch, Runnable code) {}

  private Taskqueue(Kernel kernel, boolean fast) {
    this.kernel = kernel;
    this.fast = fast;
    kernel.lend(1);
  }

  /** {@code taskqueue_create_fast}: with a spin lock, filters may enqueue. */
  public static Taskqueue createFast(Kernel kernel) {
    kernel.callOutsideFilter("taskqueue_create_fast");
    return new Taskqueue(kernel, true);
  }

  /** {@code taskqueue_create}: with a default mutex. */
  public static Taskqueue create(Kernel kernel) {
    kernel.callOutsideFilter("taskqueue_create");
    return new Taskqueue(kernel, false);
  }

  /**
   * {@code taskqueue_start_threads_cpuset}: one thread, bound to a CPU, so that a
   * queue's packets are all handled there; may sleep.
   */
  public void startThreads(int onCpu) {
    kernel.callThatSleeps("taskqueue_start_threads_cpuset");
    cpu = onCpu;
  }

  /** {@code taskqueue_enqueue}. */
  public void enqueue(Task task) {
    kernel.call("taskqueue_enqueue");
    boolean filter = kernel.context() == Kernel.Context.FILTER;
    Rule.FAST_QUEUE_FROM_FILTER.require(fast || !filter, "not a fast queue");
    if (!waiting.contains(task)) {
      waiting.add(task);
    }
  }

  /** {@code taskqueue_drain}: waits until a task neither waits nor runs. */
  public void drain(Task task) {
    Rule.DRAIN_FROM_OUTSIDE.require(!running, "drained from within a task");
    kernel.callThatSleeps("taskqueue_drain");
    if (waiting.remove(task)) {
      run(task);
    }
  }

  /** The queue's thread: runs one task. */
  public boolean runOne() {
    if (waiting.isEmpty()) {
      return false;
    }
    run(waiting.remove());
    return true;
  }

  private void run(Task task) {
    int before = kernel.cpu();
    running = true;
    kernel.cpu(cpu);
    try {
      kernel.run(Kernel.Context.TASK, task.inEpoch(), task.code());
    } finally {
      running = false;
      kernel.cpu(before);
    }
  }

  /** {@code taskqueue_free}: runs what waits, and ends the thread; may sleep. */
  public void free() {
    kernel.callThatSleeps("taskqueue_free");
    while (!waiting.isEmpty()) {
      run(waiting.remove());
    }
    kernel.lend(-1);
  }
}
