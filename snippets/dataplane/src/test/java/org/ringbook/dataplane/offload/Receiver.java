package org.ringbook.dataplane.offload;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.packet.Owner;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;

/** A pool, a coalescer and a stack that keeps what it gets, for tests. */
final class Receiver {
  final PacketPool pool = new PacketPool(new DmaMemory(1 << 20), 200, 2048);
  final List<Packet> delivered = new ArrayList<>();
  final Coalescer coalescer;

  Receiver() {
    this(8, 64, 1);
  }

  Receiver(int flows, int packets, int polls) {
    coalescer = new Coalescer(flows, packets, polls, delivered::add);
  }

  Packet packet(byte[] frame) {
    Packet packet = pool.take();
    packet.copyFrom(frame);
    packet.handTo(Owner.STACK);
    return packet;
  }

  Coalescing offer(TcpFrame frame) {
    return coalescer.offer(packet(frame.bytes()));
  }

  /** The frames that the stack got, each in one piece. */
  List<byte[]> frames() {
    return delivered.stream().map(Receiver::join).toList();
  }

  static byte[] join(Packet first) {
    byte[] frame = new byte[first.frameLength()];
    int at = 0;
    for (Packet part = first; part != null; part = part.next()) {
      System.arraycopy(part.toByteArray(), 0, frame, at, part.length());
      at += part.length();
    }
    return frame;
  }
}
