/* Receive: iflib posts clusters, asks what has come, and makes packets of it. */
#include "iflib_mock.h"
#include "rule.h"

enum { BUDGET = 64, PRE = BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE,
       POST = BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE };

static bool fill_one(struct iflib_ctx *ctx, uint64_t *address)
{
    struct iflib_queue *rx = &ctx->rx;
    struct iflib_slot *slot = &rx->slots[rx->pidx];
    bus_dma_segment_t segment;
    int count;
    struct mbuf *m = m_getcl(M_NOWAIT, MT_DATA, M_PKTHDR);

    if (!m)
        return false;
    m->m_len = m->m_pkthdr.len = MCLBYTES;
    if (bus_dmamap_load_mbuf_sg(rx->tag, slot->map, m, &segment, &count, BUS_DMA_NOWAIT) != 0) {
        m_freem(m);
        return false;
    }
    bus_dmamap_sync(rx->tag, slot->map, BUS_DMASYNC_PREREAD);
    slot->m = m;
    *address = segment.ds_addr;
    return true;
}

/* The tail that the driver hears is that of the last one posted: it is kept back. */
void iflib_rx_fill(struct iflib_ctx *ctx, int most)
{
    struct iflib_queue *rx = &ctx->rx;
    struct if_rxd_update update = {.iru_buf_size = ctx->queues.isc_rxd_buf_size[0]};
    int before = rx->pidx;
    uint64_t address;
    qidx_t index;

    for (; most > 0 && rx->used < rx->size - 1 && fill_one(ctx, &address); most--) {
        index = (qidx_t)rx->pidx;
        update.iru_paddrs = &address;
        update.iru_idxs = &index;
        update.iru_pidx = index;
        update.iru_count = 1;
        ctx->queues.isc_txrx->ift_rxd_refill(ctx->softc, &update);
        rx->pidx = (rx->pidx + 1) % rx->size;
        rx->used++;
    }
    if (rx->pidx == before)
        return;
    iflib_sync(rx, PRE);
    ctx->queues.isc_txrx->ift_rxd_flush(ctx->softc, 0, 0,
                                        (qidx_t)((rx->pidx + rx->size - 1) % rx->size));
}

int iflib_rx_available(struct iflib_ctx *ctx, int budget)
{
    int count;

    iflib_sync(&ctx->rx, POST);
    count = ctx->queues.isc_txrx->ift_rxd_available(ctx->softc, 0, (qidx_t)ctx->rx.cidx,
                                                    (qidx_t)budget);
    rule_require(count >= 0 && count <= budget && count <= ctx->rx.used, "iflib/available",
                 "iflibtxrx(9)", "%d frames are said to be there, with %d buffers posted", count,
                 ctx->rx.used);
    return count;
}

static struct mbuf *take(struct iflib_ctx *ctx, const struct if_rxd_frag *fragment)
{
    struct iflib_queue *rx = &ctx->rx;
    struct iflib_slot *slot = &rx->slots[rx->cidx];
    struct mbuf *m = slot->m;

    rule_require(fragment->irf_idx == rx->cidx && fragment->irf_flid == 0 && m,
                 "iflib/fragment", "iflibtxrx(9)", "a fragment at %d, the next is at %d",
                 fragment->irf_idx, rx->cidx);
    iflib_unload(rx, slot, BUS_DMASYNC_POSTREAD);
    slot->m = NULL;
    m->m_len = fragment->irf_len;
    rx->cidx = (rx->cidx + 1) % rx->size;
    rx->used--;
    return m;
}

static struct mbuf *assemble(struct iflib_ctx *ctx, const struct if_rxd_info *frame)
{
    struct mbuf *head = NULL, **link = &head;
    int i;

    for (i = 0; i < frame->iri_nfrags; i++) {
        *link = take(ctx, &frame->iri_frags[i]);
        if (i > 0)
            m_demote_pkthdr(*link);
        link = &(*link)->m_next;
    }
    head->m_pkthdr.len = frame->iri_len;
    head->m_pkthdr.rcvif = ctx->ifp;
    head->m_pkthdr.csum_flags = frame->iri_csum_flags;
    head->m_pkthdr.csum_data = frame->iri_csum_data;
    head->m_pkthdr.ether_vtag = frame->iri_vtag;
    head->m_flags |= frame->iri_flags;
    return head;
}

static bool receive(struct iflib_ctx *ctx)
{
    struct if_rxd_frag fragments[IFLIB_MAX_RX_SEGS];
    struct if_rxd_info frame = {.iri_cidx = (qidx_t)ctx->rx.cidx, .iri_frags = fragments};
    int error = ctx->queues.isc_txrx->ift_rxd_pkt_get(ctx->softc, &frame);

    rule_require(error == 0 || error == EBADMSG, "iflib/packet-get", "iflibtxrx(9)",
                 "rxd_pkt_get returned %d", error);
    rule_require(frame.iri_nfrags > 0, "iflib/packet-get", "iflibtxrx(9)",
                 "a frame without fragments");
    if (error != 0) { /* iflib trusts the ring no longer */
        m_freem(assemble(ctx, &frame));
        if_inc_counter(ctx->ifp, IFCOUNTER_IERRORS, 1);
        ctx->must_reset = true;
        iflib_admin_intr_deferred(ctx);
        return false;
    }
    if_inc_counter(ctx->ifp, IFCOUNTER_IPACKETS, 1);
    if_input(ctx->ifp, assemble(ctx, &frame));
    return true;
}

void iflib_rx_task(void *arg, int pending)
{
    struct iflib_ctx *ctx = arg;
    int count, i;

    (void)pending;
    if (!ctx->running)
        return;
    count = iflib_rx_available(ctx, BUDGET);
    for (i = 0; i < count && receive(ctx); i++)
        continue;
    iflib_rx_fill(ctx, ctx->rx.size);
    if (count == BUDGET)
        taskqueue_enqueue(ctx->tq, &ctx->rx_task);
    else
        IFLIB_CALL(ctx, ifdi_intr_enable, ctx);
}

void iflib_rx_clean(struct iflib_ctx *ctx)
{
    struct iflib_queue *rx = &ctx->rx;
    int i;

    for (i = 0; i < rx->size; i++)
        if (rx->slots[i].m) {
            iflib_unload(rx, &rx->slots[i], BUS_DMASYNC_POSTREAD);
            m_freem(rx->slots[i].m);
            rx->slots[i].m = NULL;
        }
    rx->pidx = rx->cidx = rx->used = 0;
}
