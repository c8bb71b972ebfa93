package org.ringbook.adapters.windows;

import org.ringbook.adapters.host.RuleBroken;

/**
 * A spin lock: holding one means to run at DISPATCH_LEVEL. {@link #acquire} raises the
 * level and remembers the former; {@link #dprAcquire} is for code that is there
 * already, such as a DPC (WDK, "Using Spin Locks").
 */
public final class SpinLock {
  private final Processor processor;
  private boolean held;
  private boolean byDpr;
  private Irql before = Irql.PASSIVE_LEVEL;

  /** NdisAllocateSpinLock: at any level. */
  public SpinLock(Processor processor) {
    this.processor = processor;
    processor.call("NdisAllocateSpinLock", Irql.PASSIVE_LEVEL, Irql.DIRQL);
  }

  /** NdisAcquireSpinLock: up to DISPATCH_LEVEL, and to it. */
  public void acquire() {
    processor.upToDispatch("NdisAcquireSpinLock");
    take(false);
  }

  /** NdisReleaseSpinLock: back to the level before. */
  public void release() {
    processor.dispatch("NdisReleaseSpinLock");
    give(false);
  }

  /** NdisDprAcquireSpinLock: at DISPATCH_LEVEL only. */
  public void dprAcquire() {
    processor.dispatch("NdisDprAcquireSpinLock");
    take(true);
  }

  /** NdisDprReleaseSpinLock: the level stays. */
  public void dprRelease() {
    processor.dispatch("NdisDprReleaseSpinLock");
    give(true);
  }

  /** Whether someone holds it. */
  public boolean isHeld() {
    return held;
  }

  private void take(boolean dpr) {
    if (held) {
      throw new RuleBroken(
          "a spin lock is not taken twice",
          "WDK, NdisAcquireSpinLock",
          "the holder spins for itself, for ever");
    }
    held = true;
    byDpr = dpr;
    before = processor.level();
    processor.acquired(Irql.DISPATCH_LEVEL);
  }

  private void give(boolean dpr) {
    if (!held || byDpr != dpr) {
      throw new RuleBroken(
          "a lock is released by the counterpart of the call that acquired it",
          "WDK, NdisReleaseSpinLock, NdisDprReleaseSpinLock",
          held ? "acquired by the other pair" : "nobody holds it");
    }
    held = false;
    processor.released(before);
  }
}
