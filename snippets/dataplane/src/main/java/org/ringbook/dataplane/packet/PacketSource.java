package org.ringbook.dataplane.packet;

/**
 * Where a receive ring gets empty buffers from: a {@link PacketPool}, or an adapter
 * that allocates a kernel's own buffers and maps them.
 */
public interface PacketSource {

  /** Takes a packet for the driver; {@link Packet#NONE} if none is left. */
  Packet take();

  /** Bytes of each buffer, as the device was told. */
  int bufferSize();
}
