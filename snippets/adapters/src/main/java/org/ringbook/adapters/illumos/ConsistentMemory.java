package org.ringbook.adapters.illumos;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.dma.Iommu;

/**
 * Memory for rings: a handle, ddi_dma_mem_alloc with DDI_DMA_CONSISTENT, and a binding
 * that lasts as long as the memory.
 */
final class ConsistentMemory implements CoherentMemory {
  private final Kernel kernel;
  private final Iommu iommu;
  private final List<DmaRegion> regions = new ArrayList<>();

  ConsistentMemory(Kernel kernel, Iommu iommu) {
    this.kernel = kernel;
    this.iommu = iommu;
  }

  @Override
  public DmaRegion allocate(long size, long alignment) {
    kernel.sleepingCall("ddi_dma_alloc_handle", "DDI_DMA_SLEEP");
    kernel.sleepingCall("ddi_dma_mem_alloc", "DDI_DMA_SLEEP");
    kernel.call("ddi_dma_addr_bind_handle");
    DmaRegion region = iommu.allocate(size, alignment);
    regions.add(region);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    kernel.call("ddi_dma_unbind_handle");
    kernel.call("ddi_dma_mem_free");
    kernel.call("ddi_dma_free_handle");
    iommu.release(region);
    regions.remove(region);
  }

  /** Releases all that is left: the device is stopped. */
  void releaseAll() {
    List.copyOf(regions).forEach(this::release);
  }

  /** Regions that are not released. */
  int regions() {
    return regions.size();
  }
}
