package org.ringbook.dataplane.interrupt;

/** What a {@link Poller} serves: usually one vector with its pair of rings. */
public interface Polled {

  /**
   * Takes received frames, at most as many as the budget; completing transmits and
   * refilling is done beside it and not counted.
   *
   * @param budget frames, at least 1
   * @return frames taken, 0 to {@code budget}; less says that none is left
   */
  int poll(int budget);

  /** Whether there is work now; looks and takes nothing. */
  boolean hasWork();

  /** Keeps the vector from interrupting. Doing it twice is harmless. */
  void mask();

  /** Lets the vector interrupt. */
  void unmask();
}
