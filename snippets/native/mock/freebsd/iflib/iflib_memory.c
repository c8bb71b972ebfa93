/* Rings and maps of iflib's queues. */
#include "iflib_mock.h"

static void loaded(void *arg, bus_dma_segment_t *segments, int count, int error)
{
    struct iflib_memory *ring = arg;

    if (error == 0 && count == 1)
        ring->address = segments[0].ds_addr;
}

static int ring_make(struct iflib_ctx *ctx, struct iflib_memory *ring, uint32_t bytes)
{
    void *memory;
    int error = bus_dma_tag_create(NULL, ctx->shared->isc_q_align, 0, BUS_SPACE_MAXADDR,
                                   BUS_SPACE_MAXADDR, NULL, NULL, bytes, 1, bytes, 0, NULL, NULL,
                                   &ring->tag);

    if (error != 0)
        return error;
    error = bus_dmamem_alloc(ring->tag, &memory, BUS_DMA_WAITOK | BUS_DMA_ZERO, &ring->map);
    if (error != 0)
        return error;
    ring->memory = memory;
    error = bus_dmamap_load(ring->tag, ring->map, memory, bytes, loaded, ring, BUS_DMA_NOWAIT);
    if (error == 0)
        bus_dmamap_sync(ring->tag, ring->map, BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE);
    return error;
}

static void ring_free(struct iflib_memory *ring)
{
    if (ring->address != 0) {
        bus_dmamap_sync(ring->tag, ring->map, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
        bus_dmamap_unload(ring->tag, ring->map);
    }
    if (ring->memory)
        bus_dmamem_free(ring->tag, ring->memory, ring->map);
    if (ring->tag)
        bus_dma_tag_destroy(ring->tag);
    memset(ring, 0, sizeof *ring);
}

int iflib_queue_make(struct iflib_ctx *ctx, struct iflib_queue *queue, int size, uint32_t bytes,
                     bus_size_t most, int segments, bus_size_t segment_most)
{
    int error = ring_make(ctx, &queue->ring, bytes);

    queue->size = size;
    if (error == 0)
        error = bus_dma_tag_create(NULL, 1, 0, BUS_SPACE_MAXADDR, BUS_SPACE_MAXADDR, NULL, NULL,
                                   most, segments, segment_most, 0, NULL, NULL, &queue->tag);
    while (error == 0 && queue->made < size) {
        error = bus_dmamap_create(queue->tag, 0, &queue->slots[queue->made].map);
        if (error == 0)
            queue->made++;
    }
    return error;
}

void iflib_queue_free(struct iflib_queue *queue)
{
    while (queue->made > 0)
        bus_dmamap_destroy(queue->tag, queue->slots[--queue->made].map);
    if (queue->tag)
        bus_dma_tag_destroy(queue->tag);
    queue->tag = NULL;
    ring_free(&queue->ring);
}

void iflib_sync(struct iflib_queue *queue, int operations)
{
    bus_dmamap_sync(queue->ring.tag, queue->ring.map, operations);
}

void iflib_unload(struct iflib_queue *queue, struct iflib_slot *slot, int operations)
{
    bus_dmamap_sync(queue->tag, slot->map, operations);
    bus_dmamap_unload(queue->tag, slot->map);
}
