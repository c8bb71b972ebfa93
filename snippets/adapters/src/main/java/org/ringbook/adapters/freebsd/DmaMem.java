package org.ringbook.adapters.freebsd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Memory for rings, by the four calls that it takes on FreeBSD (bus_dma(9)): a tag
 * with the size and the alignment, memory with BUS_DMA_COHERENT, and a load, which
 * alone tells the bus address.
 */
final class DmaMem implements CoherentMemory {
  private final Kernel kernel;
  private final Map<DmaRegion, DmaTag> tags = new HashMap<>();

  DmaMem(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    DmaTag tag = new DmaTag(kernel, size, 1);
    kernel.callThatSleeps("bus_dmamem_alloc");
    DmaRegion region = kernel.machine().iommu().allocate(size, alignment);
    kernel.call("bus_dmamap_load");
    tags.put(region, tag);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    kernel.call("bus_dmamap_unload");
    kernel.call("bus_dmamem_free");
    kernel.machine().iommu().release(region);
    tags.remove(region).destroy();
  }

  /** Releases what the port did not, at detach. */
  void releaseAll() {
    List.copyOf(tags.keySet()).forEach(this::release);
  }
}
