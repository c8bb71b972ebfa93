/* The queues as iflib drives them (iflibtxrx(9)): indices and segments, no mbuf. FreeBSD 15. */
#include "if_rbe_iflib.h"

#include <netinet/in.h>

// tag::encap[]
static void offload_of(const struct if_pkt_info *packet, struct dp_offload *offload)
{
    uint32_t asked = packet->ipi_csum_flags;

    memset(offload, 0, sizeof(*offload));
    offload->vlan = packet->ipi_mflags & M_VLANTAG ? packet->ipi_vtag : DP_NO_VLAN;
    offload->mac_length = packet->ipi_ehdrlen;
    offload->ip_length = packet->ipi_ip_hlen;
    offload->ipv6 = (packet->ipi_flags & IPI_TX_IPV6) != 0;
    offload->tcp = packet->ipi_ipproto == IPPROTO_TCP;
    offload->transport_length = offload->tcp ? packet->ipi_tcp_hlen : 8;
    offload->ip_checksum = (asked & (CSUM_IP | CSUM_IP_TSO)) != 0;
    offload->transport_checksum = (asked & (CSUM_IP_TCP | CSUM_IP_UDP | CSUM_IP6_TCP |
                                            CSUM_IP6_UDP | CSUM_IP_TSO)) != 0;
    offload->segment_size = asked & CSUM_IP_TSO ? packet->ipi_tso_segsz : 0;
}

/* No doorbell here: iflib says when, in txd_flush. */
static int rbe_txd_encap(void *arg, if_pkt_info_t packet)
{
    struct rbe_iflib *sc = arg;
    struct dp_segment segments[RBE_TX_SEGMENTS];
    struct dp_frame frame = {.segments = segments, .count = packet->ipi_nsegs};
    int i;

    for (i = 0; i < packet->ipi_nsegs; i++) {
        segments[i].address = packet->ipi_segs[i].ds_addr;
        segments[i].length = packet->ipi_segs[i].ds_len;
    }
    offload_of(packet, &frame.offload);
    switch (dp_tx_submit(&sc->tx, &frame, true)) {
    case DP_ACCEPTED:
        packet->ipi_new_pidx = sc->tx.ring.next;
        return (0);
    case DP_FULL:
        return (ENOBUFS);
    default:
        return (EINVAL);
    }
}

static void rbe_txd_flush(void *arg, uint16_t queue __unused, qidx_t pidx __unused)
{
    struct rbe_iflib *sc = arg;

    dp_kick(&sc->tx.ring);
}
// end::encap[]

// tag::credits[]
static void done(void *os __unused, void *packet __unused)
{
}

/* Descriptors, not frames, that iflib may use again; without clear only whether there are. */
static int rbe_txd_credits_update(void *arg, uint16_t queue __unused, bool clear)
{
    struct rbe_iflib *sc = arg;
    struct dp_ring *ring = &sc->tx.ring;
    uint32_t before = ring->clean;

    if (!clear)
        return (ring->clean != ring->next &&
                (dp_read_rest(ring, sc->tx.ends[ring->clean]) >> 32 & DP_RX_DD) != 0);
    dp_tx_complete(&sc->tx, ring->size, done, NULL);
    return (dp_distance(ring, before, ring->clean));
}
// end::credits[]

static uint32_t status_at(const struct dp_ring *ring, uint32_t index)
{
    return (dp_read_rest(ring, index) >> 32 & 0xff);
}

// tag::available[]
/* Whole frames that begin at an index, as far as the budget goes. */
static int rbe_rxd_available(void *arg, uint16_t queue __unused, qidx_t index, qidx_t budget)
{
    struct rbe_iflib *sc = arg;
    uint32_t status, at = index, steps;
    int frames = 0;

    for (steps = 1; steps < sc->rx.size && frames < budget; steps++) {
        status = status_at(&sc->rx, at);
        if ((status & DP_RX_DD) == 0)
            break;
        frames += (status & DP_RX_EOP) != 0;
        at = dp_next(&sc->rx, at);
    }
    return (frames);
}
// end::available[]

static void mark_checked(if_rxd_info_t frame, uint32_t status, uint32_t errors)
{
    if ((status & DP_RX_IXSM) != 0)
        return;
    if ((status & DP_RX_IPCS) != 0 && (errors & DP_RX_IPE) == 0)
        frame->iri_csum_flags |= CSUM_IP_CHECKED | CSUM_IP_VALID;
    if ((status & DP_RX_TCPCS) != 0 && (errors & (DP_RX_TCPE | DP_RX_IPE)) == 0) {
        frame->iri_csum_flags |= CSUM_DATA_VALID | CSUM_PSEUDO_HDR;
        frame->iri_csum_data = 0xffff;
    }
}

// tag::packet[]
/* One frame: which buffers, how much of each, what the device says of it. */
static int rbe_rxd_pkt_get(void *arg, if_rxd_info_t frame)
{
    struct rbe_iflib *sc = arg;
    uint32_t at = frame->iri_cidx, status, errors;
    uint64_t word;

    frame->iri_len = 0;
    frame->iri_nfrags = 0;
    do {
        word = dp_read_rest(&sc->rx, at);
        status = word >> 32 & 0xff;
        errors = word >> 40 & 0xff;
        ((volatile uint8_t *)&sc->rx.slots[at])[12] = 0; /* seen; it may stand here for long */
        frame->iri_frags[frame->iri_nfrags].irf_flid = 0;
        frame->iri_frags[frame->iri_nfrags].irf_idx = at;
        frame->iri_frags[frame->iri_nfrags++].irf_len = word & 0xffff;
        frame->iri_len += word & 0xffff;
        at = dp_next(&sc->rx, at);
    } while ((status & DP_RX_EOP) == 0 && frame->iri_nfrags < DP_MOST_PIECES);
    if ((status & DP_RX_EOP) == 0 || (errors & DP_RX_FRAME_ERRORS) != 0)
        return (EBADMSG);
    if ((status & DP_RX_VP) != 0) {
        frame->iri_vtag = word >> 48;
        frame->iri_flags |= M_VLANTAG;
    }
    if (sc->filter.checksums)
        mark_checked(frame, status, errors);
    return (0);
}
// end::packet[]

// tag::refill[]
static void rbe_rxd_refill(void *arg, if_rxd_update_t update)
{
    struct rbe_iflib *sc = arg;
    uint32_t at = update->iru_pidx;
    int i;

    for (i = 0; i < update->iru_count; i++) {
        sc->rx.slots[at].address = dp_le64(update->iru_paddrs[i]);
        sc->rx.slots[at].rest = 0; /* an old DD would be taken for new */
        at = dp_next(&sc->rx, at);
    }
}

/* The tail: iflib keeps one posted buffer back, so that tail never meets head. */
static void rbe_rxd_flush(void *arg, uint16_t queue __unused, uint8_t list __unused, qidx_t pidx)
{
    struct rbe_iflib *sc = arg;

    sc->rx.next = pidx;
    dp_kick(&sc->rx);
}
// end::refill[]

struct if_txrx rbe_txrx = {
    .ift_txd_encap = rbe_txd_encap,
    .ift_txd_flush = rbe_txd_flush,
    .ift_txd_credits_update = rbe_txd_credits_update,
    .ift_rxd_available = rbe_rxd_available,
    .ift_rxd_pkt_get = rbe_rxd_pkt_get,
    .ift_rxd_refill = rbe_rxd_refill,
    .ift_rxd_flush = rbe_rxd_flush,
    .ift_legacy_intr = rbe_legacy_intr,
};
