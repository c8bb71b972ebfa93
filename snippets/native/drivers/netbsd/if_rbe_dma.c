/* The driver's memory on the bus: two rings, and a map for each buffer. NetBSD 10. */
#include "if_rbevar.h"

// tag::ringalloc[]
/*
 * Four steps: physical memory, a place for it in the kernel's address space, a map, and the
 * address that the device has to use. Each is undone by ring_free, in the opposite order.
 */
static int ring_alloc(struct rbe_softc *sc, struct rbe_ring *ring, bus_size_t tail)
{
    const bus_size_t bytes = RBE_SLOTS * DP_SLOT_BYTES;
    int error, segments;

    ring->registers = &sc->registers;
    ring->tail = tail;
    ring->bus.tag = sc->dmat;
    error = bus_dmamem_alloc(sc->dmat, bytes, DP_BASE_ALIGNMENT, 0, &ring->segment, 1, &segments,
                             BUS_DMA_WAITOK);
    if (error != 0)
        return error;
    ring->allocated = true;
    error = bus_dmamem_map(sc->dmat, &ring->segment, 1, bytes, &ring->memory,
                           BUS_DMA_WAITOK | BUS_DMA_COHERENT);
    if (error != 0)
        return error;
    memset(ring->memory, 0, bytes); /* nobody has: a DD of old would be taken for new */
    error = bus_dmamap_create(sc->dmat, bytes, 1, bytes, 0, BUS_DMA_WAITOK, &ring->bus.map);
    if (error != 0)
        return error;
    error = bus_dmamap_load(sc->dmat, ring->bus.map, ring->memory, bytes, NULL, BUS_DMA_WAITOK);
    if (error != 0)
        return error;
    ring->address = ring->bus.map->dm_segs[0].ds_addr;
    bus_dmamap_sync(sc->dmat, ring->bus.map, 0, bytes,
                    BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE);
    return 0;
}
// end::ringalloc[]

// tag::ringfree[]
static void ring_free(struct rbe_softc *sc, struct rbe_ring *ring)
{
    const bus_size_t bytes = RBE_SLOTS * DP_SLOT_BYTES;

    if (ring->address != 0) {
        bus_dmamap_sync(sc->dmat, ring->bus.map, 0, bytes,
                        BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
        bus_dmamap_unload(sc->dmat, ring->bus.map);
    }
    if (ring->bus.map != NULL)
        bus_dmamap_destroy(sc->dmat, ring->bus.map);
    if (ring->memory != NULL)
        bus_dmamem_unmap(sc->dmat, ring->memory, bytes);
    if (ring->allocated)
        bus_dmamem_free(sc->dmat, &ring->segment, 1);
    memset(ring, 0, sizeof(*ring)); /* detach may come here again */
}
// end::ringfree[]

struct rbe_buffer *rbe_buffer_take(struct rbe_buffers *buffers)
{
    struct rbe_buffer *buffer = buffers->free;

    if (buffer != NULL)
        buffers->free = buffer->next;
    return buffer;
}

void rbe_buffer_give(struct rbe_buffers *buffers, struct rbe_buffer *buffer)
{
    buffer->next = buffers->free;
    buffers->free = buffer;
}

static int buffers_alloc(struct rbe_softc *sc, struct rbe_buffers *buffers, int most,
                         bus_size_t most_bytes, int segments, bus_size_t segment_bytes)
{
    int error;

    buffers->most = most;
    buffers->all = kmem_zalloc(most * sizeof(*buffers->all), KM_SLEEP);
    if (buffers->all == NULL) /* NetBSD 8 and later cannot fail here; 7.99.34 can */
        return ENOMEM;
    for (; buffers->count < most; buffers->count++) {
        error = bus_dmamap_create(sc->dmat, most_bytes, segments, segment_bytes, 0,
                                  BUS_DMA_WAITOK, &buffers->all[buffers->count].map);
        if (error != 0)
            return error;
        rbe_buffer_give(buffers, &buffers->all[buffers->count]);
    }
    return 0;
}

/* kmem_free(9) wants to know how much it was. */
static void buffers_free(struct rbe_softc *sc, struct rbe_buffers *buffers)
{
    while (buffers->count > 0)
        bus_dmamap_destroy(sc->dmat, buffers->all[--buffers->count].map);
    if (buffers->all != NULL)
        kmem_free(buffers->all, buffers->most * sizeof(*buffers->all));
    buffers->all = buffers->free = NULL;
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
        return error;
    error = buffers_alloc(sc, &sc->tx_buffers, RBE_SLOTS, RBE_TSO_BYTES, RBE_TX_SEGMENTS,
                          RBE_SEGMENT_BYTES);
    if (error == 0)
        error = buffers_alloc(sc, &sc->rx_buffers, RBE_RX_BUFFERS, MCLBYTES, 1, MCLBYTES);
    if (error == 0)
        rings_init(sc);
    return error;
}

void rbe_dma_free(struct rbe_softc *sc)
{
    buffers_free(sc, &sc->rx_buffers);
    buffers_free(sc, &sc->tx_buffers);
    ring_free(sc, &sc->rx_ring);
    ring_free(sc, &sc->tx_ring);
}
