/* uapi/linux/tcp.h, linux/tcp.h */
#ifndef MOCK_LINUX_TCP_H
#define MOCK_LINUX_TCP_H

#include <linux/skbuff.h>

struct tcphdr {
    __be16 source;
    __be16 dest;
    __be32 seq;
    __be32 ack_seq;
    u16 offset_and_flags; /* mock: bit fields */
    __be16 window;
    __sum16 check;
    __be16 urg_ptr;
} __attribute__((packed));

static inline struct tcphdr *tcp_hdr(const struct sk_buff *skb)
{
    return (struct tcphdr *)(skb->head + skb->transport_header);
}

static inline unsigned int tcp_hdrlen(const struct sk_buff *skb)
{
    return (skb->head[skb->transport_header + 12] >> 4) * 4u;
}

#endif
