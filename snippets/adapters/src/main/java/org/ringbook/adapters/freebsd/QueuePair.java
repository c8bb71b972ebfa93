package org.ringbook.adapters.freebsd;

import org.ringbook.dataplane.port.Port;

/**
 * A pair of queues, their interrupt and their task. The filter only masks the vector
 * and enqueues the task; the task receives with a budget and either comes again or
 * unmasks (the same answer to livelock that Linux calls NAPI).
 */
final class QueuePair {
  private static final int BUDGET = 64;

  private final Softc softc;
  private final int index;
  private final TxQueue tx;
  private final RxQueue rx;
  private final Taskqueue queue;
  private final Taskqueue.Task task;
  private final Interrupt interrupt;
  private boolean linkChanged;

  QueuePair(Softc softc, int index, TxQueue tx, RxQueue rx) {
    this.softc = softc;
    this.index = index;
    this.tx = tx;
    this.rx = rx;
    task = new Taskqueue.Task(true, this::poll);
    softc.kernel.call("NET_TASK_INIT");
    queue = Taskqueue.createFast(softc.kernel);
    queue.startThreads(index);
    interrupt = new Interrupt(softc.kernel);
  }

  void setupInterrupt() {
    interrupt.setup(this::filter, null);
  }

  private Interrupt.Filtered filter() {
    int causes = softc.port.causes(index);
    if (causes == 0) {
      return Interrupt.Filtered.STRAY;
    }
    linkChanged |= (causes & Port.LINK) != 0;
    softc.port.mask(index);
    queue.enqueue(task);
    return Interrupt.Filtered.HANDLED;
  }

  private void poll() {
    if (!softc.ifp.isRunning()) {
      return;
    }
    boolean more = rx.poll(BUDGET) == BUDGET;
    tx.poll();
    if (linkChanged) {
      linkChanged = false;
      softc.ifp.linkStateChange(softc.port.linkUp());
    }
    if (more) {
      queue.enqueue(task);
    } else {
      softc.port.unmask(index);
    }
  }

  Interrupt interrupt() {
    return interrupt;
  }

  RxQueue rx() {
    return rx;
  }

  TxQueue tx() {
    return tx;
  }

  boolean runTask() {
    return queue.runOne();
  }

  /** First no interrupt can enqueue the task, then it is waited for. */
  void teardownInterrupt() {
    interrupt.teardown();
    queue.drain(task);
    queue.free();
    interrupt.release();
  }

  void destroy() {
    tx.destroy();
    rx.destroy();
  }

  int packetsOut() {
    return tx.packetsOut() + rx.buffers().packetsOut();
  }
}
