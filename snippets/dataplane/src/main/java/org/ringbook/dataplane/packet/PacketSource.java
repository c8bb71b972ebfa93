package org.ringbook.dataplane.packet;

/**
 * Where a receive ring gets empty buffers from: a {@link PacketPool}, or an adapter
 * that allocates a kernel's own buffers and maps them.
 */
public interface PacketSource {

  /** Takes a packet for the driver; {@link Packet#NONE} if none is left. */
  Packet take();

  /**
   * Takes back a packet that came from here and was not delivered: its frame was
   * dropped, or the ring is drained. A source that mapped the buffer unmaps and
   * frees it, then gives the packet back.
   */
  default void giveBack(Packet packet) {
    packet.giveBack();
  }

  /** Bytes of each buffer, as the device was told. */
  int bufferSize();
}
