package org.ringbook.adapters.linux;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/** Remembers the memory of rings, so that remove can give all of it back. */
final class RingMemory implements CoherentMemory {
  private final CoherentMemory dma;
  private final List<DmaRegion> regions = new ArrayList<>();

  RingMemory(CoherentMemory dma) {
    this.dma = dma;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    DmaRegion region = dma.allocate(size, alignment);
    regions.add(region);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    dma.release(region);
    regions.remove(region);
  }

  void releaseAll() {
    List.copyOf(regions).forEach(this::release);
  }
}
