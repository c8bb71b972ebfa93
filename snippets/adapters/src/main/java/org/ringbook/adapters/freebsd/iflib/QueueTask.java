package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.freebsd.Kernel;

/** The tasks of a pair of queues: {@code _task_fn_rx}, then {@code _task_fn_tx}. */
final class QueueTask {
  private static final int BUDGET = 64;

  private final Iflib iflib;
  private final int queue;
  private boolean enqueued;

  QueueTask(Iflib iflib, int queue) {
    this.iflib = iflib;
    this.queue = queue;
    iflib.kernel().call("iflib_config_gtask_init");
    iflib.kernel().lend(1);
  }

  /** {@code GROUPTASK_ENQUEUE}. */
  void enqueue() {
    iflib.kernel().call("GROUPTASK_ENQUEUE");
    enqueued = true;
  }

  /** The queue's thread, bound to its CPU, runs the task if it was enqueued. */
  boolean run() {
    if (!enqueued) {
      return false;
    }
    enqueued = false;
    Kernel kernel = iflib.kernel();
    int before = kernel.cpu();
    kernel.cpu(queue);
    kernel.run(Kernel.Context.TASK, true, this::work);
    kernel.cpu(before);
    return true;
  }

  private void work() {
    if (!iflib.ifp().isRunning()) {
      return;
    }
    boolean more = iflib.rx(queue).receive(BUDGET);
    iflib.tx(queue).task();
    if (more) {
      enqueue();
      return;
    }
    iflib.kernel().call("IFDI_RX_QUEUE_INTR_ENABLE");
    int error = iflib.driver().rxQueueIntrEnable(queue);
    Rule.QUEUE_INTERRUPT.require(error == 0, "error " + error);
  }

  void free() {
    iflib.kernel().call("iflib_config_gtask_deinit");
    enqueued = false;
    iflib.kernel().lend(-1);
  }
}
