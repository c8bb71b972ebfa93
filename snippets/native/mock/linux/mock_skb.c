/* sk_buffs: who owns one, and what a driver may do with it. */
#include <net/checksum.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

static const char SKB[] = "Documentation/networking/skbuff.rst";

static struct sk_buff *begin(u8 *head, size_t room)
{
    struct sk_buff *skb = memory_take(sizeof *skb, "an sk_buff");

    if (!skb)
        return NULL;
    skb->head = skb->data = head;
    skb->room = room;
    skb->shared = calloc(1, sizeof *skb->shared);
    return skb;
}

struct sk_buff *build_skb(void *data, unsigned int frag_size)
{
    struct page *page = mock_page_of(data);
    struct sk_buff *skb;

    rule_require(page && page->memory == data, "linux/build-skb-of-no-page", SKB,
                 "build_skb is not given a page that is in use");
    skb = begin(data, frag_size - SKB_DATA_ALIGN(sizeof(struct skb_shared_info)));
    if (skb)
        skb->page = page;
    return skb;
}

void skb_reserve(struct sk_buff *skb, int len)
{
    skb->data += len;
}

void *skb_put(struct sk_buff *skb, unsigned int len)
{
    u8 *end = skb->data + skb->len;

    rule_require(end + len <= skb->head + skb->room, "linux/skb-over-panic", SKB,
                 "skb_put of %u bytes runs over the end", len);
    skb->len += len;
    return end;
}

void skb_add_rx_frag(struct sk_buff *skb, int i, struct page *page, int off, int size,
                     unsigned int truesize)
{
    rule_require(i >= 0 && i < MAX_SKB_FRAGS, "linux/too-many-frags", SKB, "fragment %d", i);
    rule_require((unsigned int)size <= truesize, "linux/truesize", SKB,
                 "%d bytes are said to take %u", size, truesize);
    skb->shared->frags[i] = (skb_frag_t){page, (unsigned int)size, (unsigned int)off};
    skb->shared->nr_frags = (u8)(i + 1);
    skb->len += (unsigned int)size;
    skb->data_len += (unsigned int)size;
}

static void release(struct sk_buff *skb)
{
    int i;

    rule_require(memory_in_use(skb), "linux/skb-freed-twice", SKB,
                 "an sk_buff is freed that is not in use");
    for (i = 0; i < skb->shared->nr_frags; i++)
        __free_pages(skb->shared->frags[i].bv_page, 0);
    if (skb->page) {
        __free_pages(skb->page, 0);
    } else {
        mock_dma_page_freed(skb->head, skb->room);
        free(skb->head);
    }
    free(skb->shared);
    memory_give(skb, "an sk_buff");
}

void dev_kfree_skb_any(struct sk_buff *skb)
{
    release(skb);
}

void napi_consume_skb(struct sk_buff *skb, int budget)
{
    rule_require(budget == 0 || rule_context == CONTEXT_SOFT, "linux/consume-outside-napi",
                 "net/core/skbuff.c", "a budget of %d outside NAPI", budget);
    release(skb);
}

int skb_cow_head(struct sk_buff *skb, unsigned int headroom)
{
    u8 *copy;

    (void)headroom;
    if (!skb->shared_head)
        return 0;
    if (memory_may_fail("skb_cow_head"))
        return -ENOMEM;
    copy = malloc(skb->room);
    memcpy(copy, skb->head, skb->room);
    skb->data = copy + (skb->data - skb->head);
    skb->head = copy; /* who shares the old one frees it */
    skb->shared_head = false;
    return 0;
}

int eth_skb_pad(struct sk_buff *skb)
{
    if (skb->len >= ETH_ZLEN)
        return 0;
    if (memory_may_fail("eth_skb_pad")) {
        release(skb);
        return -ENOMEM;
    }
    memset(skb->data + skb->len, 0, ETH_ZLEN - skb->len);
    skb->len = ETH_ZLEN;
    return 0;
}

struct sk_buff *mock_skb_spread(const void *bytes, size_t length, size_t head, size_t piece)
{
    size_t room = (head < 128 ? 128 : head) + NET_SKB_PAD, at = head, part;
    struct sk_buff *skb = begin(calloc(1, room), room);
    struct page *page;

    skb->data += NET_SKB_PAD;
    skb->len = (unsigned int)head;
    memcpy(skb->data, bytes, head);
    for (; at < length; at += part) {
        part = length - at < piece ? length - at : piece;
        page = dev_alloc_page();
        memcpy(page->memory + 8, (const u8 *)bytes + at, part);
        skb_add_rx_frag(skb, skb->shared->nr_frags, page, 8, (int)part, PAGE_SIZE);
    }
    return skb;
}

struct sk_buff *mock_skb(const void *bytes, size_t length)
{
    return mock_skb_spread(bytes, length, length, 1);
}

void __vlan_hwaccel_put_tag(struct sk_buff *skb, __be16 vlan_proto, u16 vlan_tci)
{
    skb->vlan_present = true;
    skb->vlan_proto = vlan_proto;
    skb->vlan_tci = vlan_tci;
}

__be16 vlan_get_protocol(const struct sk_buff *skb)
{
    return skb->protocol;
}

netdev_features_t vlan_features_check(struct sk_buff *skb, netdev_features_t features)
{
    (void)skb;
    return features;
}

__sum16 csum_tcpudp_magic(__be32 saddr, __be32 daddr, u32 len, u8 proto, __wsum sum)
{
    u64 total = (u64)sum + saddr + daddr + (u32)htonl(proto + len);

    while (total >> 16)
        total = (total & 0xffff) + (total >> 16);
    return (__sum16)~total;
}

__be16 eth_type_trans(struct sk_buff *skb, struct net_device *dev)
{
    skb->dev = dev;
    rule_require(skb_headlen(skb) >= ETH_HLEN, "linux/short-head", SKB,
                 "the Ethernet header is not in the head");
    return (__be16)(skb->data[12] | skb->data[13] << 8); /* the header is left for the test */
}
