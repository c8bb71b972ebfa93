package org.ringbook.adapters.illumos;

import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;

/** DMA of one device instance: where its handles come from. */
public final class DdiDma {
  private final Kernel kernel;
  private final HostMemory memory;
  private final Iommu iommu;
  private int handles;
  private int buffers;
  private int bound;

  /** DMA through an IOMMU. */
  public DdiDma(Kernel kernel, HostMemory memory, Iommu iommu) {
    this.kernel = kernel;
    this.memory = memory;
    this.iommu = iommu;
  }

  /**
   * ddi_dma_alloc_handle.
   *
   * @param sleep DDI_DMA_SLEEP, for threads only; false: DDI_DMA_DONTWAIT
   */
  public DmaHandle allocHandle(boolean sleep) {
    if (sleep) {
      kernel.sleepingCall("ddi_dma_alloc_handle", "DDI_DMA_SLEEP");
    } else {
      kernel.call("ddi_dma_alloc_handle");
    }
    handles++;
    return new DmaHandle(this, kernel, memory, iommu);
  }

  void handleFreed() {
    handles--;
  }

  void memory(int change) {
    buffers += change;
  }

  void bound(int change) {
    bound += change;
  }

  /** Handles allocated and not freed. */
  public int handles() {
    return handles;
  }

  /** Buffers of ddi_dma_mem_alloc that are not freed. */
  public int buffers() {
    return buffers;
  }

  /** Handles that are bound. */
  public int bound() {
    return bound;
  }
}
