/* linux/dma-mapping.h; Documentation/core-api/dma-api.rst, dma-api-howto.rst */
#ifndef MOCK_LINUX_DMA_MAPPING_H
#define MOCK_LINUX_DMA_MAPPING_H

#include <linux/device.h>
#include <linux/gfp.h>

enum dma_data_direction { DMA_BIDIRECTIONAL = 0, DMA_TO_DEVICE = 1, DMA_FROM_DEVICE = 2 };

#define DMA_MAPPING_ERROR (~(dma_addr_t)0)
#define DMA_BIT_MASK(bits) ((bits) == 64 ? ~0ull : (1ull << (bits)) - 1)

int dma_set_mask_and_coherent(struct device *dev, u64 mask);
void *dma_alloc_coherent(struct device *dev, size_t size, dma_addr_t *dma_handle, gfp_t gfp);
void dma_free_coherent(struct device *dev, size_t size, void *cpu_addr, dma_addr_t dma_handle);
dma_addr_t dma_map_single(struct device *dev, void *ptr, size_t size,
                          enum dma_data_direction dir);
void dma_unmap_single(struct device *dev, dma_addr_t addr, size_t size,
                      enum dma_data_direction dir);
dma_addr_t dma_map_page(struct device *dev, struct page *page, size_t offset, size_t size,
                        enum dma_data_direction dir);
void dma_unmap_page(struct device *dev, dma_addr_t addr, size_t size,
                    enum dma_data_direction dir);
int dma_mapping_error(struct device *dev, dma_addr_t dma_addr);

#endif
