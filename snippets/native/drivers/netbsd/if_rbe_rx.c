/* Receive: clusters to the ring, frames out of it. NetBSD 10. */
#include "if_rbevar.h"

// tag::cluster[]
/* MCLGET(9) has no result: whether there is a cluster shows in M_EXT. */
static struct mbuf *cluster(void)
{
    struct mbuf *m;

    MGETHDR(m, M_DONTWAIT, MT_DATA);
    if (m == NULL)
        return NULL;
    MCLGET(m, M_DONTWAIT);
    if ((m->m_flags & M_EXT) == 0) {
        m_freem(m);
        return NULL;
    }
    m->m_len = m->m_pkthdr.len = MCLBYTES;
    return m;
}
// end::cluster[]

// tag::take[]
/* A cluster for the device to write. The lock is held, so nothing here may wait. */
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer;

    if ((buffer = rbe_buffer_take(&sc->rx_buffers)) == NULL)
        return false;
    if ((buffer->m = cluster()) == NULL)
        goto without;
    if (bus_dmamap_load_mbuf(sc->dmat, buffer->map, buffer->m,
                             BUS_DMA_READ | BUS_DMA_NOWAIT) != 0) {
        m_freem(buffer->m);
        goto without;
    }
    bus_dmamap_sync(sc->dmat, buffer->map, 0, MCLBYTES, BUS_DMASYNC_PREREAD);
    fresh->address = buffer->map->dm_segs[0].ds_addr;
    fresh->packet = buffer;
    return true;
without:
    buffer->m = NULL;
    rbe_buffer_give(&sc->rx_buffers, buffer);
    return false;
}
// end::take[]

// tag::received[]
/* Before the CPU looks into the cluster: the device's bytes, then the end of the mapping. */
static void unload(struct rbe_softc *sc, struct rbe_buffer *buffer)
{
    bus_dmamap_sync(sc->dmat, buffer->map, 0, MCLBYTES, BUS_DMASYNC_POSTREAD);
    bus_dmamap_unload(sc->dmat, buffer->map);
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
    return m;
}

/* An unloaded map has no mapping: dm_mapsize says 0 (bus_dma(9)). */
static void give_back(void *os, void *packet)
{
    struct rbe_softc *sc = os;
    struct rbe_buffer *buffer = packet;

    if (buffer->map->dm_mapsize != 0)
        unload(sc, buffer);
    m_freem(take_mbuf(sc, packet));
}

/* Only the first mbuf of a chain has a packet header. */
static struct mbuf *chain(struct rbe_softc *sc, const struct dp_received *frame)
{
    struct mbuf *head = take_mbuf(sc, frame->packets[0]), *last = head;
    uint32_t i;

    for (i = 1; i < frame->count; i++) {
        last->m_next = take_mbuf(sc, frame->packets[i]);
        last = last->m_next;
        m_remove_pkthdr(last);
    }
    head->m_pkthdr.len = frame->bytes;
    return head;
}

// tag::marks[]
/*
 * A flag says that a sum was checked, one more that it was wrong. The device does not tell
 * TCP from UDP; the stack looks at the flag of what the packet is.
 */
static void mark_checked(struct mbuf *m, enum dp_verdict verdict)
{
    if (verdict == DP_IP_GOOD || verdict == DP_ALL_GOOD)
        m->m_pkthdr.csum_flags |= M_CSUM_IPv4;
    if (verdict == DP_ALL_GOOD)
        m->m_pkthdr.csum_flags |= M_CSUM_TCPv4 | M_CSUM_UDPv4 | M_CSUM_TCPv6 | M_CSUM_UDPv6;
}
// end::marks[]

// tag::deliver[]
/* if_percpuq_enqueue(9) only queues: the stack runs later, in its own soft interrupt. */
static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe_softc *sc = os;
    struct ifnet *ifp = &sc->ec.ec_if;
    struct mbuf *m = chain(sc, frame);

    m_set_rcvif(m, ifp);
    if (frame->vlan >= 0 && !rbe_set_tag(ifp, m, frame->vlan))
        return;
    if (sc->filter.checksums)
        mark_checked(m, frame->checksums);
    rbe_received(ifp, m);
    if_percpuq_enqueue(sc->ipq, m);
}
// end::deliver[]

const struct dp_rx_ops rbe_rx_ops = {
    .take = take, .received = received, .deliver = deliver, .give_back = give_back};
