package org.ringbook.adapters.illumos;

/**
 * mac_callbacks_t and the rings of mac_capab_rings_t: what the MAC layer calls of a
 * driver (mac(9E), mac_capab_rings(9E)).
 */
public interface MacCallbacks {

  /** mc_start: frames may flow; 0, or an error number. */
  int start();

  /** mc_stop: they may not. */
  void stop();

  /**
   * mri_tx, or mc_tx without rings: sends a chain of frames.
   *
   * @param ring from 0
   * @return the frames that were not taken, as a chain; null if all were
   */
  Mblk transmit(int ring, Mblk chain);

  /**
   * mri_poll: hands out received frames, while the ring's interrupt is disabled.
   *
   * @param bytes most bytes to hand out, about
   */
  Mblk poll(int ring, int bytes);

  /** mi_enable or mi_disable: the ring's interrupt. */
  void ringInterrupt(int ring, boolean on);

  /** mc_setprop: 0, or an error number. */
  int setProperty(String name, int value);

  /** mc_getstat. */
  long statistic(MacStatistic which);

  /** mc_setpromisc. */
  int promiscuous(boolean on);
}
