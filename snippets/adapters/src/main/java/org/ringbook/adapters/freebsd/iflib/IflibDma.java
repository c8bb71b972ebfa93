package org.ringbook.adapters.freebsd.iflib;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.adapters.freebsd.Kernel;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;

/** Memory for rings: one call of iflib for the four of bus_dma(9). */
final class IflibDma implements CoherentMemory {
  private final Kernel kernel;
  private final List<DmaRegion> regions = new ArrayList<>();

  IflibDma(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    kernel.callThatSleeps("iflib_dma_alloc");
    kernel.lend(1);
    DmaRegion region = kernel.machine().iommu().allocate(size, alignment);
    regions.add(region);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    kernel.call("iflib_dma_free");
    kernel.machine().iommu().release(region);
    regions.remove(region);
    kernel.lend(-1);
  }

  /** Releases what the port did not, at detach. */
  void releaseAll() {
    List.copyOf(regions).forEach(this::release);
  }
}
