/* Receive: pages for the device, sk_buffs for the stack. */
#include <linux/dma-mapping.h>
#include <linux/skbuff.h>

#include "rbe.h"

static void ring_doorbell(void *os, uint32_t tail)
{
    rbe_write(os, RBE_RDT, tail);
}

static void put_back(struct rbe_port *port, struct rbe_buffer *buffer)
{
    port->unused[port->unused_count++] = buffer;
}

// tag::take[]
/* A fresh page, mapped for the device to write. Under NAPI or before it is enabled. */
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe_port *port = os;
    struct device *dev = &port->pdev->dev;
    struct rbe_buffer *buffer;
    struct page *page = dev_alloc_page();

    if (!page)
        return false;
    buffer = port->unused[port->unused_count - 1];
    buffer->address = dma_map_page(dev, page, RBE_HEADROOM, RBE_BUFFER_BYTES, DMA_FROM_DEVICE);
    if (dma_mapping_error(dev, buffer->address)) {
        __free_page(page);
        return false;
    }
    port->unused_count--;
    buffer->page = page;
    fresh->address = buffer->address;
    fresh->packet = buffer;
    return true;
}

/* The mapping ends here: from now on the CPU may look at what the device wrote. */
static void received(void *os, void *packet, uint32_t length)
{
    struct rbe_port *port = os;
    struct rbe_buffer *buffer = packet;

    dma_unmap_page(&port->pdev->dev, buffer->address, RBE_BUFFER_BYTES, DMA_FROM_DEVICE);
    buffer->address = DMA_MAPPING_ERROR;
}

static void give_back(void *os, void *packet)
{
    struct rbe_port *port = os;
    struct rbe_buffer *buffer = packet;

    if (buffer->address != DMA_MAPPING_ERROR)
        received(os, packet, 0);
    __free_page(buffer->page);
    put_back(port, buffer);
}
// end::take[]

// tag::deliver[]
/* The first page becomes the head of an skb, the others its fragments; nothing is copied. */
static struct sk_buff *build(struct rbe_port *port, const struct dp_received *frame)
{
    struct rbe_buffer *first = frame->packets[0];
    struct sk_buff *skb = build_skb(page_address(first->page), PAGE_SIZE);
    u32 i;

    BUILD_BUG_ON(SKB_DATA_ALIGN(RBE_HEADROOM + RBE_BUFFER_BYTES) +
                     SKB_DATA_ALIGN(sizeof(struct skb_shared_info)) > PAGE_SIZE);
    if (!skb)
        return NULL;
    skb_reserve(skb, RBE_HEADROOM);
    skb_put(skb, frame->lengths[0]);
    for (i = 1; i < frame->count; i++) {
        struct rbe_buffer *more = frame->packets[i];

        skb_add_rx_frag(skb, i - 1, more->page, RBE_HEADROOM, frame->lengths[i], PAGE_SIZE);
    }
    return skb;
}

static void take_word(struct rbe_port *port, struct sk_buff *skb, const struct dp_received *frame)
{
    netdev_features_t features = port->netdev->features;

    if (frame->checksums == DP_ALL_GOOD && (features & NETIF_F_RXCSUM))
        skb->ip_summed = CHECKSUM_UNNECESSARY;
    if (frame->vlan >= 0 && (features & NETIF_F_HW_VLAN_CTAG_RX))
        __vlan_hwaccel_put_tag(skb, htons(ETH_P_8021Q), frame->vlan);
}

static void count_received(struct rbe_counters *counters, unsigned int bytes)
{
    u64_stats_update_begin(&counters->sync);
    u64_stats_inc(&counters->packets);
    u64_stats_add(&counters->bytes, bytes);
    u64_stats_update_end(&counters->sync);
}

static void count_dropped(struct rbe_counters *counters)
{
    u64_stats_update_begin(&counters->sync);
    u64_stats_inc(&counters->dropped);
    u64_stats_update_end(&counters->sync);
}

static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe_port *port = os;
    struct sk_buff *skb = build(port, frame);
    u32 i;

    if (!skb) {
        for (i = 0; i < frame->count; i++)
            give_back(port, frame->packets[i]);
        count_dropped(&port->rx_counters);
        return;
    }
    for (i = 0; i < frame->count; i++) /* the pages are the skb's now */
        put_back(port, frame->packets[i]);
    take_word(port, skb, frame);
    skb->protocol = eth_type_trans(skb, port->netdev);
    count_received(&port->rx_counters, frame->bytes);
    napi_gro_receive(&port->napi, skb);
}
// end::deliver[]

static const struct dp_rx_ops rx_ops = {
    .take = take,
    .received = received,
    .deliver = deliver,
    .give_back = give_back,
};

int rbe_rx_open(struct rbe_port *port)
{
    u32 i;

    port->rx_slots = dma_alloc_coherent(&port->pdev->dev, RBE_SLOTS * DP_SLOT_BYTES,
                                        &port->rx_address, GFP_KERNEL);
    if (!port->rx_slots)
        return -ENOMEM;
    port->unused_count = 0;
    for (i = 0; i < RBE_BUFFERS; i++)
        put_back(port, &port->buffers[i]);
    dp_ring_init(&port->rx.ring, port->rx_slots, RBE_SLOTS, ring_doorbell, port);
    dp_rx_init(&port->rx, port->posted, RBE_BUFFER_BYTES, DP_MOST_PIECES, &rx_ops, port);
    return 0;
}

void rbe_rx_close(struct rbe_port *port)
{
    dma_free_coherent(&port->pdev->dev, RBE_SLOTS * DP_SLOT_BYTES, port->rx_slots,
                      port->rx_address);
    port->rx_slots = NULL;
}

/*
 * Posts all it can before traffic starts. From then on the core pays for each consumed
 * slot with a posted one, so a ring that was full once never runs dry.
 */
int rbe_rx_fill(struct rbe_port *port)
{
    dp_rx_refill(&port->rx);
    return dp_free_slots(&port->rx.ring) == 0 ? 0 : -ENOMEM;
}

static void count_errors(struct rbe_port *port)
{
    struct rbe_counters *counters = &port->rx_counters;

    u64_stats_update_begin(&counters->sync);
    u64_stats_add(&counters->errors, port->rx.damaged + port->rx.oversize);
    u64_stats_add(&counters->dropped, port->rx.no_buffer);
    u64_stats_update_end(&counters->sync);
    port->rx.damaged = port->rx.oversize = port->rx.no_buffer = 0;
}

int rbe_rx_poll(struct rbe_port *port, int budget)
{
    int done = dp_rx_poll(&port->rx, budget);

    count_errors(port);
    return done;
}
