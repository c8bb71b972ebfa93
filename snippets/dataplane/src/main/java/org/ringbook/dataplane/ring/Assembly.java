package org.ringbook.dataplane.ring;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * The frame that a {@link RxRing} is collecting, buffer by buffer. Each buffer in it
 * was replaced on the ring already, so a frame that is dropped goes back to the
 * source, and the source is as full as before.
 */
final class Assembly {
  private final PacketSource source;
  private final int longest;
  private Packet first;
  private Packet last;
  private int buffers;
  private boolean dropped;

  Assembly(PacketSource source, int longest) {
    if (longest < 1) {
      throw new IllegalArgumentException("a frame has at least 1 buffer");
    }
    this.source = source;
    this.longest = longest;
  }

  /** Whether the rest of a frame is to be skipped that was dropped before. */
  boolean isDropped() {
    return dropped;
  }

  /** Whether one more buffer makes no frame that is too long. */
  boolean hasRoom(boolean isLast) {
    return buffers + (isLast ? 1 : 2) <= longest;
  }

  /** Keeps a buffer that the frame does not end in. */
  void add(Packet packet) {
    if (first == null) {
      first = packet;
    } else {
      last.next(packet);
    }
    last = packet;
    buffers++;
  }

  /** Hands the whole frame out, with its last buffer, and starts the next. */
  Packet complete(Packet packet) {
    if (first == null) {
      return packet; // most frames have one buffer
    }
    last.next(packet);
    Packet whole = first;
    clear();
    return whole;
  }

  /**
   * Drops the frame.
   *
   * @param ended false if buffers of it are still to come
   * @return packets that went back to their source
   */
  int drop(boolean ended) {
    int count = buffers;
    Packet part = first;
    while (part != null) {
      Packet following = part.next();
      source.giveBack(part);
      part = following;
    }
    clear();
    dropped = !ended;
    return count;
  }

  private void clear() {
    first = null;
    last = null;
    buffers = 0;
  }
}
