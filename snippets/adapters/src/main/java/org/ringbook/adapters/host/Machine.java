package org.ringbook.adapters.host;

import org.ringbook.dataplane.dma.HostMemory;
import org.ringbook.dataplane.dma.Iommu;

/**
 * The memory of a machine and the IOMMU that its card is behind.
 *
 * @param memory where the kernel allocates buffers
 * @param iommu where the kernel's DMA calls map them
 */
public record Machine(HostMemory memory, Iommu iommu) {

  /** A machine with some memory, in bytes. */
  public static Machine of(long bytes) {
    HostMemory memory = new HostMemory(bytes);
    return new Machine(memory, new Iommu(memory));
  }
}
