package org.ringbook.adapters.rtos;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Memory that the device reaches, allocated before the system runs and kept. A board
 * never gives it back; a bench that takes the board out does.
 */
final class SetUpMemory implements CoherentMemory {
  private final Rtos rtos;
  private final CoherentMemory memory;
  private final List<DmaRegion> regions = new ArrayList<>();

  SetUpMemory(Rtos rtos, CoherentMemory memory) {
    this.rtos = rtos;
    this.memory = memory;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    rtos.allocate("memory for the device");
    DmaRegion region = memory.allocate(size, alignment);
    regions.add(region);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    memory.release(region);
    regions.remove(region);
  }

  void releaseAll() {
    List.copyOf(regions).forEach(this::release);
  }

  int regions() {
    return regions.size();
  }
}
