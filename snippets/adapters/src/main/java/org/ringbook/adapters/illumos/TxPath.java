package org.ringbook.adapters.illumos;

import java.util.function.Supplier;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.ring.TxRing;

/**
 * Sends on one ring. Push-back is the return value: what was not taken goes back as
 * a chain, and when there is room mac_tx_ring_update asks for it again (mac(9E),
 * mc_tx).
 */
final class TxPath {
  private static final int BUDGET = 64;
  private static final int SHORTEST = 60;
  private static final int COPY_SIZE = 2048;

  private enum Result {
    /** With the device, or dropped: no longer the caller's. */
    GONE,
    /** No room: the caller keeps it. */
    NO_ROOM
  }

  private final Streams streams;
  private final Mac mac;
  private final int number;
  private final Supplier<TxRing> rings;
  private final TxSlots slots;
  private final PacketPool copies;
  private final Mutex lock;
  private boolean blocked;
  private long frames;
  private long bytes;
  private long errors;
  private long noDma;

  TxPath(
      Streams streams,
      Mac mac,
      int number,
      Supplier<TxRing> rings,
      TxSlots slots,
      PacketPool copies,
      Mutex lock) {
    this.streams = streams;
    this.mac = mac;
    this.number = number;
    this.rings = rings;
    this.slots = slots;
    this.copies = copies;
    this.lock = lock;
  }

  static PacketPool copies(ConsistentMemory memory, int ringSize) {
    return new PacketPool(memory, ringSize, COPY_SIZE);
  }

  /** The ring now; a port that is started anew makes another. */
  private TxRing ring() {
    return rings.get();
  }

  /** mri_tx: sends a chain, and returns what it did not take. */
  Mblk transmit(Mblk chain) {
    lock.enter();
    Mblk rest = chain;
    while (rest != null) {
      Mblk following = rest.next();
      rest.next(null);
      if (send(rest) == Result.NO_ROOM) {
        rest.next(following);
        blocked = true;
        break;
      }
      rest = following;
    }
    ring().kick();
    lock.exit();
    return rest;
  }

  private Result send(Mblk message) {
    int length = message.messageLength();
    int pieces = 0;
    for (Mblk at = message; at != null; at = at.cont()) {
      pieces++;
    }
    boolean scattered = pieces > ring().longestChain();
    if (length < SHORTEST || (scattered && length <= COPY_SIZE)) {
      return sendCopy(message, length);
    }
    if (!slots.hasRoom(pieces)) {
      return Result.NO_ROOM;
    }
    TxSlot slot = slots.bind(message);
    if (slot == null) {
      noDma++;
      return drop(message);
    }
    if (TxSlots.cookies(slot) > ring().longestChain()) {
      return drop(slot.unbind());
    }
    return submit(slot, length);
  }

  private Result submit(TxSlot slot, int length) {
    Packet head = slots.wrap(slot);
    if (head == Packet.NONE) {
      slot.unbind();
      return Result.NO_ROOM;
    }
    Offloads.describe(mac, slot.message(), head.offload());
    if (ring().submit(head, true) == TxRing.Submit.FULL) {
      Chain.giveBack(head);
      slot.unbind();
      return Result.NO_ROOM;
    }
    sent(length);
    return Result.GONE;
  }

  private Result sendCopy(Mblk message, int length) {
    Packet copy = copies.take();
    if (copy == Packet.NONE) {
      return Result.NO_ROOM;
    }
    copy.length(length);
    message.copyTo(copy.data());
    Offloads.describe(mac, message, copy.offload());
    if (ring().submit(copy, true) == TxRing.Submit.FULL) {
      copy.giveBack();
      return Result.NO_ROOM;
    }
    sent(length);
    streams.freemsg(message);
    return Result.GONE;
  }

  private void sent(int length) {
    frames++;
    bytes += length;
  }

  private Result drop(Mblk message) {
    errors++;
    streams.freemsg(message);
    return Result.GONE;
  }

  /** Frees what was sent, and lets the MAC layer send again; true: maybe more. */
  boolean complete() {
    lock.enter();
    int count = ring().complete(BUDGET, this::done);
    boolean wake = blocked && ring().free() > ring().longestChain() / 2;
    blocked &= !wake;
    lock.exit();
    if (wake) {
      mac.macTxRingUpdate(number);
    }
    return count == BUDGET;
  }

  /** Takes a frame back from the device, sent or not. */
  void done(Packet head) {
    TxSlot slot = (TxSlot) head.attachment();
    Chain.giveBack(head);
    if (slot != null) {
      streams.freemsg(slot.unbind());
    }
  }

  /** After a start: the ring is empty. */
  void unblock() {
    if (blocked) {
      blocked = false;
      mac.macTxRingUpdate(number);
    }
  }

  int outstanding() {
    return slots.outstanding() + copies.outstanding();
  }

  long statistic(MacStatistic which) {
    return switch (which) {
      case MAC_STAT_OPACKETS -> frames;
      case MAC_STAT_OBYTES -> bytes;
      case MAC_STAT_OERRORS -> errors;
      case MAC_STAT_NOXMTBUF -> noDma;
      default -> 0;
    };
  }

  void free() {
    slots.free();
    lock.destroy();
  }
}
