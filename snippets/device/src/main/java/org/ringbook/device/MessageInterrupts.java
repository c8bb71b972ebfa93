package org.ringbook.device;

import static org.ringbook.dataplane.port.Registers82599.*;

/**
 * The interrupts of the 82599 (82599 datasheet 7.3): causes go to vectors by IVAR, a
 * vector's message goes out when its cause is enabled and EITR allows it.
 *
 * <p>A message is sent once. It goes again only after its cause was cleared and came
 * again, which EIAC does by itself; or when another frame raises it, or when it is
 * unmasked while the cause stands. Without MSI-X mode vector 0 is a line, high while
 * any enabled cause stands.
 */
final class MessageInterrupts {
  static final int VECTORS = 17;

  private static final long UNIT_NANOSECONDS = 2048;
  private static final int OTHER_CAUSES = ~EICR_RTX_QUEUE;

  private final Chip chip;
  private final RegisterFile registers;
  private final boolean[] armed = new boolean[VECTORS];
  private final long[] notBefore = new long[VECTORS];
  private boolean lineHigh;

  MessageInterrupts(Chip chip) {
    this.chip = chip;
    this.registers = chip.registers;
  }

  /** A transmit queue's descriptor was written back. */
  void transmitted(int queue) {
    raiseQueue(queue, 1);
  }

  /** A receive queue has stored a frame. */
  void received(int queue) {
    raiseQueue(queue, 0);
  }

  /** IVAR has four entries of 8 bits: receive and transmit of two queues. */
  private void raiseQueue(int queue, int direction) {
    int entries = registers.get(ivar(queue / 2));
    int entry = entries >>> (8 * (2 * (queue & 1) + direction));
    if ((entry & IVAR_ALLOC_VAL) != 0) {
      raise(1 << (entry & 0x0f));
    }
  }

  /** Sets causes: bits of EICR. */
  synchronized void raise(int causes) {
    registers.setBits(EICR, causes);
    arm(causes);
  }

  private void arm(int causes) {
    for (int vector = 0; vector < VECTORS; vector++) {
      armed[vector] |= (causesOf(vector) & causes) != 0;
    }
  }

  /** Bits of EICR that a vector speaks for. */
  private int causesOf(int vector) {
    int own = vector < 16 ? 1 << vector : 0;
    int misc = registers.get(IVAR_MISC) >>> 8;
    boolean others = (misc & IVAR_ALLOC_VAL) != 0 && (misc & 0x1f) == vector;
    return others ? own | OTHER_CAUSES : own;
  }

  /** Enables causes; those that stand already interrupt. */
  synchronized void unmask(int causes) {
    registers.setBits(EIMS, causes);
    arm(causes & registers.get(EICR));
  }

  void mask(int causes) {
    registers.clearBits(EIMS, causes);
  }

  /** What reading EICR gives, and what it clears. */
  synchronized int readCauses() {
    int causes = registers.get(EICR);
    boolean keepsQueues = registers.has(GPIE, GPIE_OCD);
    clear(keepsQueues ? OTHER_CAUSES : -1);
    return causes;
  }

  /** Forgets causes. */
  synchronized void clear(int causes) {
    registers.clearBits(EICR, causes);
  }

  synchronized boolean take(int vector) {
    if (!registers.has(GPIE, GPIE_MSIX_MODE)) {
      return vector == 0 && isLineHigh();
    }
    int pending = pending(causesOf(vector));
    boolean may = armed[vector] && isDue(vector);
    return pending != 0 && may && send(vector, pending);
  }

  private boolean isDue(int vector) {
    return chip.clock.nanoseconds() >= notBefore[vector];
  }

  private void startInterval(int vector) {
    int units = (registers.get(eitr(vector)) & EITR_INTERVAL) >>> 3;
    notBefore[vector] = chip.clock.nanoseconds() + units * UNIT_NANOSECONDS;
  }

  private int pending(int causes) {
    return causes & registers.get(EICR) & registers.get(EIMS);
  }

  private boolean isLineHigh() {
    if (pending(-1) == 0) {
      armed[0] = true;
      lineHigh = false;
    } else if (armed[0] && isDue(0)) {
      armed[0] = false;
      lineHigh = !chip.faults.losesInterrupt();
      startInterval(0);
    }
    return lineHigh;
  }

  private boolean send(int vector, int causes) {
    armed[vector] = false;
    startInterval(vector);
    registers.clearBits(EICR, causes & registers.get(EIAC));
    registers.clearBits(EIMS, causes & registers.get(EIAM));
    return !chip.faults.losesInterrupt();
  }

  synchronized void reset() {
    lineHigh = false;
    for (int vector = 0; vector < VECTORS; vector++) {
      armed[vector] = false;
      notBefore[vector] = 0;
    }
  }
}
