package org.ringbook.adapters.illumos;

import static org.ringbook.adapters.illumos.ChecksumRequest.HCK_FULLCKSUM_OK;
import static org.ringbook.adapters.illumos.ChecksumRequest.HCK_IPV4_HDRCKSUM;

import java.util.function.Supplier;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;
import org.ringbook.dataplane.ring.RxRing;
import org.ringbook.dataplane.ring.RxStatistics;

/**
 * Receives on one ring. Frames are taken from the ring under the lock and made into
 * messages without it: a free routine takes that lock, and it runs wherever the last
 * reference goes.
 */
final class RxPath {
  private static final int BUDGET = 64;

  private final Streams streams;
  private final Mac mac;
  private final Supplier<RxRing> rings;
  private final RxBuffers buffers;
  private final Mutex lock;
  private final Packet[] batch = new Packet[BUDGET];
  private int count;
  private boolean flowing;
  private int lent;
  private long frames;
  private long bytes;
  private long noBuffer;

  RxPath(
      Streams streams,
      Mac mac,
      Supplier<RxRing> rings, // a port that is started anew makes another
      RxBuffers buffers,
      Mutex lock) {
    this.streams = streams;
    this.mac = mac;
    this.rings = rings;
    this.buffers = buffers;
    this.lock = lock;
  }

  void flow(boolean on) {
    flowing = on;
  }

  /**
   * Takes up to a batch of frames off the ring, as a chain; null if there is none.
   */
  Mblk poll() {
    lock.enter();
    count = 0;
    rings.get().poll(BUDGET, packet -> batch[count++] = packet);
    lock.exit();
    Mblk first = null;
    Mblk last = null;
    for (int i = 0; i < count; i++) {
      Mblk message = message(batch[i]);
      if (message != null && first == null) {
        first = message;
      } else if (message != null) {
        last.next(message);
      }
      last = message == null ? last : message;
    }
    return first;
  }

  private Mblk message(Packet head) {
    int length = head.frameLength();
    Mblk first = lend(head);
    if (first == null) {
      noBuffer++;
      return null;
    }
    int flags = flags(head.metadata().checksum());
    if (flags != 0) {
      mac.macHcksumSet(first, flags);
    }
    frames++;
    bytes += length;
    return first;
  }

  /** Lends the buffers of a frame, or none: what was lent comes back by freemsg. */
  private Mblk lend(Packet head) {
    Mblk first = null;
    Mblk last = null;
    Packet following;
    for (Packet at = head; at != null; at = following) {
      following = at.next();
      Mblk piece = piece(at);
      if (piece == null) {
        release(at);
        if (first != null) {
          streams.freemsg(first);
        }
        return null;
      }
      if (first == null) {
        first = piece;
      } else {
        last.cont(piece);
      }
      last = piece;
    }
    return first;
  }

  private Mblk piece(Packet packet) {
    RxBuffer buffer = buffers.of(packet);
    buffer.forKernel();
    Mblk piece = streams.desballoc(buffer.memory(), () -> returned(packet));
    if (piece != null) {
      piece.length(packet.length());
      lent++;
    }
    return piece;
  }

  private static int flags(Checksum verdict) {
    return switch (verdict) {
      case ALL_GOOD -> HCK_FULLCKSUM_OK | HCK_IPV4_HDRCKSUM;
      case IP_GOOD -> HCK_IPV4_HDRCKSUM;
      case NOT_CHECKED, BAD -> 0;
    };
  }

  /** The free routine: the buffer may be received into again. */
  private void returned(Packet packet) {
    lent--;
    packet.next(null);
    release(packet);
  }

  private void release(Packet chain) {
    lock.enter();
    Chain.giveBack(chain);
    if (flowing) {
      rings.get().refill();
    }
    lock.exit();
  }

  /** Buffers that the stack has. */
  int lent() {
    return lent;
  }

  /** Buffers posted or lent. */
  int outstanding() {
    return buffers.outstanding();
  }

  long statistic(MacStatistic which) {
    return switch (which) {
      case MAC_STAT_IPACKETS -> frames;
      case MAC_STAT_RBYTES -> bytes;
      case MAC_STAT_NORCVBUF -> noBuffer + ofRing().droppedNoBuffer();
      case MAC_STAT_IERRORS -> {
        RxStatistics ring = ofRing();
        yield ring.droppedDamaged() + ring.droppedOversize();
      }
      default -> 0;
    };
  }

  private RxStatistics ofRing() {
    return rings.get().statistics();
  }

  void free() {
    buffers.free();
    lock.destroy();
  }
}
