/* sys/ethernet.h. illumos 2020-11. */
#ifndef MOCK_SYS_ETHERNET_H
#define MOCK_SYS_ETHERNET_H

#include <sys/types.h>

#define ETHERADDRL 6
#define ETHERMTU 1500
#define ETHERMIN 60

typedef uchar_t ether_addr_t[ETHERADDRL];

struct ether_addr {
    ether_addr_t ether_addr_octet;
};

struct ether_header {
    struct ether_addr ether_dhost;
    struct ether_addr ether_shost;
    ushort_t ether_type;
};

struct ether_vlan_header {
    struct ether_addr ether_dhost;
    struct ether_addr ether_shost;
    ushort_t ether_tpid;
    ushort_t ether_tci;
    ushort_t ether_type;
};

#endif
