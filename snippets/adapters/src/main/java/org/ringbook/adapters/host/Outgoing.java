package org.ringbook.adapters.host;

import java.util.List;

/**
 * A frame that the stack wants sent. The host puts it into its kernel's own buffers,
 * a piece each, and asks the driver by that kernel's own call.
 *
 * <p>The headers are in the first piece if {@code checksum} or {@code segmentSize}
 * is set, and the checksum fields hold 0: the host writes into them what its
 * kernel's stack would, before it calls the driver ({@link Headers}).
 *
 * @param pieces bytes from the destination address on, in 1 or more pieces
 * @param vlan tag for the device to insert, or {@link #NO_VLAN}
 * @param checksum true if the device shall compute the checksums of IPv4 and of TCP
 *     or UDP
 * @param segmentSize payload bytes of a segment if the frame is to be segmented, or
 *     0
 */
public record Outgoing(
    List<byte[]> pieces, // the first holds all headers
    int vlan,
    boolean checksum,
    int segmentSize) {
  /** No tag. */
  public static final int NO_VLAN = -1;

  /** Copies the list; the bytes stay the caller's. */
  public Outgoing {
    pieces = List.copyOf(pieces);
  }

  /** A frame in one piece, sent as it is. */
  public static Outgoing of(byte[] frame) {
    return new Outgoing(List.of(frame), NO_VLAN, false, 0);
  }

  /** A frame in several pieces, sent as it is. */
  public static Outgoing scattered(byte[]... pieces) {
    return new Outgoing(List.of(pieces), NO_VLAN, false, 0);
  }

  /** Bytes of all pieces. */
  public int length() {
    return pieces.stream().mapToInt(piece -> piece.length).sum();
  }
}
