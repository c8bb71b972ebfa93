package org.ringbook.dataplane.interrupt;

/**
 * Chooses the least time between two interrupts. A long time lets more frames share
 * the cost of one interrupt; each frame waits for up to that time.
 */
public interface Moderation {

  /**
   * Notes what the last interrupt brought.
   *
   * @param packets received and sent since the one before, at least 0
   * @param bytes in them
   * @return the interval from now on, in nanoseconds; 0: none
   */
  int interrupted(int packets, long bytes);

  /** The interval in nanoseconds. */
  int nanoseconds();
}
