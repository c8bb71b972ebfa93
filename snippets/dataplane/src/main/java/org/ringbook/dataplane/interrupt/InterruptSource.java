package org.ringbook.dataplane.interrupt;

/**
 * The interrupts of a device as its slot delivers them: one level-triggered line
 * (INTx, vector 0), or messages (MSI-X).
 */
public interface InterruptSource {

  /** Vectors that the device can raise, at least 1. */
  int vectors();

  /**
   * Takes an interrupt, if there is one. A line stays asserted, and is taken again,
   * until the driver has cleared or masked its cause; a message is taken once.
   *
   * @param vector 0 to {@code vectors() - 1}
   */
  boolean take(int vector);
}
