package org.ringbook.adapters.freebsd;

/** A packet on its way out, and the map that its memory is loaded into. */
final class TxSlot {
  final TxQueue queue;
  final DmaMap map;
  Mbuf packet;

  TxSlot(TxQueue queue, DmaMap map) {
    this.queue = queue;
    this.map = map;
  }
}
