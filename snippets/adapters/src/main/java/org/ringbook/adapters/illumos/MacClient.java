package org.ringbook.adapters.illumos;

/** What the stack above the MAC layer is told. */
public interface MacClient {

  /** A chain of received frames, and their ring. */
  void receive(int ring, Mblk chain);

  /** The ring has room again. */
  void transmitAgain(int ring);

  /** LINK_STATE_UP or not. */
  void link(boolean up);
}
