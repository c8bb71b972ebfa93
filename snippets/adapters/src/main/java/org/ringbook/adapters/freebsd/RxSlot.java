package org.ringbook.adapters.freebsd;

/** A receive buffer that is posted, and the map that it is loaded into. */
final class RxSlot {
  final DmaMap map;
  Mbuf buffer;

  RxSlot(DmaMap map) {
    this.map = map;
  }
}
