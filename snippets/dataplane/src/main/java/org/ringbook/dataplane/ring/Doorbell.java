package org.ringbook.dataplane.ring;

/**
 * The write to a tail register that tells the device of new descriptors. It crosses
 * the bus and is the dearest thing a driver does for a packet, so rings ring it once
 * for a batch. A write with nothing new is harmless.
 */
@FunctionalInterface
public interface Doorbell {

  /**
   * Moves the tail.
   *
   * @param tail index of the first descriptor that the device does not own
   */
  void ring(int tail);
}
