/* The driver's memory on the bus: two rings, and a map for each buffer. FreeBSD 15. */
#include "if_rbevar.h"

// tag::ringalloc[]
/* bus_dmamap_load's callback: the address comes here, not as a result. */
static void ring_loaded(void *arg, bus_dma_segment_t *segments, int count, int error)
{
    struct rbe_ring *ring = arg;

    if (error == 0 && count == 1)
        ring->address = segments[0].ds_addr;
}

static int ring_alloc(struct rbe_softc *sc, struct rbe_ring *ring, bus_size_t tail)
{
    bus_size_t bytes = RBE_SLOTS * DP_SLOT_BYTES;
    int error;

    ring->registers = sc->registers;
    ring->tail = tail;
    error = bus_dma_tag_create(bus_get_dma_tag(sc->dev), DP_BASE_ALIGNMENT, 0,
                               BUS_SPACE_MAXADDR, BUS_SPACE_MAXADDR, NULL, NULL, bytes, 1, bytes,
                               0, NULL, NULL, &ring->bus.tag);
    if (error != 0)
        return (error);
    error = bus_dmamem_alloc(ring->bus.tag, &ring->memory,
                             BUS_DMA_WAITOK | BUS_DMA_ZERO | BUS_DMA_COHERENT, &ring->bus.map);
    if (error != 0)
        return (error);
    error = bus_dmamap_load(ring->bus.tag, ring->bus.map, ring->memory, bytes, ring_loaded, ring,
                            BUS_DMA_NOWAIT);
    if (error == 0)
        bus_dmamap_sync(ring->bus.tag, ring->bus.map,
                        BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE);
    return (error);
}
// end::ringalloc[]

// tag::ringfree[]
/* The map came with the memory and goes with it: no bus_dmamap_destroy here. */
static void ring_free(struct rbe_ring *ring)
{
    if (ring->address != 0) {
        bus_dmamap_sync(ring->bus.tag, ring->bus.map,
                        BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
        bus_dmamap_unload(ring->bus.tag, ring->bus.map);
        ring->address = 0;
    }
    if (ring->memory != NULL) {
        bus_dmamem_free(ring->bus.tag, ring->memory, ring->bus.map);
        ring->memory = NULL;
    }
    if (ring->bus.tag != NULL) {
        bus_dma_tag_destroy(ring->bus.tag);
        ring->bus.tag = NULL;
    }
}
// end::ringfree[]

struct rbe_buffer *rbe_buffer_take(struct rbe_buffers *buffers)
{
    struct rbe_buffer *buffer = buffers->free;

    if (buffer != NULL)
        buffers->free = buffer->next;
    return (buffer);
}

void rbe_buffer_give(struct rbe_buffers *buffers, struct rbe_buffer *buffer)
{
    buffer->next = buffers->free;
    buffers->free = buffer;
}

// tag::buffers[]
// tag::maps[]
static int buffers_alloc(struct rbe_softc *sc, struct rbe_buffers *buffers, int count,
                         bus_size_t most_bytes, int segments, bus_size_t segment_bytes)
{
    int error;

    error = bus_dma_tag_create(bus_get_dma_tag(sc->dev), 1, 0, BUS_SPACE_MAXADDR,
                               BUS_SPACE_MAXADDR, NULL, NULL, most_bytes, segments, segment_bytes,
                               0, NULL, NULL, &buffers->tag);
    if (error != 0)
        return (error);
    buffers->all = malloc(count * sizeof(*buffers->all), M_DEVBUF, M_WAITOK | M_ZERO);
    for (; buffers->count < count; buffers->count++) {
        error = bus_dmamap_create(buffers->tag, 0, &buffers->all[buffers->count].map);
        if (error != 0)
            return (error);
        rbe_buffer_give(buffers, &buffers->all[buffers->count]);
    }
    return (0);
}
// end::maps[]
// end::buffers[]

static void buffers_free(struct rbe_buffers *buffers)
{
    while (buffers->count > 0)
        bus_dmamap_destroy(buffers->tag, buffers->all[--buffers->count].map);
    free(buffers->all, M_DEVBUF);
    buffers->all = buffers->free = NULL;
    if (buffers->tag != NULL) {
        bus_dma_tag_destroy(buffers->tag);
        buffers->tag = NULL;
    }
}

static void rings_init(struct rbe_softc *sc)
{
    dp_ring_init(&sc->tx.ring, sc->tx_ring.memory, RBE_SLOTS, rbe_doorbell, &sc->tx_ring);
    dp_tx_init(&sc->tx, DP_EXTENDED, sc->tx_packets, sc->tx_ends);
    dp_ring_init(&sc->rx.ring, sc->rx_ring.memory, RBE_SLOTS, rbe_doorbell, &sc->rx_ring);
    dp_rx_init(&sc->rx, sc->rx_posted, RBE_BUFFER_BYTES, DP_MOST_PIECES, &rbe_rx_ops, sc);
}

int rbe_dma_alloc(struct rbe_softc *sc)
{
    int error;

    if ((error = ring_alloc(sc, &sc->tx_ring, RBE_TDT)) != 0 ||
        (error = ring_alloc(sc, &sc->rx_ring, RBE_RDT)) != 0)
        return (error);
    error = buffers_alloc(sc, &sc->tx_buffers, RBE_SLOTS, RBE_TSO_BYTES, RBE_TX_SEGMENTS,
                          RBE_SEGMENT_BYTES);
    if (error == 0)
        error = buffers_alloc(sc, &sc->rx_buffers, RBE_RX_BUFFERS, MCLBYTES, 1, MCLBYTES);
    if (error == 0)
        rings_init(sc);
    return (error);
}

void rbe_dma_free(struct rbe_softc *sc)
{
    buffers_free(&sc->rx_buffers);
    buffers_free(&sc->tx_buffers);
    ring_free(&sc->rx_ring);
    ring_free(&sc->tx_ring);
}
