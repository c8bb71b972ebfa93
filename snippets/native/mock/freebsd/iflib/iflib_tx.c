/* Transmit: headers are parsed, packets mapped, then the driver writes descriptors. */
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>

#include "dp_checksum.h"
#include "iflib_mock.h"
#include "mock.h"
#include "rule.h"

enum { PRE = BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE,
       POST = BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE };

static void reclaim(struct iflib_ctx *ctx)
{
    struct iflib_queue *tx = &ctx->tx;
    int credits;

    iflib_sync(tx, POST);
    credits = ctx->queues.isc_txrx->ift_txd_credits_update(ctx->softc, 0, true);
    rule_require(credits >= 0 && credits <= tx->used, "iflib/credits", "iflibtxrx(9)",
                 "%d descriptors are given back, %d are in use", credits, tx->used);
    tx->used -= credits;
    ctx->stuck = credits > 0 ? 0 : ctx->stuck;
    for (; credits > 0; credits--, tx->cidx = (tx->cidx + 1) % tx->size) {
        struct iflib_slot *slot = &tx->slots[tx->cidx];

        if (!slot->m)
            continue;
        iflib_unload(tx, slot, BUS_DMASYNC_POSTWRITE);
        m_freem(slot->m);
        slot->m = NULL;
        if_inc_counter(ctx->ifp, IFCOUNTER_OPACKETS, 1);
    }
}

bool iflib_tx_hangs(struct iflib_ctx *ctx)
{
    if (ctx->tx.used == 0)
        ctx->stuck = 0;
    return ctx->stuck++ > 4;
}

static bool reach(struct mbuf **m, int bytes)
{
    if ((*m)->m_len < bytes)
        *m = m_pullup(*m, bytes);
    return *m != NULL;
}

static void init_tso(struct mbuf *m, struct if_pkt_info *packet)
{
    struct ip *ip = (struct ip *)(m->m_data + packet->ipi_ehdrlen);
    struct tcphdr *tcp = (struct tcphdr *)((char *)ip + packet->ipi_ip_hlen);

    tcp->th_sum = htons(dp_pseudo_header((const uint8_t *)&ip->ip_src, 8, IPPROTO_TCP, 0));
    ip->ip_sum = 0;
    ip->ip_len = 0;
}

static bool parse(struct iflib_ctx *ctx, struct mbuf **m, struct if_pkt_info *packet)
{
    const uint8_t *at;
    bool ipv6;

    packet->ipi_csum_flags = (*m)->m_pkthdr.csum_flags & (uint32_t)ctx->queues.isc_tx_csum_flags;
    if (packet->ipi_csum_flags == 0)
        return true;
    packet->ipi_ehdrlen = ETHER_HDR_LEN;
    if (!reach(m, ETHER_HDR_LEN + 60))
        return false;
    at = (const uint8_t *)(*m)->m_data;
    ipv6 = at[12] == 0x86;
    packet->ipi_etype = ipv6 ? ETHERTYPE_IPV6 : ETHERTYPE_IP;
    packet->ipi_flags = ipv6 ? IPI_TX_IPV6 : IPI_TX_IPV4;
    packet->ipi_ip_hlen = ipv6 ? 40 : (uint8_t)((at[ETHER_HDR_LEN] & 15) << 2);
    packet->ipi_ipproto = at[ETHER_HDR_LEN + (ipv6 ? 6 : 9)];
    if (packet->ipi_ipproto == IPPROTO_TCP)
        packet->ipi_tcp_hlen =
            (uint8_t)(at[ETHER_HDR_LEN + packet->ipi_ip_hlen + 12] >> 4 << 2);
    packet->ipi_tso_segsz = (*m)->m_pkthdr.tso_segsz;
    return true;
}

/* iflib never changes what somebody else may still read. */
static bool own(struct mbuf **m)
{
    struct mbuf *copy;

    if (M_WRITABLE(*m))
        return true;
    copy = m_dup(*m, M_NOWAIT);
    m_freem(*m);
    *m = copy;
    return copy != NULL;
}

static int load(struct iflib_ctx *ctx, struct iflib_slot *slot, struct mbuf **m,
                bus_dma_segment_t *segments, int *count)
{
    int error = bus_dmamap_load_mbuf_sg(ctx->tx.tag, slot->map, *m, segments, count,
                                        BUS_DMA_NOWAIT);
    struct mbuf *shorter;

    if (error != EFBIG)
        return error;
    shorter = m_collapse(*m, M_NOWAIT, ctx->queues.isc_tx_nsegments);
    if (!shorter)
        return ENOBUFS;
    *m = shorter;
    return bus_dmamap_load_mbuf_sg(ctx->tx.tag, slot->map, *m, segments, count, BUS_DMA_NOWAIT);
}

static void check_encap(struct iflib_queue *tx, const struct if_pkt_info *packet, int taken)
{
    rule_require(packet->ipi_new_pidx < tx->size && taken >= packet->ipi_nsegs &&
                     taken <= packet->ipi_nsegs + 2,
                 "iflib/new-pidx", "iflibtxrx(9)",
                 "encap of %d segments moves the index by %d", packet->ipi_nsegs, taken);
}

static int encap(struct iflib_ctx *ctx, struct mbuf *m, struct if_pkt_info *packet)
{
    struct iflib_queue *tx = &ctx->tx;
    struct iflib_slot *slot = &tx->slots[tx->pidx];
    uint32_t tail;
    int error, taken;

    packet->ipi_pidx = packet->ipi_new_pidx = (qidx_t)tx->pidx;
    packet->ipi_mflags = (uint8_t)m->m_flags;
    packet->ipi_vtag = m->m_pkthdr.ether_vtag;
    packet->ipi_len = (uint32_t)m->m_pkthdr.len;
    bus_dmamap_sync(tx->tag, slot->map, BUS_DMASYNC_PREWRITE);
    tail = nic_read32(mock_nic(), RBE_TDT);
    error = ctx->queues.isc_txrx->ift_txd_encap(ctx->softc, packet);
    rule_require(nic_read32(mock_nic(), RBE_TDT) == tail, "iflib/early-doorbell",
                 "iflibtxrx(9)", "encap rings the doorbell; the ring is synced after it");
    if (error != 0) {
        iflib_unload(tx, slot, BUS_DMASYNC_POSTWRITE);
        return error;
    }
    taken = (packet->ipi_new_pidx - tx->pidx + tx->size) % tx->size;
    check_encap(tx, packet, taken);
    slot->m = m;
    tx->pidx = packet->ipi_new_pidx;
    tx->used += taken;
    return 0;
}

static void send(struct iflib_ctx *ctx, struct mbuf *m)
{
    static const uint8_t zeros[64];
    bus_dma_segment_t segments[IFLIB_MAX_RX_SEGS];
    struct if_pkt_info packet = {.ipi_segs = segments};
    struct iflib_slot *slot = &ctx->tx.slots[ctx->tx.pidx];
    int count, missing = ctx->queues.isc_min_frame_size - m->m_pkthdr.len;
    bool tso = (m->m_pkthdr.csum_flags & CSUM_IP_TSO) != 0;

    if ((ctx->shared->isc_flags & IFLIB_NEED_ETHER_PAD) && missing > 0 &&
        m_append(m, missing, (c_caddr_t)zeros) == 0)
        goto dropped;
    if ((tso && !own(&m)) || !parse(ctx, &m, &packet))
        goto dropped;
    if (tso && (ctx->shared->isc_flags & IFLIB_TSO_INIT_IP))
        init_tso(m, &packet);
    if (load(ctx, slot, &m, segments, &count) != 0)
        goto dropped;
    packet.ipi_nsegs = (qidx_t)count;
    if (encap(ctx, m, &packet) != 0)
        goto dropped;
    if_inc_counter(ctx->ifp, IFCOUNTER_OBYTES, m->m_pkthdr.len);
    ETHER_BPF_MTAP(ctx->ifp, m);
    return;
dropped:
    if_inc_counter(ctx->ifp, IFCOUNTER_OERRORS, 1);
    m_freem(m);
}

static void drain(struct iflib_ctx *ctx)
{
    struct iflib_queue *tx = &ctx->tx;
    int before = tx->pidx;
    struct mbuf *m;

    if (!ctx->running)
        return;
    reclaim(ctx);
    while (tx->size - tx->used > ctx->queues.isc_tx_nsegments + 2 &&
           (m = mbufq_dequeue(&ctx->waiting)) != NULL)
        send(ctx, m);
    if (tx->pidx == before)
        return;
    iflib_sync(tx, PRE);
    ctx->queues.isc_txrx->ift_txd_flush(ctx->softc, 0, (qidx_t)tx->pidx);
}

int iflib_transmit(if_t ifp, struct mbuf *m)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);
    int error;

    if (!ctx->running || !ctx->link_up) {
        m_freem(m); /* unlike a driver with a queue of its own */
        return ENETDOWN;
    }
    if (!mtx_trylock(&ctx->mutex)) {
        taskqueue_enqueue(ctx->tq, &ctx->tx_task);
        mtx_lock(&ctx->mutex);
    }
    error = mbufq_enqueue(&ctx->waiting, m);
    if (error != 0)
        m_freem(m);
    drain(ctx);
    mtx_unlock(&ctx->mutex);
    return error;
}

void iflib_tx_task(void *arg, int pending)
{
    struct iflib_ctx *ctx = arg;

    (void)pending;
    mtx_lock(&ctx->mutex);
    drain(ctx);
    if (ctx->running)
        IFLIB_CALL(ctx, ifdi_intr_enable, ctx);
    mtx_unlock(&ctx->mutex);
}

void iflib_tx_clean(struct iflib_ctx *ctx)
{
    struct iflib_queue *tx = &ctx->tx;
    int i;

    for (i = 0; i < tx->size; i++)
        if (tx->slots[i].m) {
            iflib_unload(tx, &tx->slots[i], BUS_DMASYNC_POSTWRITE);
            m_freem(tx->slots[i].m);
            tx->slots[i].m = NULL;
        }
    tx->pidx = tx->cidx = tx->used = 0;
    ctx->stuck = 0;
}
