/* netinet/ip.h: RFC 791. FreeBSD 15. */
#ifndef MOCK_NETINET_IP_H
#define MOCK_NETINET_IP_H

#include <netinet/in.h>

struct ip {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint8_t ip_hl : 4, ip_v : 4;
#else
    uint8_t ip_v : 4, ip_hl : 4;
#endif
    uint8_t ip_tos;
    uint16_t ip_len, ip_id, ip_off;
    uint8_t ip_ttl, ip_p;
    uint16_t ip_sum;
    struct in_addr ip_src, ip_dst;
} __attribute__((packed, aligned(2)));

#endif
