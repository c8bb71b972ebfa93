/* Transmit: from if_transmit to the ring, and back when the device is done. FreeBSD 15. */
#include "if_rbevar.h"

#include <net/bpf.h>

// tag::load[]
/* A frame of more pieces than the tag allows is EFBIG: copied together once, then given up. */
static int load(struct rbe_softc *sc, struct rbe_buffer *buffer, struct mbuf **frame,
                bus_dma_segment_t *segments, int *count)
{
    bus_dma_tag_t tag = sc->tx_buffers.tag;
    struct mbuf *shorter;
    int error;

    error = bus_dmamap_load_mbuf_sg(tag, buffer->map, *frame, segments, count, BUS_DMA_NOWAIT);
    if (error != EFBIG)
        return (error);
    shorter = m_collapse(*frame, M_NOWAIT, RBE_TX_SEGMENTS);
    if (shorter == NULL)
        return (ENOBUFS);
    *frame = shorter;
    return (bus_dmamap_load_mbuf_sg(tag, buffer->map, *frame, segments, count, BUS_DMA_NOWAIT));
}
// end::load[]

static enum dp_submit submit(struct rbe_softc *sc, struct rbe_buffer *buffer,
                             const struct dp_offload *offload, const bus_dma_segment_t *segments,
                             int count)
{
    struct dp_segment pieces[RBE_TX_SEGMENTS];
    struct dp_frame frame = {.segments = pieces, .count = count, .offload = *offload};
    int i;

    for (i = 0; i < count; i++) {
        pieces[i].address = segments[i].ds_addr;
        pieces[i].length = segments[i].ds_len;
    }
    frame.packet = buffer;
    bus_dmamap_sync(sc->tx_buffers.tag, buffer->map, BUS_DMASYNC_PREWRITE);
    return (dp_tx_submit(&sc->tx, &frame, true));
}

static void release(struct rbe_softc *sc, struct rbe_buffer *buffer)
{
    bus_dmamap_sync(sc->tx_buffers.tag, buffer->map, BUS_DMASYNC_POSTWRITE);
    bus_dmamap_unload(sc->tx_buffers.tag, buffer->map);
    buffer->m = NULL;
    rbe_buffer_give(&sc->tx_buffers, buffer);
}

// tag::encap[]
static bool has_room(struct rbe_softc *sc)
{
    if (dp_free_slots(&sc->tx.ring) < dp_tx_slots(RBE_TX_SEGMENTS))
        dp_tx_complete(&sc->tx, RBE_SLOTS, rbe_tx_done, sc);
    return (dp_free_slots(&sc->tx.ring) >= dp_tx_slots(RBE_TX_SEGMENTS) &&
            sc->tx_buffers.free != NULL);
}

/* There is room: 0, or an error with the frame as it is now in *frame, still the caller's. */
static int encap(struct rbe_softc *sc, struct mbuf **frame)
{
    static const uint8_t zeros[DP_SHORTEST_FRAME];
    bus_dma_segment_t segments[RBE_TX_SEGMENTS];
    struct rbe_buffer *buffer;
    struct dp_offload offload;
    int error, count, missing = DP_SHORTEST_FRAME - (*frame)->m_pkthdr.len;

    if (missing > 0 && m_append(*frame, missing, (c_caddr_t)zeros) == 0)
        return (ENOBUFS);
    if ((error = rbe_offload(frame, &offload)) != 0)
        return (error);
    buffer = rbe_buffer_take(&sc->tx_buffers);
    if ((error = load(sc, buffer, frame, segments, &count)) != 0) {
        rbe_buffer_give(&sc->tx_buffers, buffer);
        return (error);
    }
    if (submit(sc, buffer, &offload, segments, count) != DP_ACCEPTED) {
        release(sc, buffer);
        return (EINVAL);
    }
    buffer->m = *frame;
    return (0);
}
// end::encap[]

static void count_sent(struct rbe_softc *sc, const struct mbuf *m)
{
    if_inc_counter(sc->ifp, IFCOUNTER_OBYTES, m->m_pkthdr.len);
    if (m->m_flags & M_MCAST)
        if_inc_counter(sc->ifp, IFCOUNTER_OMCASTS, 1);
}

// tag::start[]
void rbe_start_locked(struct rbe_softc *sc)
{
    struct mbuf *m;

    RBE_ASSERT_LOCKED(sc);
    if (!rbe_is_running(sc) || !sc->link_up)
        return;
    while (!drbr_empty(sc->ifp, sc->queue) && has_room(sc)) {
        m = drbr_dequeue(sc->ifp, sc->queue);
        if (encap(sc, &m) != 0) {
            if_inc_counter(sc->ifp, IFCOUNTER_OERRORS, 1);
            m_freem(m); /* NULL is nothing */
            continue;
        }
        count_sent(sc, m);
        ETHER_BPF_MTAP(sc->ifp, m);
    }
    dp_kick(&sc->tx.ring); /* one doorbell for all of them */
}
// end::start[]

// tag::transmit[]
/* The frame is the driver's from the first line on, also when it returns an error. */
int rbe_transmit(if_t ifp, struct mbuf *m)
{
    struct rbe_softc *sc = if_getsoftc(ifp);
    int error;

    error = drbr_enqueue(ifp, sc->queue, m); /* frees the frame if it has no room */
    if (error != 0)
        return (error);
    if (RBE_TRYLOCK(sc)) {
        rbe_start_locked(sc);
        RBE_UNLOCK(sc);
    } else
        taskqueue_enqueue(sc->tq, &sc->task); /* whoever holds the lock may have looked already */
    return (0);
}
// end::transmit[]

// tag::txdone[]
/* The device is done with a frame, or was reset under it. */
void rbe_tx_done(void *os, void *packet)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer = packet;
    struct mbuf *m = buffer->m;

    release(sc, buffer); /* sync, unload, and only then free */
    m_freem(m);
    if_inc_counter(sc->ifp, IFCOUNTER_OPACKETS, 1);
}
// end::txdone[]

// tag::qflush[]
void rbe_qflush(if_t ifp)
{
    struct rbe_softc *sc = if_getsoftc(ifp);

    RBE_LOCK(sc);
    drbr_flush(ifp, sc->queue);
    RBE_UNLOCK(sc);
    if_qflush(ifp);
}
// end::qflush[]
