/* netinet/ip.h: RFC 791. */
#ifndef MOCK_NETINET_IP_H
#define MOCK_NETINET_IP_H

#include <netinet/in.h>

struct ip {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    unsigned int ip_hl : 4, ip_v : 4;
#else
    unsigned int ip_v : 4, ip_hl : 4;
#endif
    uint8_t ip_tos;
    uint16_t ip_len;
    uint16_t ip_id;
    uint16_t ip_off;
    uint8_t ip_ttl;
    uint8_t ip_p;
    uint16_t ip_sum;
    struct in_addr ip_src;
    struct in_addr ip_dst;
} __attribute__((packed));

#endif
