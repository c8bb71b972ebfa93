package org.ringbook.adapters.rtos;

import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;

/** Packets round the stack's buffers, for frames to send. */
final class TxFrames {
  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private final Checksums checksums = new Checksums();

  TxFrames(int count) {
    shells = new PacketShells(count);
  }

  /** Wraps a frame; {@link Packet#NONE} if too few shells are left. */
  Packet wrap(NetworkBuffer frame) {
    if (shells.available() < pieces(frame)) {
      return Packet.NONE;
    }
    for (NetworkBuffer at = frame; at != null; at = at.next()) {
      Packet packet = shells.wrap(at.memory(), at.busAddress());
      packet.length(at.length());
      links.add(packet);
    }
    Packet head = links.take();
    head.attach(frame);
    if (frame.wantsChecksum()) {
      checksums.prepare(frame, head.offload());
    }
    return head;
  }

  private static int pieces(NetworkBuffer frame) {
    int count = 0;
    for (NetworkBuffer at = frame; at != null; at = at.next()) {
      count++;
    }
    return count;
  }

  int outstanding() {
    return shells.outstanding();
  }
}
