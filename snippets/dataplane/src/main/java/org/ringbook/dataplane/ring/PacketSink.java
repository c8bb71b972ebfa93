package org.ringbook.dataplane.ring;

import org.ringbook.dataplane.packet.Packet;

/** Takes received frames: the network stack, or what stands for it. */
@FunctionalInterface
public interface PacketSink {

  /**
   * Takes over one frame, owned by the stack from now on. The sink gives it back to
   * its pool or submits it to a transmit ring, now or later; the ring has replaced
   * it.
   */
  void receive(Packet packet);
}
