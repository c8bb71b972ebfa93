/* netinet/in.h: inet(4). FreeBSD 15. */
#ifndef MOCK_NETINET_IN_H
#define MOCK_NETINET_IN_H

#include <sys/endian.h>

#define IPPROTO_TCP 6
#define IPPROTO_UDP 17

struct in_addr {
    uint32_t s_addr;
};

struct in6_addr {
    uint8_t s6_addr[16];
};

#endif
