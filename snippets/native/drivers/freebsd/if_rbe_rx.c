/* Receive: clusters to the ring, frames out of it. FreeBSD 15. */
#include "if_rbevar.h"

// tag::take[]
/* A cluster for the device to write. The lock is held, so nothing here may wait. */
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer;
    bus_dma_segment_t segment;
    int count;

    if ((buffer = rbe_buffer_take(&sc->rx_buffers)) == NULL)
        return (false);
    buffer->m = m_getcl(M_NOWAIT, MT_DATA, M_PKTHDR);
    if (buffer->m == NULL)
        goto without;
    buffer->m->m_len = buffer->m->m_pkthdr.len = MCLBYTES;
    if (bus_dmamap_load_mbuf_sg(sc->rx_buffers.tag, buffer->map, buffer->m, &segment, &count,
                                BUS_DMA_NOWAIT) != 0) {
        m_freem(buffer->m);
        goto without;
    }
    bus_dmamap_sync(sc->rx_buffers.tag, buffer->map, BUS_DMASYNC_PREREAD);
    buffer->loaded = true;
    fresh->address = segment.ds_addr;
    fresh->packet = buffer;
    return (true);
without:
    buffer->m = NULL;
    rbe_buffer_give(&sc->rx_buffers, buffer);
    return (false);
}
// end::take[]

// tag::received[]
/* Before the CPU looks into the cluster: the device's bytes, then the end of the mapping. */
static void unload(struct rbe_softc *sc, struct rbe_buffer *buffer)
{
    bus_dmamap_sync(sc->rx_buffers.tag, buffer->map, BUS_DMASYNC_POSTREAD);
    bus_dmamap_unload(sc->rx_buffers.tag, buffer->map);
    buffer->loaded = false;
}

static void received(void *os, void *packet, uint32_t length)
{
    struct rbe_buffer *buffer = packet;

    unload(os, buffer);
    buffer->m->m_len = length;
}
// end::received[]

static struct mbuf *take_mbuf(struct rbe_softc *sc, void *packet)
{
    struct rbe_buffer *buffer = packet;
    struct mbuf *m = buffer->m;

    buffer->m = NULL;
    rbe_buffer_give(&sc->rx_buffers, buffer);
    return (m);
}

static void give_back(void *os, void *packet)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer = packet;

    if (buffer->loaded)
        unload(sc, buffer);
    m_freem(take_mbuf(sc, packet));
}

// tag::chain[]
/* Only the first mbuf of a chain has a packet header. */
static struct mbuf *chain(struct rbe_softc *sc, const struct dp_received *frame)
{
    struct mbuf *head = take_mbuf(sc, frame->packets[0]), *last = head;
    uint32_t i;

    for (i = 1; i < frame->count; i++) {
        last->m_next = take_mbuf(sc, frame->packets[i]);
        last = last->m_next;
        m_demote_pkthdr(last);
    }
    head->m_pkthdr.len = frame->bytes;
    return (head);
}
// end::chain[]

// tag::checked[]
static void mark_checked(struct mbuf *m, enum dp_verdict verdict)
{
    if (verdict == DP_IP_GOOD || verdict == DP_ALL_GOOD)
        m->m_pkthdr.csum_flags |= CSUM_IP_CHECKED | CSUM_IP_VALID;
    if (verdict == DP_ALL_GOOD) {
        m->m_pkthdr.csum_flags |= CSUM_DATA_VALID | CSUM_PSEUDO_HDR;
        m->m_pkthdr.csum_data = 0xffff;
    }
}
// end::checked[]

// tag::deliver[]
/* The lock is held: the frame waits in a queue until it is not. */
static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe_softc *sc = os;
    struct mbuf *m = chain(sc, frame);

    m->m_pkthdr.rcvif = sc->ifp;
    if (frame->vlan >= 0) {
        m->m_pkthdr.ether_vtag = frame->vlan;
        m->m_flags |= M_VLANTAG;
    }
    if (sc->filter.checksums)
        mark_checked(m, frame->checksums);
    if_inc_counter(sc->ifp, IFCOUNTER_IPACKETS, 1);
    (void)mbufq_enqueue(&sc->inbound, m); /* its limit is INT_MAX */
}
// end::deliver[]

const struct dp_rx_ops rbe_rx_ops = {
    .take = take, .received = received, .deliver = deliver, .give_back = give_back};
