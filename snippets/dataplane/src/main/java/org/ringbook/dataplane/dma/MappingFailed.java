package org.ringbook.dataplane.dma;

/**
 * A buffer could not be mapped: no bounce buffer, no bus address, no memory. It is
 * no error of the driver and happens under load, so a driver must expect it of every
 * mapping: it drops the packet or tries later, and keeps no half of a frame mapped
 * ({@code dma_mapping_error}; {@code ENOMEM} of {@code bus_dmamap_load_mbuf_sg};
 * {@code DDI_DMA_NORESOURCES}).
 */
public final class MappingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MappingFailed(String reason) {
    super("mapping failed: " + reason);
  }
}
