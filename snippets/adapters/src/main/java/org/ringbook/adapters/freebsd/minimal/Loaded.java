package org.ringbook.adapters.freebsd.minimal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.DmaTag;
import org.ringbook.adapters.freebsd.Mbuf;
import org.ringbook.dataplane.packet.Packet;

/**
 * What a packet of the core points back at: an mbuf chain and the map it is in.
 *
 * @param m the first mbuf
 * @param map loaded with it
 */
record Loaded(Mbuf m, DmaMap map) {

  static Loaded of(Packet packet) {
    return (Loaded) packet.attachment();
  }

  /** All maps are made at attach, none for a packet. */
  static Deque<DmaMap> maps(DmaTag tag, int count) {
    Deque<DmaMap> maps = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      maps.push(tag.createMap());
    }
    return maps;
  }
}
