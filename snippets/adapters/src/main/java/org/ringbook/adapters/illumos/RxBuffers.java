package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * The receive buffers of one ring: all made at attach, lent to the stack and back.
 */
final class RxBuffers implements PacketSource {
  private final List<RxBuffer> buffers = new ArrayList<>();
  private final IdentityHashMap<Packet, RxBuffer> byPacket = new IdentityHashMap<>();
  private final PacketPool pool;

  RxBuffers(DdiDma dma, int count) {
    pool =
        new PacketPool(
            (size, alignment) -> {
              buffers.add(new RxBuffer(dma));
              return buffers.getLast().region();
            },
            count,
            RxBuffer.SIZE);
    List<Packet> packets = new ArrayList<>();
    for (RxBuffer buffer : buffers) {
      Packet packet = pool.take();
      packets.add(packet);
      byPacket.put(packet, owner(packet, buffer));
    }
    packets.forEach(Packet::giveBack);
  }

  private RxBuffer owner(Packet packet, RxBuffer likely) {
    if (likely.isOf(packet)) {
      return likely;
    }
    Stream<RxBuffer> owners = buffers.stream().filter(each -> each.isOf(packet));
    return owners.findFirst().orElseThrow();
  }

  @Override
  public Packet take() {
    Packet packet = pool.take();
    if (packet != Packet.NONE) {
      byPacket.get(packet).forDevice();
    }
    return packet;
  }

  @Override
  public int bufferSize() {
    return RxBuffer.SIZE;
  }

  RxBuffer of(Packet packet) {
    return byPacket.get(packet);
  }

  int outstanding() {
    return pool.outstanding();
  }

  void free() {
    buffers.forEach(RxBuffer::free);
  }
}
