package org.ringbook.adapters.illumos;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;

/**
 * DMA of messages to send: handles allocated at attach, bound to the pieces of a
 * message, each giving one cookie or more.
 */
final class TxSlots {
  private final Deque<DmaHandle> handles = new ArrayDeque<>();
  private final Deque<TxSlot> slots = new ArrayDeque<>();
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();

  TxSlots(DdiDma dma, int count) {
    shells = new PacketShells(count);
    for (int i = 0; i < count; i++) {
      handles.add(dma.allocHandle(true));
      slots.add(new TxSlot(this));
    }
  }

  /** Whether a message with so many pieces can be tried. */
  boolean hasRoom(int pieces) {
    return !slots.isEmpty() && handles.size() >= pieces;
  }

  /**
   * Binds all pieces.
   *
   * @return the slot; null with DDI_DMA_NORESOURCES, and nothing bound
   */
  TxSlot bind(Mblk message) {
    TxSlot slot = slots.remove();
    slot.hold(message);
    for (Mblk at = message; at != null; at = at.cont()) {
      if (at.length() > 0 && !bind(at, slot)) {
        unbind(slot);
        return null;
      }
    }
    return slot;
  }

  private boolean bind(Mblk piece, TxSlot slot) {
    DmaHandle handle = handles.remove();
    if (handle.bind(piece.bytes(), true) == 0) {
      handles.add(handle);
      return false;
    }
    slot.add(handle);
    return true;
  }

  /** Cookies of all pieces. */
  static int cookies(TxSlot slot) {
    int count = 0;
    for (DmaHandle handle : slot.handles()) {
      count += handle.cookies();
    }
    return count;
  }

  /** Makes a packet of each cookie; {@link Packet#NONE} if too few are left. */
  Packet wrap(TxSlot slot) {
    if (shells.available() < cookies(slot)) {
      return Packet.NONE;
    }
    Mblk piece = slot.message();
    for (DmaHandle handle : slot.handles()) {
      while (piece.length() == 0) {
        piece = piece.cont();
      }
      for (int i = 0; i < handle.cookies(); i++) {
        long offset = handle.cookieOffset(i);
        var memory = piece.bytes().asSlice(offset, handle.cookieSize(i));
        links.add(shells.wrap(memory, handle.cookieAddress(i)));
      }
      piece = piece.cont();
    }
    Packet head = links.take();
    head.attach(slot);
    return head;
  }

  /** Unbinds all pieces; the message is the caller's again. */
  Mblk unbind(TxSlot slot) {
    Mblk message = slot.message();
    for (DmaHandle handle : slot.handles()) {
      handle.unbind();
      handles.add(handle);
    }
    slot.clear();
    slots.add(slot);
    return message;
  }

  int outstanding() {
    return shells.outstanding();
  }

  void free() {
    handles.forEach(DmaHandle::free);
    handles.clear();
  }
}
