/*
 * Transmit: from if_snd to the ring, and back when the device is done. NetBSD 10.
 *
 * The interface has if_start and leaves if_transmit to the stack: with one ring a queue of
 * its own would only be a second if_snd, and ALTQ, which shapes if_snd, would be passed by.
 */
#include "if_rbevar.h"

// tag::load[]
/* A frame of more pieces than the map allows is EFBIG: copied together once, then given up. */
static int load(struct rbe_softc *sc, struct rbe_buffer *buffer, struct mbuf **frame)
{
    const int flags = BUS_DMA_WRITE | BUS_DMA_NOWAIT;
    struct mbuf *shorter;
    int error;

    error = bus_dmamap_load_mbuf(sc->dmat, buffer->map, *frame, flags);
    if (error != EFBIG)
        return error;
    shorter = m_defrag(*frame, M_DONTWAIT); /* NULL: the frame is as it was */
    if (shorter == NULL)
        return ENOBUFS;
    *frame = shorter;
    return bus_dmamap_load_mbuf(sc->dmat, buffer->map, *frame, flags);
}
// end::load[]

static enum dp_submit submit(struct rbe_softc *sc, struct rbe_buffer *buffer,
                             const struct dp_offload *offload)
{
    bus_dmamap_t map = buffer->map;
    struct dp_segment pieces[RBE_TX_SEGMENTS];
    struct dp_frame frame = {.segments = pieces, .count = map->dm_nsegs, .offload = *offload};
    int i;

    for (i = 0; i < map->dm_nsegs; i++) {
        pieces[i].address = map->dm_segs[i].ds_addr;
        pieces[i].length = map->dm_segs[i].ds_len;
    }
    frame.packet = buffer;
    bus_dmamap_sync(sc->dmat, map, 0, map->dm_mapsize, BUS_DMASYNC_PREWRITE);
    return dp_tx_submit(&sc->tx, &frame, true);
}

static void release(struct rbe_softc *sc, struct rbe_buffer *buffer)
{
    bus_dmamap_sync(sc->dmat, buffer->map, 0, buffer->map->dm_mapsize, BUS_DMASYNC_POSTWRITE);
    bus_dmamap_unload(sc->dmat, buffer->map);
    buffer->m = NULL;
    rbe_buffer_give(&sc->tx_buffers, buffer);
}

// tag::encap[]
static bool has_room(struct rbe_softc *sc)
{
    if (dp_free_slots(&sc->tx.ring) < dp_tx_slots(RBE_TX_SEGMENTS))
        dp_tx_complete(&sc->tx, RBE_SLOTS, rbe_tx_done, sc);
    return dp_free_slots(&sc->tx.ring) >= dp_tx_slots(RBE_TX_SEGMENTS) &&
           sc->tx_buffers.free != NULL;
}

/* There is room: 0, or an error with the frame as it is now in *frame, still the caller's. */
static int encap(struct rbe_softc *sc, struct mbuf **frame)
{
    static const uint8_t zeros[DP_SHORTEST_FRAME];
    struct rbe_buffer *buffer;
    struct dp_offload offload;
    int error, missing = DP_SHORTEST_FRAME - (*frame)->m_pkthdr.len;

    if (missing > 0 && m_append(*frame, missing, zeros) == 0)
        return ENOBUFS;
    if ((error = rbe_offload(sc, frame, &offload)) != 0)
        return error;
    buffer = rbe_buffer_take(&sc->tx_buffers);
    if ((error = load(sc, buffer, frame)) != 0) {
        rbe_buffer_give(&sc->tx_buffers, buffer);
        return error;
    }
    if (submit(sc, buffer, &offload) != DP_ACCEPTED) {
        release(sc, buffer);
        return EINVAL;
    }
    buffer->m = *frame;
    return 0;
}
// end::encap[]

// tag::start[]
/* Takes out of if_snd only what has room: what is dequeued is the driver's to free. */
void rbe_start_locked(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;
    struct mbuf *m;

    KASSERT(mutex_owned(&sc->lock));
    if (!sc->running || !sc->link_up)
        return;
    while (has_room(sc)) {
        IFQ_DEQUEUE(&ifp->if_snd, m);
        if (m == NULL)
            break;
        if (encap(sc, &m) != 0) {
            rbe_count(ifp, if_oerrors);
            m_freem(m); /* NULL is nothing */
            continue;
        }
        rbe_tap_sent(ifp, m);
    }
    dp_kick(&sc->tx.ring); /* one doorbell for all of them */
}

/* IFEF_MPSAFE: it comes without the kernel lock, from any CPU, also in a soft interrupt. */
void rbe_start(struct ifnet *ifp)
{
    struct rbe_softc *sc = ifp->if_softc;

    mutex_enter(&sc->lock);
    rbe_start_locked(sc);
    mutex_exit(&sc->lock);
}
// end::start[]

// tag::txdone[]
/* The device is done with a frame, or was reset under it. */
void rbe_tx_done(void *os, void *packet)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer = packet;
    struct mbuf *m = buffer->m;

    release(sc, buffer); /* sync, unload, and only then free */
    m_freem(m);
    rbe_count(&sc->ec.ec_if, if_opackets);
}
// end::txdone[]
