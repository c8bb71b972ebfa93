package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.freebsd.Kernel;

/** The tasks of a pair of queues: {@code _task_fn_rx}, then {@code _task_fn_tx}. */
final class QueueTask {
  private static final int BUDGET = 64;

  private final Iflib iflib;
  private final TxQueueSet tx;
  private final RxQueueSet rx;
  private final int queue;
  private boolean enqueued;

  QueueTask(Iflib iflib, TxQueueSet tx, RxQueueSet rx, int queue) {
    this.iflib = iflib;
    this.tx = tx;
    this.rx = rx;
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
    boolean more = rx.receive(BUDGET);
    tx.task();
    if (more) {
      enqueue();
      return;
    }
    int error = iflib.rxQueueIntrEnable(queue);
    Rule.QUEUE_INTERRUPT.require(error == 0, "error " + error);
  }

  void free() {
    iflib.kernel().call("iflib_config_gtask_deinit");
    enqueued = false;
    iflib.kernel().lend(-1);
  }
}
