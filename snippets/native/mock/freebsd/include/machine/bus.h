/* machine/bus.h, sys/bus_dma.h: bus_space(9), bus_dma(9). FreeBSD 15. */
#ifndef MOCK_MACHINE_BUS_H
#define MOCK_MACHINE_BUS_H

#include <sys/param.h>

typedef uint64_t bus_addr_t, bus_size_t;
typedef struct bus_dma_tag *bus_dma_tag_t;
typedef struct bus_dmamap *bus_dmamap_t;
struct mbuf;

#define BUS_SPACE_MAXADDR 0xffffffffffffffffull
#define BUS_SPACE_MAXADDR_32BIT 0xffffffffull

#define BUS_DMA_WAITOK 0x00
#define BUS_DMA_NOWAIT 0x01
#define BUS_DMA_ALLOCNOW 0x02
#define BUS_DMA_COHERENT 0x04                /* a hint: syncs are still needed */
#define BUS_DMA_ZERO 0x08

typedef int bus_dmasync_op_t;
#define BUS_DMASYNC_PREREAD 1                /* before the device writes */
#define BUS_DMASYNC_POSTREAD 2               /* before the CPU reads that */
#define BUS_DMASYNC_PREWRITE 4               /* after the CPU wrote, before the device reads */
#define BUS_DMASYNC_POSTWRITE 8              /* after the device has read */

typedef struct bus_dma_segment {
    bus_addr_t ds_addr;
    bus_size_t ds_len;
} bus_dma_segment_t;

typedef int bus_dma_filter_t(void *, bus_addr_t);
typedef enum { BUS_DMA_LOCK = 0x01, BUS_DMA_UNLOCK = 0x02 } bus_dma_lock_op_t;
typedef void bus_dma_lock_t(void *, bus_dma_lock_op_t);
typedef void bus_dmamap_callback_t(void *argument, bus_dma_segment_t *segments, int count,
                                   int error);

int bus_dma_tag_create(bus_dma_tag_t parent, bus_size_t alignment, bus_addr_t boundary,
                       bus_addr_t low, bus_addr_t high, bus_dma_filter_t *filter,
                       void *filter_argument, bus_size_t most, int segments,
                       bus_size_t segment_most, int flags, bus_dma_lock_t *lock,
                       void *lock_argument, bus_dma_tag_t *tag);
int bus_dma_tag_destroy(bus_dma_tag_t tag);
int bus_dmamem_alloc(bus_dma_tag_t tag, void **memory, int flags, bus_dmamap_t *map);
void bus_dmamem_free(bus_dma_tag_t tag, void *memory, bus_dmamap_t map);
int bus_dmamap_create(bus_dma_tag_t tag, int flags, bus_dmamap_t *map);
int bus_dmamap_destroy(bus_dma_tag_t tag, bus_dmamap_t map);
int bus_dmamap_load(bus_dma_tag_t tag, bus_dmamap_t map, void *memory, bus_size_t bytes,
                    bus_dmamap_callback_t *callback, void *argument, int flags);
int bus_dmamap_load_mbuf_sg(bus_dma_tag_t tag, bus_dmamap_t map, struct mbuf *m,
                            bus_dma_segment_t *segments, int *count, int flags);
void bus_dmamap_sync(bus_dma_tag_t tag, bus_dmamap_t map, bus_dmasync_op_t operations);
void bus_dmamap_unload(bus_dma_tag_t tag, bus_dmamap_t map);

#endif
