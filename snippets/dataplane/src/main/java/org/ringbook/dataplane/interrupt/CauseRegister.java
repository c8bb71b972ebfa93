package org.ringbook.dataplane.interrupt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Why a device interrupts, and which reasons may: a word of causes and a word of
 * masks, each written bit by bit, so that neither party undoes what the other did.
 *
 * <p>The device sets causes whether they are masked or not; the line is asserted
 * while an enabled one is set. Reading the causes clears them all in the same
 * transaction: what a handler reads it must act upon, for nobody will see it again.
 * Ones written to the set and the clear register of the mask change those bits and
 * no other.
 *
 * <p>Sources: 8254x SDM 13.4.17 to 13.4.21 (ICR, ICS, IMS, IMC); 82599 datasheet,
 * EICR, EICS, EIMS, EIMC and EIAM, whose bits are masked as they are read. Safe for
 * use by the threads of driver and device.
 */
public final class CauseRegister {
  private static final VarHandle STATE;

  static {
    try {
      var lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(CauseRegister.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Causes in the lower half, mask in the upper: changed together or not at all. */
  private volatile long state;

  private volatile int autoMask;

  /** A register as it is after reset: no cause set, every cause masked. */
  public CauseRegister() {}

  /** Sets causes, as the device does, and the driver through ICS. */
  public void raise(int causes) {
    STATE.getAndBitwiseOr(this, low(causes));
  }

  /**
   * Reads the causes, clears them all, and masks those set to be masked by it.
   *
   * @return all that were set, masked ones too; 0 if another device on the same line
   *     interrupted
   */
  public int readAndClear() {
    long before;
    do {
      before = state;
    } while (!STATE.compareAndSet(this, before, before & -1L << 32 & ~automatic()));
    return (int) before;
  }

  private long automatic() {
    return high(autoMask);
  }

  /** Clears these causes, as ones written to ICR do; others stay. */
  public void acknowledge(int causes) {
    STATE.getAndBitwiseAnd(this, ~low(causes));
  }

  /** Lets these causes interrupt (IMS); one that is set already does so at once. */
  public void enable(int causes) {
    STATE.getAndBitwiseOr(this, high(causes));
  }

  /** Keeps these causes from interrupting (IMC); they are recorded further on. */
  public void disable(int causes) {
    STATE.getAndBitwiseAnd(this, ~high(causes));
  }

  /**
   * Chooses causes that {@link #readAndClear} disables, which saves a write to IMC.
   */
  public void autoMask(int causes) {
    autoMask = causes;
  }

  /** Causes that are set, without clearing them: for the device's own use. */
  public int causes() {
    return (int) state;
  }

  /** Causes that may interrupt. */
  public int enabled() {
    return (int) (state >>> 32);
  }

  /** Whether the line is asserted. */
  public boolean isAsserted() {
    long now = state;
    return ((int) now & (int) (now >>> 32)) != 0;
  }

  private static long low(int bits) {
    return Integer.toUnsignedLong(bits);
  }

  private static long high(int bits) {
    return (long) bits << 32;
  }
}
