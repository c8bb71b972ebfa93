package org.ringbook.adapters.netbsd;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/**
 * Memory for rings, by the four calls that it takes on NetBSD (bus_dma(9)): physical
 * memory, an address for the CPU, a map, and a load that tells the bus address.
 */
final class DmaMem implements CoherentMemory {
  private final Kernel kernel;
  private final List<DmaRegion> regions = new ArrayList<>();

  DmaMem(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    kernel.callThatSleeps("bus_dmamem_alloc");
    kernel.callThatSleeps("bus_dmamem_map");
    kernel.callThatSleeps("bus_dmamap_create");
    kernel.call("bus_dmamap_load");
    DmaRegion region = kernel.machine().iommu().allocate(size, alignment);
    regions.add(region);
    kernel.lend(1);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    kernel.call("bus_dmamap_unload");
    kernel.call("bus_dmamap_destroy");
    kernel.call("bus_dmamem_unmap");
    kernel.call("bus_dmamem_free");
    kernel.machine().iommu().release(region);
    regions.remove(region);
    kernel.lend(-1);
  }

  /** Releases what the port did not, at detach. */
  void releaseAll() {
    List.copyOf(regions).forEach(this::release);
  }
}
