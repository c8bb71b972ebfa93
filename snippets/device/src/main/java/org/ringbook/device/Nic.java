package org.ringbook.device;

import org.ringbook.dataplane.interrupt.InterruptSource;
import org.ringbook.dataplane.port.RegisterAccess;

/**
 * What both simulated devices have: registers, interrupts, and the handles by which
 * a test moves and breaks them.
 */
public interface Nic extends RegisterAccess, InterruptSource {

  /**
   * Lets the device move: up to {@code n} transmit descriptors of each queue and
   * {@code n} frames from the wire. Write-backs that {@link Faults} hold back come
   * one step nearer.
   *
   * @return descriptors and frames handled, at least 0
   * @throws org.ringbook.dataplane.dma.IllegalDmaAccess if the driver named memory
   *     that the device may not touch; the device has stopped there
   */
  int step(int n);

  /** Steps until a step finds nothing to do; returns what all of them handled. */
  default int process() {
    int total = 0;
    for (int done = step(1); done > 0; done = step(1)) {
      total += done;
    }
    return total;
  }

  /** Hangs the device: it neither fetches nor writes back until {@link #resume}. */
  void stall();

  /** Ends {@link #stall}. */
  void resume();

  /** What the device shall do wrong. */
  Faults faults();

  /** The time it goes by. */
  DeviceClock clock();
}
