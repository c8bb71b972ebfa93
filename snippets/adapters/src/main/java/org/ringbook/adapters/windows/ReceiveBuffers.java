package org.ringbook.adapters.windows;

import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.packet.PacketSource;

/**
 * Receive buffers of one queue: a block of shared memory cut into pieces, each with an
 * MDL and a NET_BUFFER_LIST of its own, all made at initialisation. So nothing is
 * allocated while frames are received, and nothing is mapped.
 */
final class ReceiveBuffers implements PacketSource {
  /** Bytes of a buffer: what 82540 and 82599 both can be told. */
  static final int BUFFER_SIZE = 2048;

  private final PacketPool pool;
  private final NetBufferListPool listPool;
  private final NetBufferList[] lists;
  private final Mdl[] mdls;
  private final long base;
  private int cut;

  /** Makes so many buffers. At PASSIVE_LEVEL, for the shared memory's sake. */
  ReceiveBuffers(SharedMemory shared, NetBufferListPool listPool, int count) {
    DmaRegion block = shared.allocate((long) count * BUFFER_SIZE, BUFFER_SIZE);
    this.listPool = listPool;
    this.base = block.busAddress();
    this.lists = new NetBufferList[count];
    this.mdls = new Mdl[count];
    this.pool = new PacketPool((size, alignment) -> cut(block), count, BUFFER_SIZE);
  }

  private DmaRegion cut(DmaRegion block) {
    long offset = (long) cut * BUFFER_SIZE;
    var memory = block.segment().asSlice(offset, BUFFER_SIZE);
    mdls[cut] = new Mdl(memory);
    lists[cut] = listPool.allocate(new NetBuffer(mdls[cut], 0, 0));
    cut++;
    return new DmaRegion(memory, block.busAddress() + offset);
  }

  @Override
  public Packet take() {
    return pool.take();
  }

  @Override
  public int bufferSize() {
    return BUFFER_SIZE;
  }

  /** The list of a received frame: that of its first buffer, with all its MDLs. */
  NetBufferList list(Packet head) {
    NetBufferList list = lists[index(head)];
    for (Packet at = head; at != null; at = at.next()) {
      Mdl mdl = mdls[index(at)];
      mdl.adjustLength(at.length());
      mdl.next(at.next() == null ? null : mdls[index(at.next())]);
    }
    list.first().dataLength(head.frameLength());
    list.reserved(head);
    return list;
  }

  private int index(Packet packet) {
    return (int) ((packet.busAddress() - base) / BUFFER_SIZE);
  }

  /** Gives the buffers of a frame back. */
  void release(Packet head) {
    Chain.giveBack(head);
  }

  /** Buffers that are neither posted nor lent. */
  int available() {
    return pool.available();
  }

  /** Buffers posted or lent. */
  int outstanding() {
    return pool.outstanding();
  }

  /** Frees the lists. The memory is freed with the adapter's other shared memory. */
  void free() {
    for (int i = 0; i < cut; i++) {
      listPool.free(lists[i]);
    }
  }
}
