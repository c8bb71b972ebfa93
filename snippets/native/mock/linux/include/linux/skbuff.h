/* linux/skbuff.h; Documentation/networking/skbuff.rst */
#ifndef MOCK_LINUX_SKBUFF_H
#define MOCK_LINUX_SKBUFF_H

#include <asm/byteorder.h>
#include <linux/dma-mapping.h>
#include <linux/gfp.h>
#include <linux/string.h>

#define MAX_SKB_FRAGS 17 /* with pages of 4 KiB */
#define CHECKSUM_NONE 0
#define CHECKSUM_UNNECESSARY 1
#define CHECKSUM_PARTIAL 3
#define NET_IP_ALIGN 0 /* asm/processor.h on x86 */
#define NET_SKB_PAD 64
#define SMP_CACHE_BYTES 64
#define SKB_DATA_ALIGN(bytes) (((bytes) + (SMP_CACHE_BYTES - 1)) & ~(SMP_CACHE_BYTES - 1))

enum { SKB_GSO_TCPV4 = 1 << 0 };

struct bio_vec { /* linux/bvec.h */
    struct page *bv_page;
    unsigned int bv_len;
    unsigned int bv_offset;
};
typedef struct bio_vec skb_frag_t;

struct skb_shared_info {
    u8 nr_frags;
    unsigned short gso_size;
    unsigned short gso_segs;
    unsigned int gso_type;
    skb_frag_t frags[MAX_SKB_FRAGS];
};

struct net_device;

struct sk_buff {
    struct net_device *dev;
    char cb[48];
    unsigned int len;
    unsigned int data_len;
    u16 csum_start;
    u16 csum_offset;
    u8 ip_summed; /* mock: a bit field */
    __be16 vlan_proto;
    u16 vlan_tci;
    __be16 protocol;
    u16 transport_header;
    u16 network_header;
    unsigned char *head;
    unsigned char *data;
    struct skb_shared_info *shared; /* mock: at the end of head */
    bool vlan_present;              /* mock */
    bool shared_head;               /* mock: someone else reads these bytes too */
    struct page *page;              /* mock: head lies in it (build_skb) */
    size_t room;                    /* mock: bytes from head to shared */
};

#define skb_shinfo(skb) ((skb)->shared)

struct page *dev_alloc_page(void);
struct sk_buff *build_skb(void *data, unsigned int frag_size);
void skb_reserve(struct sk_buff *skb, int len);
void *skb_put(struct sk_buff *skb, unsigned int len);
void skb_add_rx_frag(struct sk_buff *skb, int i, struct page *page, int off, int size,
                     unsigned int truesize);
void dev_kfree_skb_any(struct sk_buff *skb);
void napi_consume_skb(struct sk_buff *skb, int budget);
int skb_cow_head(struct sk_buff *skb, unsigned int headroom);
dma_addr_t skb_frag_dma_map(struct device *dev, const skb_frag_t *frag, size_t offset,
                            size_t size, enum dma_data_direction dir);

static inline unsigned int skb_headlen(const struct sk_buff *skb)
{
    return skb->len - skb->data_len;
}

static inline unsigned int skb_frag_size(const skb_frag_t *frag)
{
    return frag->bv_len;
}

static inline bool skb_is_gso(const struct sk_buff *skb)
{
    return skb_shinfo(skb)->gso_size;
}

static inline int skb_network_offset(const struct sk_buff *skb)
{
    return (int)(skb->head + skb->network_header - skb->data);
}

static inline int skb_transport_offset(const struct sk_buff *skb)
{
    return (int)(skb->head + skb->transport_header - skb->data);
}

static inline int skb_checksum_start_offset(const struct sk_buff *skb)
{
    return (int)(skb->head + skb->csum_start - skb->data);
}

#endif
