/* netinet/tcp.h: RFC 9293. */
#ifndef MOCK_NETINET_TCP_H
#define MOCK_NETINET_TCP_H

#include <netinet/in.h>

struct tcphdr {
    uint16_t th_sport;
    uint16_t th_dport;
    uint32_t th_seq;
    uint32_t th_ack;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint8_t th_x2 : 4, th_off : 4;
#else
    uint8_t th_off : 4, th_x2 : 4;
#endif
    uint8_t th_flags;
    uint16_t th_win;
    uint16_t th_sum;
    uint16_t th_urp;
} __attribute__((packed));

#endif
