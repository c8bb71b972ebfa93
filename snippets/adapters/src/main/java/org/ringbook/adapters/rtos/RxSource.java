package org.ringbook.adapters.rtos;

import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.PacketSource;

/** Empty buffers for the receive ring, out of the static pool. */
final class RxSource implements PacketSource {
  private final StaticPool pool;
  private final PacketShells shells;

  RxSource(StaticPool pool, int count) {
    this.pool = pool;
    this.shells = new PacketShells(count);
  }

  @Override
  public Packet take() {
    if (shells.available() == 0) {
      return Packet.NONE;
    }
    NetworkBuffer buffer = pool.get();
    if (buffer == null) {
      return Packet.NONE;
    }
    Packet packet = shells.wrap(buffer.memory(), buffer.busAddress());
    packet.attach(buffer);
    return packet;
  }

  @Override
  public void giveBack(Packet packet) {
    NetworkBuffer buffer = (NetworkBuffer) packet.attachment();
    packet.giveBack();
    buffer.next(null);
    buffer.release();
  }

  // tag::unwrap[]
  /** Makes the buffers of a received frame a chain, and the shells free again. */
  NetworkBuffer unwrap(Packet head) {
    NetworkBuffer first = (NetworkBuffer) head.attachment();
    Packet following;
    for (Packet at = head; at != null; at = following) {
      following = at.next();
      NetworkBuffer buffer = (NetworkBuffer) at.attachment();
      buffer.length(at.length());
      buffer.next(following == null ? null : (NetworkBuffer) following.attachment());
      at.giveBack();
    }
    return first;
  }

  // end::unwrap[]

  @Override
  public int bufferSize() {
    return pool.bufferSize();
  }

  int outstanding() {
    return shells.outstanding();
  }
}
