/* sys/bus.h, sys/bus_proto.h, machine/bus_defs.h of amd64: bus_space(9), bus_dma(9). */
#ifndef MOCK_SYS_BUS_H
#define MOCK_SYS_BUS_H

#include <sys/systm.h>

struct mbuf;
struct proc;

typedef paddr_t bus_addr_t;                  /* machine/bus_defs.h */
typedef size_t bus_size_t;
typedef struct bus_space_tag *bus_space_tag_t;
typedef vaddr_t bus_space_handle_t;
typedef struct x86_bus_dma_tag *bus_dma_tag_t;
typedef struct x86_bus_dmamap *bus_dmamap_t;

typedef struct x86_bus_dma_segment {
    bus_addr_t ds_addr;
    bus_size_t ds_len;
} bus_dma_segment_t;

enum { MOCK_SEGMENTS = 64 };

/* What a driver may read of a map: dm_mapsize is 0 while nothing is loaded. */
struct x86_bus_dmamap {
    bus_size_t dm_maxsegsz;
    bus_size_t dm_mapsize;
    int dm_nsegs;
    bus_dma_segment_t dm_segs[MOCK_SEGMENTS];
    struct mock_map *mock; /* mock: what the bus knows */
};

#define BUS_DMA_WAITOK 0x000                 /* sys/bus_proto.h */
#define BUS_DMA_NOWAIT 0x001
#define BUS_DMA_ALLOCNOW 0x002
#define BUS_DMA_COHERENT 0x004               /* a hint: syncs are needed all the same */
#define BUS_DMA_READ 0x100                   /* device to memory only */
#define BUS_DMA_WRITE 0x200                  /* memory to device only */

#define BUS_DMASYNC_PREREAD 0x01
#define BUS_DMASYNC_POSTREAD 0x02
#define BUS_DMASYNC_PREWRITE 0x04
#define BUS_DMASYNC_POSTWRITE 0x08

int bus_dmamap_create(bus_dma_tag_t tag, bus_size_t size, int segments, bus_size_t largest,
                      bus_size_t boundary, int flags, bus_dmamap_t *map);
void bus_dmamap_destroy(bus_dma_tag_t tag, bus_dmamap_t map);
int bus_dmamap_load(bus_dma_tag_t tag, bus_dmamap_t map, void *memory, bus_size_t bytes,
                    struct proc *process, int flags);
int bus_dmamap_load_mbuf(bus_dma_tag_t tag, bus_dmamap_t map, struct mbuf *m, int flags);
void bus_dmamap_unload(bus_dma_tag_t tag, bus_dmamap_t map);
void bus_dmamap_sync(bus_dma_tag_t tag, bus_dmamap_t map, bus_addr_t offset, bus_size_t bytes,
                     int operations);
int bus_dmamem_alloc(bus_dma_tag_t tag, bus_size_t bytes, bus_size_t alignment,
                     bus_size_t boundary, bus_dma_segment_t *segments, int most, int *count,
                     int flags);
void bus_dmamem_free(bus_dma_tag_t tag, bus_dma_segment_t *segments, int count);
int bus_dmamem_map(bus_dma_tag_t tag, bus_dma_segment_t *segments, int count, size_t bytes,
                   void **memory, int flags);
void bus_dmamem_unmap(bus_dma_tag_t tag, void *memory, size_t bytes);

uint32_t bus_space_read_4(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t offset);
void bus_space_write_4(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t offset,
                       uint32_t value);
void bus_space_unmap(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t bytes);

#endif
