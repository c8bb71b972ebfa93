package org.ringbook.adapters.netbsd;

/** A packet on its way out, and the map that its memory is loaded into. */
final class TxSlot {
  final TxPath queue;
  final DmaMap map;
  Mbuf packet;

  TxSlot(TxPath queue, DmaMap map) {
    this.queue = queue;
    this.map = map;
  }
}
