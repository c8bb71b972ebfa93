package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketShells;

/**
 * Makes packets of frames: shells round the elements of a scatter/gather list, or a
 * copy in shared memory where that can't be. A frame below 60 bytes has no room for
 * the zeros that must follow it, and one in more pieces than the ring takes would
 * wait for ever.
 */
final class SendPackets {
  private static final int SHORTEST = 60;
  private static final int COPY_SIZE = 2048;

  private final PacketShells shells;
  private final Chain.Links links = new Chain.Links();
  private final PacketPool copies;

  /** Packets for a ring. At PASSIVE_LEVEL, for the shared memory's sake. */
  SendPackets(SharedMemory shared, int ringSize) {
    shells = new PacketShells(ringSize);
    copies = new PacketPool(shared, ringSize / 4, COPY_SIZE);
  }

  /**
   * Makes the packets of one frame.
   *
   * @param longestChain most packets that the ring takes
   * @return the first; {@link Packet#NONE} if too few are left now
   */
  Packet build(ScatterGatherList list, int longestChain) {
    int length = list.frame().dataLength();
    boolean copy = length < SHORTEST || list.elements() > longestChain;
    Packet head = copy && length <= COPY_SIZE ? copy(list) : wrap(list);
    if (head != Packet.NONE) {
      head.attach(list);
      OffloadInfo.describe(list.frame(), head.offload());
    }
    return head;
  }

  private Packet copy(ScatterGatherList list) {
    Packet packet = copies.take();
    if (packet != Packet.NONE) {
      packet.copyFrom(list.frame().toByteArray());
    }
    return packet;
  }

  private Packet wrap(ScatterGatherList list) {
    if (shells.available() < list.elements()) {
      return Packet.NONE;
    }
    int skip = list.frame().currentMdlOffset();
    for (int i = 0; i < list.elements(); i++) {
      int from = Math.min(skip, list.length(i));
      skip -= from;
      if (from < list.length(i)) {
        MemorySegment memory = list.memory(i).asSlice(from);
        links.add(shells.wrap(memory, list.address(i) + from));
      }
    }
    return links.take();
  }

  /** Packets in use. */
  int outstanding() {
    return shells.outstanding() + copies.outstanding();
  }
}
