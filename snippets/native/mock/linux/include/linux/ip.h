/* uapi/linux/ip.h, linux/ip.h */
#ifndef MOCK_LINUX_IP_H
#define MOCK_LINUX_IP_H

#include <linux/skbuff.h>

enum { IPPROTO_TCP = 6, IPPROTO_UDP = 17 }; /* uapi/linux/in.h */

struct iphdr {
    u8 version_and_ihl; /* mock: two bit fields */
    u8 tos;
    __be16 tot_len;
    __be16 id;
    __be16 frag_off;
    u8 ttl;
    u8 protocol;
    __sum16 check;
    __be32 saddr;
    __be32 daddr;
} __attribute__((packed));

static inline struct iphdr *ip_hdr(const struct sk_buff *skb)
{
    return (struct iphdr *)(skb->head + skb->network_header);
}

#endif
