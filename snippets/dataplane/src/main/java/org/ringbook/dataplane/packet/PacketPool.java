package org.ringbook.dataplane.packet;

import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * A fixed number of packets of one buffer size, all allocated at start.
 *
 * <p>The pool is a stack: the packet given back last is taken first, as its bytes
 * are the likeliest to be in the cache still. An empty pool is a normal state of a
 * busy driver and so a result, not an exception. Used by one thread at a time.
 */
public final class PacketPool implements PacketSource, PacketHome {
  private static final int CACHE_LINE = 64;

  private final Packet[] free;
  private final int bufferSize;
  private int available;

  /**
   * Allocates the packets.
   *
   * @param dma memory to carve the buffers from
   * @param count packets, at least 1
   * @param bufferSize bytes of each buffer, at least 1; each starts on a cache line
   *     of its own, so that a device's write never shares a line with a CPU's
   */
  public PacketPool(CoherentMemory dma, int count, int bufferSize) {
    this.free = new Packet[count];
    this.bufferSize = bufferSize;
    for (; available < count; available++) {
      DmaRegion region = dma.allocate(bufferSize, CACHE_LINE);
      free[count - 1 - available] = new Packet(this, region);
    }
  }

  // tag::pool[]
  @Override
  public Packet take() {
    if (available == 0) {
      return Packet.NONE;
    }
    Packet packet = free[--available];
    packet.taken();
    return packet;
  }

  @Override
  public void giveBack(Packet packet) {
    if (!packet.belongsTo(this)) {
      throw new WrongOwner("the packet is of another pool");
    }
    packet.freed();
    free[available++] = packet;
  }

  // end::pool[]

  /** Packets that can be taken now. */
  public int available() {
    return available;
  }

  /** Packets that were taken and not given back; after teardown: the leak. */
  public int outstanding() {
    return free.length - available;
  }

  /** All packets of the pool. */
  public int size() {
    return free.length;
  }

  @Override
  public int bufferSize() {
    return bufferSize;
  }
}
