package org.ringbook.dataplane.interrupt;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A device with a queue of frames and one vector, and a script of frames that arrive
 * at each point where they could: before each call of the poller does its work.
 */
final class Doorway implements Polled {
  private final boolean latches;
  private final Deque<Integer> arrivals = new ArrayDeque<>();
  private boolean masked = true;
  private boolean latched;
  private boolean interrupt;
  int waiting;
  int taken;
  int polls;

  /** With latches, a cause that came while masked interrupts at the unmask. */
  Doorway(boolean latches) {
    this.latches = latches;
  }

  /** Frames that arrive at the next points, one number for each. */
  void script(Iterable<Integer> frames) {
    frames.forEach(arrivals::add);
  }

  boolean scriptIsOver() {
    return arrivals.isEmpty();
  }

  private void point() {
    int frames = arrivals.isEmpty() ? 0 : arrivals.remove();
    if (frames > 0) {
      arrive(frames);
    }
  }

  void arrive(int frames) {
    waiting += frames;
    interrupt |= !masked;
    latched |= masked;
  }

  /** Takes the interrupt, if there is one. */
  boolean interrupts() {
    point();
    boolean was = interrupt;
    interrupt = false;
    return was;
  }

  @Override
  public int poll(int budget) {
    point();
    int done = Math.min(budget, waiting);
    waiting -= done;
    taken += done;
    polls++;
    point();
    return done;
  }

  @Override
  public boolean hasWork() {
    point();
    boolean work = waiting > 0;
    point();
    return work;
  }

  @Override
  public void mask() {
    point();
    masked = true;
  }

  @Override
  public void unmask() {
    point();
    masked = false;
    interrupt |= latches && latched;
    latched = false;
    point();
  }

  boolean isMasked() {
    return masked;
  }
}
