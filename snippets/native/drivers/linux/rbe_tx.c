/* Transmit: from sk_buff to segments on the bus, and back when they are sent. */
#include <linux/dma-mapping.h>
#include <linux/ip.h>
#include <linux/skbuff.h>
#include <linux/tcp.h>
#include <net/checksum.h>

#include "rbe.h"

enum { LARGEST_OFFSET = 255, TCP_CHECKSUM_AT = 16, UDP_CHECKSUM_AT = 6, SENTINEL_BYTES = 4 };

/* What the driver keeps in skb->cb, which is its own until the skb is freed. */
struct rbe_sent {
    u32 first; /* slot of mappings[] */
    u32 count;
};

static struct rbe_sent *sent_of(struct sk_buff *skb)
{
    BUILD_BUG_ON(sizeof(struct rbe_sent) > sizeof(skb->cb));
    return (struct rbe_sent *)skb->cb;
}

static void ring_doorbell(void *os, uint32_t tail)
{
    rbe_write(os, RBE_TDT, tail);
}

// tag::open[]
int rbe_tx_open(struct rbe_port *port)
{
    port->tx_slots = dma_alloc_coherent(&port->pdev->dev, RBE_SLOTS * DP_SLOT_BYTES,
                                        &port->tx_address, GFP_KERNEL);
    if (!port->tx_slots)
        return -ENOMEM;
    dp_ring_init(&port->tx.ring, port->tx_slots, RBE_SLOTS, ring_doorbell, port);
    dp_tx_init(&port->tx, DP_EXTENDED, port->packets, port->ends);
    return 0;
}

void rbe_tx_close(struct rbe_port *port)
{
    dma_free_coherent(&port->pdev->dev, RBE_SLOTS * DP_SLOT_BYTES, port->tx_slots,
                      port->tx_address);
    port->tx_slots = NULL;
}
// end::open[]

static u32 slot_after(u32 slot)
{
    return slot + 1 == RBE_SLOTS ? 0 : slot + 1;
}

/* The head was mapped with dma_map_single, the rest with dma_map_page: each ends as it began. */
static void unmap(struct rbe_port *port, const struct rbe_sent *sent)
{
    struct device *dev = &port->pdev->dev;
    u32 i, slot = sent->first;

    for (i = 0; i < sent->count; i++, slot = slot_after(slot)) {
        const struct rbe_mapping *mapping = &port->mappings[slot];

        if (i == 0)
            dma_unmap_single(dev, mapping->address, mapping->length, DMA_TO_DEVICE);
        else
            dma_unmap_page(dev, mapping->address, mapping->length, DMA_TO_DEVICE);
    }
}

// tag::map[]
static dma_addr_t map_piece(struct rbe_port *port, struct sk_buff *skb, u32 piece, u32 *length)
{
    struct device *dev = &port->pdev->dev;
    const skb_frag_t *frag;

    if (piece == 0) {
        *length = skb_headlen(skb);
        return dma_map_single(dev, skb->data, *length, DMA_TO_DEVICE);
    }
    frag = &skb_shinfo(skb)->frags[piece - 1];
    *length = skb_frag_size(frag);
    return skb_frag_dma_map(dev, frag, 0, *length, DMA_TO_DEVICE);
}

/* Maps head and fragments, from slot first on; all of them or none. */
static int map(struct rbe_port *port, struct sk_buff *skb)
{
    struct rbe_sent *sent = sent_of(skb);
    u32 i, slot = port->tx.ring.next, pieces = skb_shinfo(skb)->nr_frags + 1;

    sent->first = slot;
    sent->count = 0;
    for (i = 0; i < pieces; i++, slot = slot_after(slot)) {
        struct rbe_mapping *mapping = &port->mappings[slot];

        mapping->address = map_piece(port, skb, i, &mapping->length);
        if (dma_mapping_error(&port->pdev->dev, mapping->address)) {
            unmap(port, sent);
            return -ENOMEM;
        }
        sent->count++;
    }
    return 0;
}
// end::map[]

static u32 cut(struct dp_segment *segments, u32 count, const struct rbe_mapping *mapping)
{
    u32 at = 0;

    while (at < mapping->length) {
        segments[count].address = mapping->address + at;
        segments[count].length = min_t(u32, mapping->length - at, DP_LONGEST_FRAME);
        at += segments[count++].length;
    }
    return count;
}

/*
 * A frame in one descriptor may be written back before its data was read, if it is to be
 * cut or follows one that was (e1000_tx_map in drivers/net/ethernet/intel/e1000 has the
 * erratum); its last four bytes get a descriptor of their own.
 */
static u32 split_single(struct dp_segment *segments)
{
    segments[0].length -= SENTINEL_BYTES;
    segments[1].address = segments[0].address + segments[0].length;
    segments[1].length = SENTINEL_BYTES;
    return 2;
}

static u32 describe(struct rbe_port *port, struct sk_buff *skb, struct dp_segment *segments)
{
    const struct rbe_sent *sent = sent_of(skb);
    u32 i, slot = sent->first, count = 0;
    bool at_risk = port->after_tso || skb_is_gso(skb);

    for (i = 0; i < sent->count; i++, slot = slot_after(slot))
        count = cut(segments, count, &port->mappings[slot]);
    port->after_tso = skb_is_gso(skb);
    return at_risk && count == 1 ? split_single(segments) : count;
}

// tag::offload[]
/* The device adds the length of each segment to the pseudo header itself: seed it without.
 * IPv4 only: over IPv6 a device of this family was seen to count the header as payload. */
static int prepare_tso(struct sk_buff *skb, struct dp_offload *offload)
{
    int error = skb_cow_head(skb, 0);

    if (error < 0)
        return error;
    ip_hdr(skb)->tot_len = 0;
    ip_hdr(skb)->check = 0;
    tcp_hdr(skb)->check = ~csum_tcpudp_magic(ip_hdr(skb)->saddr, ip_hdr(skb)->daddr, 0,
                                             IPPROTO_TCP, 0);
    offload->segment_size = skb_shinfo(skb)->gso_size;
    offload->transport_length = tcp_hdrlen(skb);
    return 0;
}

static int read_offload(struct sk_buff *skb, struct dp_offload *offload)
{
    memset(offload, 0, sizeof(*offload));
    offload->vlan = skb_vlan_tag_present(skb) ? skb_vlan_tag_get(skb) : DP_NO_VLAN;
    if (skb->ip_summed != CHECKSUM_PARTIAL)
        return 0;
    offload->transport_checksum = true;
    offload->mac_length = skb_network_offset(skb);
    offload->ip_length = skb_checksum_start_offset(skb) - skb_network_offset(skb);
    offload->ipv6 = vlan_get_protocol(skb) == htons(ETH_P_IPV6);
    offload->tcp = skb->csum_offset == TCP_CHECKSUM_AT;
    return skb_is_gso(skb) ? prepare_tso(skb, offload) : 0;
}

/* Where a checksum goes is a byte in the context, and it is TCP's or UDP's place. */
netdev_features_t rbe_features_check(struct sk_buff *skb, struct net_device *netdev,
                                     netdev_features_t features)
{
    bool known = skb->csum_offset == TCP_CHECKSUM_AT || skb->csum_offset == UDP_CHECKSUM_AT;

    features = vlan_features_check(skb, features);
    if (skb->ip_summed == CHECKSUM_PARTIAL &&
        (!known || skb_checksum_start_offset(skb) + skb->csum_offset > LARGEST_OFFSET))
        return features & ~(NETIF_F_CSUM_MASK | NETIF_F_GSO_MASK);
    if ((skb_shinfo(skb)->gso_type & SKB_GSO_TCPV4) &&
        skb_transport_offset(skb) + tcp_hdrlen(skb) > LARGEST_OFFSET)
        return features & ~NETIF_F_GSO_MASK;
    return features;
}
// end::offload[]

// tag::complete[]
struct harvest {
    struct rbe_port *port;
    int budget; /* of NAPI, 0 outside it: how the skb may be freed */
    unsigned int packets, bytes;
    u64 wire_packets, wire_bytes;
};

static void frame_sent(void *os, void *packet)
{
    struct harvest *harvest = os;
    struct sk_buff *skb = packet;
    u32 segments = max_t(u32, skb_shinfo(skb)->gso_segs, 1);
    u32 headers = skb_is_gso(skb) ? skb_transport_offset(skb) + tcp_hdrlen(skb) : 0;

    unmap(harvest->port, sent_of(skb));
    harvest->packets++;
    harvest->bytes += skb->len; /* as __netdev_sent_queue was told */
    harvest->wire_packets += segments;
    harvest->wire_bytes += skb->len + (u64)(segments - 1) * headers;
    napi_consume_skb(skb, harvest->budget);
}

static void count_sent(struct rbe_counters *counters, const struct harvest *harvest)
{
    u64_stats_update_begin(&counters->sync);
    u64_stats_add(&counters->packets, harvest->wire_packets);
    u64_stats_add(&counters->bytes, harvest->wire_bytes);
    u64_stats_update_end(&counters->sync);
}

/* Under the transmit queue's lock. True if nothing that is done was left behind. */
static bool reclaim(struct rbe_port *port, int budget)
{
    struct harvest harvest = {.port = port, .budget = budget};

    if (dp_tx_complete(&port->tx, RBE_SLOTS, frame_sent, &harvest) == 0)
        return true;
    netdev_completed_queue(port->netdev, harvest.packets, harvest.bytes);
    count_sent(&port->tx_counters, &harvest);
    return harvest.packets < RBE_SLOTS;
}

static bool has_room(const struct rbe_port *port)
{
    return dp_free_slots(&port->tx.ring) >= RBE_WORST_SLOTS;
}

/*
 * The ring has one lock, the queue's, which the stack holds around rbe_start_xmit. It is
 * only tried: netpoll comes here from a printk anywhere, even under that lock. Who fails
 * says that there is work left, and NAPI calls again.
 */
bool rbe_tx_poll(struct rbe_port *port, int budget)
{
    struct netdev_queue *queue = netdev_get_tx_queue(port->netdev, 0);
    bool done;

    if (!__netif_tx_trylock(queue))
        return false;
    done = reclaim(port, budget);
    if (netif_queue_stopped(port->netdev) && has_room(port))
        netif_wake_queue(port->netdev);
    __netif_tx_unlock(queue);
    return done;
}
// end::complete[]

/* The device is reset: nothing comes back any more. Frees all, and forgets what was counted. */
void rbe_tx_drain(struct rbe_port *port)
{
    struct harvest harvest = {.port = port};

    dp_tx_drain(&port->tx, frame_sent, &harvest);
    netdev_reset_queue(port->netdev);
    port->after_tso = false;
}

// tag::xmit[]
static int submit(struct rbe_port *port, struct sk_buff *skb)
{
    struct dp_segment segments[RBE_MOST_SEGMENTS];
    struct dp_frame frame = {.segments = segments, .packet = skb};
    int error = read_offload(skb, &frame.offload);

    if (error < 0)
        return error;
    error = map(port, skb);
    if (error)
        return error;
    frame.count = describe(port, skb, segments);
    if (dp_tx_submit(&port->tx, &frame, true) == DP_ACCEPTED)
        return 0;
    unmap(port, sent_of(skb));
    return -EINVAL;
}

/* What the device finished since, it may have told already: look once more after stopping. */
static void stop_if_full(struct rbe_port *port)
{
    if (has_room(port))
        return;
    netif_stop_queue(port->netdev);
    reclaim(port, 0);
    if (has_room(port))
        netif_start_queue(port->netdev);
}

static void drop(struct rbe_port *port, struct sk_buff *skb)
{
    dev_kfree_skb_any(skb);
    u64_stats_update_begin(&port->tx_counters.sync);
    u64_stats_inc(&port->tx_counters.dropped);
    u64_stats_update_end(&port->tx_counters.sync);
}

netdev_tx_t rbe_start_xmit(struct sk_buff *skb, struct net_device *netdev)
{
    struct rbe_port *port = netdev_priv(netdev);
    bool more = netdev_xmit_more();
    unsigned int bytes;

    if (WARN_ON_ONCE(!has_room(port))) {
        netif_stop_queue(netdev);
        dp_kick(&port->tx.ring);
        return NETDEV_TX_BUSY;
    }
    if (eth_skb_pad(skb)) /* frees it if there is no memory */
        goto dropped;
    bytes = skb->len;
    if (submit(port, skb)) {
        drop(port, skb);
        goto dropped;
    }
    stop_if_full(port);
    if (__netdev_sent_queue(netdev, bytes, more)) /* true as well if the queue was stopped */
        dp_kick(&port->tx.ring);
    return NETDEV_TX_OK;

dropped: /* frames of the same burst may wait for the doorbell that this one was to ring */
    if (!more)
        dp_kick(&port->tx.ring);
    return NETDEV_TX_OK;
}
// end::xmit[]
