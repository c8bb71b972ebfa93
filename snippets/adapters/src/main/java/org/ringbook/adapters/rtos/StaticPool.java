package org.ringbook.adapters.rtos;

import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Buffers of one size and a fixed number, for the life of the system (lwIP, PBUF_POOL;
 * FreeRTOS+TCP, BufferAllocation_1.c). An empty pool is an answer, not an error: the
 * frame is dropped and counted. Taking and putting are a few instructions with
 * interrupts off.
 */
public final class StaticPool {
  private final Rtos rtos;
  private final NetworkBuffer[] free;
  private final int bufferSize;
  private int available;
  private int failures;

  /** Makes the pool, before the system runs. */
  public StaticPool(Rtos rtos, CoherentMemory memory, int count, int bufferSize) {
    rtos.allocate("pool of " + count);
    this.rtos = rtos;
    this.bufferSize = bufferSize;
    DmaRegion region = memory.allocate((long) count * bufferSize, 4096);
    this.free = new NetworkBuffer[count];
    for (; available < count; available++) {
      long offset = (long) available * bufferSize;
      var part = region.segment().asSlice(offset, bufferSize);
      free[available] = new NetworkBuffer(this, part, region.busAddress() + offset);
    }
  }

  /** rtos_pool_get: a buffer; null if none is left. */
  public NetworkBuffer get() {
    rtos.taskCall("rtos_pool_get");
    if (available == 0 || failures > 0) {
      failures = Math.max(0, failures - 1);
      return null;
    }
    rtos.enterCritical();
    NetworkBuffer buffer = free[--available];
    buffer.taken(true);
    rtos.exitCritical();
    return buffer;
  }

  /** rtos_pool_put: gives a buffer back. */
  void put(NetworkBuffer buffer) {
    rtos.taskCall("rtos_pool_put");
    if (!buffer.isOf(this) || !buffer.isTaken()) {
      throw new RuleBroken(
          "a buffer is put back once, by whoever has it last",
          "FreeRTOS+TCP, vReleaseNetworkBufferAndDescriptor",
          "it is in the pool");
    }
    rtos.enterCritical();
    buffer.taken(false);
    free[available++] = buffer;
    rtos.exitCritical();
  }

  /** Bytes of each buffer. */
  public int bufferSize() {
    return bufferSize;
  }

  /** Buffers that are taken. */
  public int outstanding() {
    return free.length - available;
  }

  /** Lets the next calls find the pool empty. */
  void failNext(int count) {
    failures = count;
  }
}
