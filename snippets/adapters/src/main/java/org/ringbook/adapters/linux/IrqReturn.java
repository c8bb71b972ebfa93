package org.ringbook.adapters.linux;

/** What an interrupt handler returns ({@code irqreturn_t}). */
public enum IrqReturn {
  /** It was another device of the line. */
  IRQ_NONE,
  /** It was this device. */
  IRQ_HANDLED
}
