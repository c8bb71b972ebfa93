/* bus_dma(9): memory in two steps, allocated physically and then mapped for the CPU. */
#include "bus_memory.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "rule.h"

struct x86_bus_dma_tag {
    int bits;
};

struct block {
    struct block *next;
    uint8_t *memory;
    bus_addr_t physical; /* where it is, which is not what the device has to say */
    size_t bytes;
    bool mapped;
    int used;
};

static struct block *blocks;
static struct x86_bus_dma_tag tag64 = {64};

bus_dma_tag_t mock_dma_tag(void)
{
    return &tag64;
}

static struct block **at(const void *memory)
{
    struct block **link = &blocks;

    while (*link && (*link)->memory != memory)
        link = &(*link)->next;
    return link;
}

static struct block **physically(const bus_dma_segment_t *segment, const char *call)
{
    struct block **link = &blocks;

    while (*link && (*link)->physical != segment->ds_addr)
        link = &(*link)->next;
    rule_require(*link, "netbsd/not-dma-memory", "bus_dma(9)",
                 "%s of a segment that bus_dmamem_alloc has not given, or that is free", call);
    return link;
}

bool mock_is_bus_memory(const void *memory)
{
    return *at(memory) != NULL;
}

void mock_use_bus_memory(const void *memory, int by)
{
    (*at(memory))->used += by;
}

int bus_dmamem_alloc(bus_dma_tag_t tag, bus_size_t bytes, bus_size_t alignment,
                     bus_size_t boundary, bus_dma_segment_t *segments, int most, int *count,
                     int flags)
{
    static bus_addr_t next = 0x1000;
    struct block *block;

    (void)tag, (void)boundary;
    rule_require(alignment > 0 && (alignment & (alignment - 1)) == 0, "netbsd/dma-alignment",
                 "bus_dma(9)", "an alignment of %zu", (size_t)alignment);
    if ((flags & BUS_DMA_NOWAIT) == 0)
        mock_may_sleep("bus_dmamem_alloc(9) with BUS_DMA_WAITOK");
    if (most < 1 || memory_may_fail("bus_dmamem_alloc"))
        return ENOMEM;
    block = calloc(1, sizeof *block);
    block->bytes = bytes;
    block->memory = aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
    memset(block->memory, 0xa5, bytes);
    block->physical = next;
    next += (bytes + 0xfff) & ~(bus_size_t)0xfff;
    block->next = blocks;
    blocks = block;
    segments[0].ds_addr = block->physical;
    segments[0].ds_len = bytes;
    *count = 1;
    return 0;
}

int bus_dmamem_map(bus_dma_tag_t tag, bus_dma_segment_t *segments, int count, size_t bytes,
                   void **memory, int flags)
{
    struct block *block = *physically(segments, "bus_dmamem_map");

    (void)tag;
    rule_require(count == 1 && bytes == block->bytes && !block->mapped, "netbsd/dmamem-map",
                 "bus_dma(9)", "maps %zu bytes of %zu, %s mapped", bytes, block->bytes,
                 block->mapped ? "already" : "not");
    if ((flags & BUS_DMA_NOWAIT) == 0)
        mock_may_sleep("bus_dmamem_map(9) with BUS_DMA_WAITOK");
    if (memory_may_fail("bus_dmamem_map"))
        return ENOMEM;
    block->mapped = true;
    *memory = block->memory;
    return 0;
}

void bus_dmamem_unmap(bus_dma_tag_t tag, void *memory, size_t bytes)
{
    struct block *block = *at(memory);

    (void)tag;
    rule_require(block && block->mapped && bytes == block->bytes, "netbsd/dmamem-unmap",
                 "bus_dma(9)", "bus_dmamem_unmap of %zu bytes that are not mapped so", bytes);
    rule_require(block->used == 0, "netbsd/dmamem-loaded", "bus_dma(9)",
                 "bus_dmamem_unmap of memory that a map has loaded");
    block->mapped = false;
}

void bus_dmamem_free(bus_dma_tag_t tag, bus_dma_segment_t *segments, int count)
{
    struct block **link = physically(segments, "bus_dmamem_free"), *block = *link;

    (void)tag, (void)count;
    rule_require(!block->mapped, "netbsd/dmamem-mapped", "bus_dma(9)",
                 "bus_dmamem_free of memory that is mapped");
    *link = block->next;
    free(block->memory);
    free(block);
}

int mock_bus_memory_leaks(void)
{
    const struct block *block = blocks;
    int count = 0;

    for (; block; block = block->next)
        count++;
    if (count > 0)
        fprintf(stderr, "leak: %d pieces of DMA memory\n", count);
    return count;
}
