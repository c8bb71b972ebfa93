/* net/if.h: ifnet(9), netintro(4). FreeBSD 15. */
#ifndef MOCK_NET_IF_H
#define MOCK_NET_IF_H

#include <sys/socket.h>
#include <sys/bus.h>

typedef struct ifnet *if_t;

#define IFNAMSIZ 16
#define IFF_UP 0x1
#define IFF_BROADCAST 0x2
#define IFF_DRV_RUNNING 0x40
#define IFF_PROMISC 0x100
#define IFF_ALLMULTI 0x200
#define IFF_DRV_OACTIVE 0x400
#define IFF_SIMPLEX 0x800
#define IFF_MULTICAST 0x8000

#define LINK_STATE_UNKNOWN 0
#define LINK_STATE_DOWN 1
#define LINK_STATE_UP 2

#define IFCAP_RXCSUM 0x00001
#define IFCAP_TXCSUM 0x00002
#define IFCAP_HWCSUM (IFCAP_RXCSUM | IFCAP_TXCSUM)
#define IFCAP_VLAN_MTU 0x00008
#define IFCAP_VLAN_HWTAGGING 0x00010
#define IFCAP_JUMBO_MTU 0x00020
#define IFCAP_VLAN_HWCSUM 0x00080
#define IFCAP_TSO4 0x00100
#define IFCAP_VLAN_HWTSO 0x40000
#define IFCAP_LINKSTATE 0x80000
#define IFCAP_RXCSUM_IPV6 0x200000
#define IFCAP_TXCSUM_IPV6 0x400000
#define IFCAP_HWCSUM_IPV6 (IFCAP_RXCSUM_IPV6 | IFCAP_TXCSUM_IPV6)
#define IF_Gbps(count) ((uint64_t)(count) * 1000000000)

struct ifreq {
    char ifr_name[IFNAMSIZ];
    int ifr_mtu, ifr_reqcap, ifr_media; /* a union in the kernel */
};

struct ifmediareq {
    int ifm_status, ifm_active;
};

typedef enum {
    IFCOUNTER_IPACKETS,
    IFCOUNTER_IERRORS,
    IFCOUNTER_OPACKETS,
    IFCOUNTER_OERRORS,
    IFCOUNTER_COLLISIONS,
    IFCOUNTER_IBYTES,
    IFCOUNTER_OBYTES,
    IFCOUNTER_IMCASTS,
    IFCOUNTER_OMCASTS,
    IFCOUNTER_IQDROPS,
    IFCOUNTER_OQDROPS,
    IFCOUNTER_NOPROTO,
    IFCOUNTERS
} ift_counter;

#endif
