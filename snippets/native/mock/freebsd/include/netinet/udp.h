/* netinet/udp.h: RFC 768. FreeBSD 15. */
#ifndef MOCK_NETINET_UDP_H
#define MOCK_NETINET_UDP_H

#include <netinet/in.h>

struct udphdr {
    uint16_t uh_sport, uh_dport, uh_ulen, uh_sum;
};

#endif
