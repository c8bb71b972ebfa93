package org.ringbook.dataplane.dma;

/**
 * Where rings come from: memory that CPU and device see alike, without sync calls. A
 * kernel offers it as {@code dma_alloc_coherent}, {@code bus_dmamem_alloc} with
 * {@code BUS_DMA_COHERENT}, or {@code NdisMAllocateSharedMemory}.
 */
public interface CoherentMemory {

  /**
   * Allocates memory, all zero.
   *
   * @param size in bytes, at least 1
   * @param alignment of the bus address in bytes, a power of two up to 4096
   * @throws OutOfDmaMemory if too little is left
   */
  DmaRegion allocate(long size, long alignment);

  /**
   * Gives memory back ({@code dma_free_coherent}, {@code bus_dmamem_free}, {@code
   * ddi_dma_mem_free}, {@code NdisMFreeSharedMemory}), once the device is stopped.
   * Memory that is never taken back, such as a boot allocator's, ignores it.
   *
   * @throws IllegalStateException if it was released before or is not of this memory
   */
  default void release(DmaRegion region) {}
}
