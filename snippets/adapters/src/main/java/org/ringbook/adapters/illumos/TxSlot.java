package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.List;

/** A message with the device: what is to be unbound and freed when it is sent. */
final class TxSlot {
  private final List<DmaHandle> handles = new ArrayList<>();
  private final TxSlots home;
  private Mblk message;

  TxSlot(TxSlots home) {
    this.home = home;
  }

  /** Unbinds; the message is the caller's again. */
  Mblk unbind() {
    return home.unbind(this);
  }

  void hold(Mblk toSend) {
    message = toSend;
  }

  void add(DmaHandle bound) {
    handles.add(bound);
  }

  List<DmaHandle> handles() {
    return handles;
  }

  Mblk message() {
    return message;
  }

  void clear() {
    handles.clear();
    message = null;
  }
}
