package org.ringbook.device;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a device shall do wrong, each of it seen in the field. All is off until it is
 * asked for. Counts run down by themselves; a reset of the device ends {@link
 * #stickTransmit}, {@link #stickReceive} and {@link #failDescriptorFetch}, which is
 * why a driver's watchdog resets.
 */
public final class Faults {
  /** For the stuck queues: until the device is reset. */
  public static final int UNTIL_RESET = -1;

  private static final int QUEUES = 16;

  private final AtomicInteger[] stuckTransmit = new AtomicInteger[QUEUES];
  private final AtomicInteger[] stuckReceive = new AtomicInteger[QUEUES];
  private final AtomicInteger lostInterrupts = new AtomicInteger();
  private final AtomicInteger deafDoorbells = new AtomicInteger();
  private final AtomicInteger damagedFrames = new AtomicInteger();
  private final AtomicInteger failedFetches = new AtomicInteger();
  private final AtomicLong dmaErrors = new AtomicLong();
  private final Runnable linkChanged;
  private volatile int writeBackDelay;
  private volatile boolean carrier = true;

  Faults(Runnable linkChanged) {
    this.linkChanged = linkChanged;
    for (int i = 0; i < QUEUES; i++) {
      stuckTransmit[i] = new AtomicInteger();
      stuckReceive[i] = new AtomicInteger();
    }
  }

  /**
   * Writes DD back late: head moves and the cause is raised at once, the descriptor
   * changes {@code steps} calls of {@link Nic#step} later. A driver that trusts head
   * or the interrupt instead of DD takes a buffer that is not done.
   *
   * @param steps 0: at once
   */
  public void delayWriteBack(int steps) {
    writeBackDelay = steps;
  }

  /**
   * Loses the next {@code n} interrupts: a message never arrives; a line that should
   * rise stays low until its causes were cleared and another comes.
   */
  public void loseInterrupts(int n) {
    lostInterrupts.set(n);
  }

  /** Stops a transmit queue for a number of steps, or {@link #UNTIL_RESET}. */
  public void stickTransmit(int queue, int steps) {
    stuckTransmit[queue].set(steps);
  }

  /**
   * Stops a receive queue for a number of steps, or {@link #UNTIL_RESET}. Frames for
   * it are lost meanwhile, as those of a full FIFO.
   */
  public void stickReceive(int queue, int steps) {
    stuckReceive[queue].set(steps);
  }

  /** Pulls the cable: nothing arrives, nothing is sent, descriptors wait. */
  public void linkDown() {
    link(false);
  }

  /** Plugs the cable in again. */
  public void linkUp() {
    link(true);
  }

  /** Takes the link away and gives it back: one cause, and the link is up. */
  public void flapLink() {
    linkDown();
    linkUp();
  }

  /**
   * Has the next fetch of a descriptor fail. The device stops until it is reset, and
   * counts it in {@link #dmaErrors}.
   */
  public void failDescriptorFetch() {
    failedFetches.set(1);
  }

  /** Ignores the next {@code n} writes to tail registers: nobody hears the bell. */
  public void ignoreDoorbells(int n) {
    deafDoorbells.set(n);
  }

  /** Flips a bit of the next {@code n} frames sent, after the check sequence. */
  public void damageFrames(int n) {
    damagedFrames.set(n);
  }

  /** Descriptor fetches that failed. */
  public long dmaErrors() {
    return dmaErrors.get();
  }

  private void link(boolean up) {
    boolean changes = carrier != up;
    carrier = up;
    if (changes) {
      linkChanged.run();
    }
  }

  int writeBackDelay() {
    return writeBackDelay;
  }

  boolean hasCarrier() {
    return carrier;
  }

  boolean losesInterrupt() {
    return takeOne(lostInterrupts);
  }

  boolean ignoresDoorbell() {
    return takeOne(deafDoorbells);
  }

  boolean damagesFrame() {
    return takeOne(damagedFrames);
  }

  boolean failsFetch() {
    boolean fails = takeOne(failedFetches);
    if (fails) {
      dmaErrors.incrementAndGet();
    }
    return fails;
  }

  boolean transmitStuck(int queue) {
    return stuckTransmit[queue].get() != 0;
  }

  boolean receiveStuck(int queue) {
    return stuckReceive[queue].get() != 0;
  }

  /** One step has passed. */
  void tick() {
    for (int i = 0; i < QUEUES; i++) {
      takeOne(stuckTransmit[i]);
      takeOne(stuckReceive[i]);
    }
  }

  /** The device was reset. */
  void reset() {
    for (int i = 0; i < QUEUES; i++) {
      stuckTransmit[i].set(0);
      stuckReceive[i].set(0);
    }
    failedFetches.set(0);
  }

  private static boolean takeOne(AtomicInteger left) {
    int now = left.get();
    return now > 0 && left.compareAndSet(now, now - 1);
  }
}
