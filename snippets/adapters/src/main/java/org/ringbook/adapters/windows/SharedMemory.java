package org.ringbook.adapters.windows;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.host.RuleBroken;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Memory that driver and device share: rings, and receive buffers for as long as the
 * adapter exists. To allocate it takes a thread (PASSIVE_LEVEL); to free it, a DPC will
 * do (WDK, NdisMAllocateSharedMemory, NdisMFreeSharedMemory).
 */
public final class SharedMemory implements CoherentMemory {
  private final Processor processor;
  private final CoherentMemory memory;
  private final List<DmaRegion> regions = new ArrayList<>();

  /** Shared memory of one adapter. */
  public SharedMemory(Processor processor, CoherentMemory memory) {
    this.processor = processor;
    this.memory = memory;
  }

  /** NdisMAllocateSharedMemory, cached or not: coherent on every Windows machine. */
  @Override
  public DmaRegion allocate(long size, long alignment) {
    processor.passive("NdisMAllocateSharedMemory");
    DmaRegion region = memory.allocate(size, alignment);
    regions.add(region);
    return region;
  }

  /** NdisMFreeSharedMemory. */
  @Override
  public void release(DmaRegion region) {
    processor.upToDispatch("NdisMFreeSharedMemory");
    if (!regions.remove(region)) {
      throw new RuleBroken(
          "memory is freed once, by address and length as allocated",
          "WDK, NdisMFreeSharedMemory",
          "not allocated, or freed before");
    }
    memory.release(region);
  }

  /** Frees all that is left. */
  public void freeAll() {
    List.copyOf(regions).forEach(this::release);
  }

  /** Regions allocated and not freed. */
  public int allocated() {
    return regions.size();
  }
}
