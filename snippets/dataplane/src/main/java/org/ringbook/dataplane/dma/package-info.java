/**
 * Memory as a device sees it: bus addresses, not pointers.
 *
 * <p>A device cannot follow a CPU pointer. The driver asks for memory that both
 * sides can reach, gets two names for it (a segment for the CPU, a bus address for
 * the device) and writes only the bus address into registers and descriptors. What
 * the device may touch is decided by {@link org.ringbook.dataplane.dma.DmaBus}.
 *
 * <p>Read {@link org.ringbook.dataplane.dma.DmaMemory} first: all memory is coherent
 * and mapped for good, as rings are. Then {@link org.ringbook.dataplane.dma.Mapping}
 * for buffers that come from elsewhere and are lent to the device one by one: who
 * owns them when, and what a sync does. {@link org.ringbook.dataplane.dma.Iommu}
 * makes the mappings and refuses every transfer that none allows; {@link
 * org.ringbook.dataplane.dma.HostMemory} is where the buffers come from. Both let
 * calls fail on request, and know what was not given back.
 *
 * <p>Sources: Linux {@code Documentation/core-api/dma-api.rst}, {@code
 * dma-api-howto.rst}, {@code swiotlb.rst}; FreeBSD and NetBSD {@code bus_dma(9)};
 * illumos {@code ddi_dma_addr_bind_handle(9F)}, {@code ddi_dma_sync(9F)}; Windows
 * {@code MapTransfer}, {@code FlushAdapterBuffers}.
 */
package org.ringbook.dataplane.dma;
