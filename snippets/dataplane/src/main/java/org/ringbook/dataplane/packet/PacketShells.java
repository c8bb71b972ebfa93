package org.ringbook.dataplane.packet;

import java.lang.foreign.MemorySegment;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Packets without memory of their own, for adapters: each is wrapped around a piece
 * of a kernel's buffer after that was mapped, so that the kernel's bytes go to the
 * device without a copy.
 *
 * <p>The adapter keeps the kernel's buffer and its mapping in {@link
 * Packet#attach}. A shell that is given back forgets both; unmapping and freeing are
 * the adapter's part, before that. Used by one thread at a time.
 */
public final class PacketShells implements PacketHome {
  private final Packet[] free;
  private int available;

  /** Makes {@code count} shells, at least 1, all at start. */
  public PacketShells(int count) {
    free = new Packet[count];
    for (; available < count; available++) {
      free[available] = new Packet(this, new DmaRegion(MemorySegment.NULL, 0));
    }
  }

  /**
   * Wraps a shell around mapped memory; the driver owns it, its length is the size
   * of the memory.
   *
   * @param memory as the CPU sees it, at least 1 byte
   * @param busAddress of its first byte, not 0
   * @return the packet; {@link Packet#NONE} if no shell is left
   */
  public Packet wrap(MemorySegment memory, long busAddress) {
    if (available == 0) {
      return Packet.NONE;
    }
    Packet shell = free[--available];
    shell.taken();
    shell.wrap(memory, busAddress);
    return shell;
  }

  @Override
  public void giveBack(Packet packet) {
    if (!packet.belongsTo(this)) {
      throw new WrongOwner("the packet is of another pool");
    }
    packet.freed();
    packet.wrap(MemorySegment.NULL, 0);
    free[available++] = packet;
  }

  /** Shells that can be used now. */
  public int available() {
    return available;
  }

  /** Shells in use; after teardown: the leak. */
  public int outstanding() {
    return free.length - available;
  }
}
