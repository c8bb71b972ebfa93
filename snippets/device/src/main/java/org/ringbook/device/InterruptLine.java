package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers.ICR;
import static org.ringbook.dataplane.port.Registers.IMS;
import static org.ringbook.dataplane.port.Registers.ITR;

/**
 * The interrupt line of the 8254x, held back by ITR (8254x SDM 13.4.18): after it
 * rose, it does not rise again for ITR times 256 ns. It falls when no enabled cause
 * is left.
 */
final class InterruptLine {
  private static final int INTERVAL = 0xffff;
  private static final int UNIT_NANOSECONDS = 256;

  private final Chip chip;
  private boolean high;
  private boolean lost;
  private long notBefore;

  InterruptLine(Chip chip) {
    this.chip = chip;
  }

  /** Whether an enabled cause is set, however long it must wait. */
  boolean isPending() {
    return (chip.registers.get(ICR) & chip.registers.get(IMS)) != 0;
  }

  /** Whether the line is high now. */
  synchronized boolean isHigh() {
    fallIfIdle();
    if (isPending() && !high && !lost && chip.clock.nanoseconds() >= notBefore) {
      rise();
    }
    return high;
  }

  private void rise() {
    lost = chip.faults.losesInterrupt();
    high = !lost;
    long interval = chip.registers.get(ITR) & INTERVAL;
    notBefore = chip.clock.nanoseconds() + interval * UNIT_NANOSECONDS;
  }

  /** Causes or mask have changed. */
  synchronized void fallIfIdle() {
    if (!isPending()) {
      high = false;
      lost = false;
    }
  }

  synchronized void reset() {
    high = false;
    lost = false;
    notBefore = 0;
  }
}
