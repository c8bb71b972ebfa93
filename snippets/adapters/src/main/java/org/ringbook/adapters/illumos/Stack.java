package org.ringbook.adapters.illumos;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringbook.adapters.host.Headers;
import org.ringbook.adapters.host.Incoming;
import org.ringbook.adapters.host.Outgoing;

/**
 * What is above the MAC layer: it makes messages of frames, and frames of messages.
 */
final class Stack implements MacClient {
  private final Streams streams;
  private final List<Incoming> received = new ArrayList<>();
  private final List<Mblk> held = new ArrayList<>();
  private boolean blocked;
  private boolean up;

  Stack(Streams streams) {
    this.streams = streams;
  }

  /** A message for a frame, in its pieces; null if there is no memory. */
  Mblk message(Outgoing frame) {
    byte[] whole = whole(frame.pieces());
    ChecksumRequest request = ChecksumRequest.NONE;
    if (frame.checksum()) {
      request = prepare(whole, frame);
    }
    Mblk first = build(tagged(cut(whole, frame.pieces()), frame.vlan()));
    if (first != null) {
      first.checksum(request);
      first.segmentSize(frame.segmentSize());
    }
    return first;
  }

  /** As IP does: sum of the pseudo header, without length for HW_LSO. */
  private static ChecksumRequest prepare(byte[] whole, Outgoing frame) {
    Headers headers = Headers.of(whole);
    headers.clearIpChecksum();
    boolean large = frame.segmentSize() > 0;
    headers.writePseudoSum(large ? 0 : whole.length - headers.transport());
    int flags =
        ChecksumRequest.HCK_PARTIALCKSUM
            | (headers.isIpv6() ? 0 : ChecksumRequest.HCK_IPV4_HDRCKSUM);
    int start = headers.ipLength();
    return new ChecksumRequest(start, start + headers.checksumOffset(), flags);
  }

  private static byte[] whole(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static List<byte[]> cut(byte[] whole, List<byte[]> like) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (byte[] piece : like) {
      pieces.add(Arrays.copyOfRange(whole, from, from + piece.length));
      from += piece.length;
    }
    return pieces;
  }

  /** As the MAC layer does it: addresses and tag in a piece of their own. */
  private static List<byte[]> tagged(List<byte[]> pieces, int control) {
    if (control == Outgoing.NO_VLAN) {
      return pieces;
    }
    byte[] whole = whole(pieces);
    byte[] head = Arrays.copyOf(whole, 16);
    head[12] = (byte) 0x81;
    head[13] = 0;
    head[14] = (byte) (control >> 8);
    head[15] = (byte) control;
    return List.of(head, Arrays.copyOfRange(whole, 12, whole.length));
  }

  private Mblk build(List<byte[]> pieces) {
    Mblk first = null;
    Mblk last = null;
    for (byte[] bytes : pieces) {
      Mblk piece = streams.allocb(bytes.length);
      if (piece == null) {
        if (first != null) {
          streams.freemsg(first);
        }
        return null;
      }
      MemorySegment.copy(bytes, 0, piece.writable(), JAVA_BYTE, 0, bytes.length);
      piece.length(bytes.length);
      if (first == null) {
        first = piece;
      } else {
        last.cont(piece);
      }
      last = piece;
    }
    return first;
  }

  @Override
  public void receive(int ring, Mblk chain) {
    Mblk following;
    for (Mblk at = chain; at != null; at = following) {
      following = at.next();
      at.next(null);
      byte[] frame = new byte[at.messageLength()];
      at.copyTo(MemorySegment.ofArray(frame));
      boolean good = at.checksum().has(ChecksumRequest.HCK_FULLCKSUM_OK);
      int hash = hash(frame);
      received.add(new Incoming(frame, Outgoing.NO_VLAN, ring, hash, good, 1));
      held.add(at);
    }
  }

  /**
   * Of addresses and ports of IPv4, as mac_pkt_hash makes one for the MAC layer's
   * own fan-out: a message has no field for the device's hash.
   */
  private static int hash(byte[] frame) {
    boolean ipv4 = frame.length >= 38 && frame[12] == 8 && frame[13] == 0;
    return ipv4 ? Arrays.hashCode(Arrays.copyOfRange(frame, 26, 38)) : 0;
  }

  /** Gives received messages back to the driver. */
  void freeHeld() {
    List<Mblk> all = List.copyOf(held);
    held.clear();
    all.forEach(streams::freemsg);
  }

  List<Incoming> received() {
    List<Incoming> all = List.copyOf(received);
    received.clear();
    return all;
  }

  @Override
  public void transmitAgain(int ring) {
    blocked = false;
  }

  @Override
  public void link(boolean isUp) {
    up = isUp;
  }

  void block() {
    blocked = true;
  }

  boolean isBlocked() {
    return blocked;
  }

  boolean linkUp() {
    return up;
  }
}
