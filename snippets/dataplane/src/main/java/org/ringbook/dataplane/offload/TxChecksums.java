package org.ringbook.dataplane.offload;

import static org.ringbook.dataplane.frame.NetworkOrder.put16;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * The card's half of transmit checksums, over a frame in one or more packets: from
 * the transport header to the end of the frame, whatever lies there, as a card that
 * is told offsets does (8254x SDM 3.3.6).
 */
final class TxChecksums {
  private static final int TCP_FIELD = TransportChecksum.TCP_FIELD;
  private static final int UDP_FIELD = TransportChecksum.UDP_FIELD;

  private TxChecksums() {}

  /** Fills in what the frame asks for, and asks no more. */
  static void fill(Packet frame) {
    TxOffload offload = frame.offload();
    if (offload.wantsIpChecksum()) {
      Ipv4Checksum.fill(frame.data(), offload.macLength());
    }
    if (offload.wantsTransportChecksum()) {
      int start = offload.macLength() + offload.ipLength();
      int sum = InternetChecksum.finish(sum(frame, start));
      boolean absent = sum == 0 && !offload.isTcp();
      int field = start + (offload.isTcp() ? TCP_FIELD : UDP_FIELD);
      put16(frame.data(), field, absent ? 0xffff : sum);
    }
    offload.withoutChecksums();
  }

  /** A part that begins at an odd place counts with its bytes exchanged. */
  private static int sum(Packet frame, int start) {
    int sum = 0;
    int skip = start;
    int before = 0;
    for (Packet part = frame; part != null; part = part.next()) {
      int bytes = part.length() - skip;
      int own = InternetChecksum.sum(part.data(), skip, bytes);
      boolean odd = (before & 1) == 1;
      sum = InternetChecksum.add(sum, odd ? InternetChecksum.swap(own) : own);
      before += bytes;
      skip = 0;
    }
    return sum;
  }
}
