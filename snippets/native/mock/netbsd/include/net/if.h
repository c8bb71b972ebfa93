/* net/if.h: ifnet(9). */
#ifndef MOCK_NET_IF_H
#define MOCK_NET_IF_H

#include <sys/mbuf.h>
#include <sys/mutex.h>
#include <sys/socket.h>

struct bpf_if;
struct ifnet;
struct if_percpuq;
struct sockaddr_dl;

#define IFNAMSIZ 16

typedef unsigned short if_index_t;

/* The output queue; its mutex is of IPL_NET and comes with if_initialize. */
struct ifaltq {
    struct mbuf *ifq_head;
    struct mbuf *ifq_tail;
    int ifq_len;
    int ifq_maxlen;
#if __NetBSD_Version__ >= 1000000000
    uint64_t ifq_drops;
#else
    int ifq_drops;
#endif
    kmutex_t *ifq_lock;
};

#if __NetBSD_Version__ < 1000000000
struct if_data {
    uint64_t ifi_mtu;
    uint64_t ifi_baudrate;
    uint64_t ifi_ipackets;
    uint64_t ifi_ierrors;
    uint64_t ifi_opackets;
    uint64_t ifi_oerrors;
    uint64_t ifi_obytes;
    uint64_t ifi_omcasts;
};
#define if_mtu if_data.ifi_mtu
#define if_baudrate if_data.ifi_baudrate
#define if_ipackets if_data.ifi_ipackets
#define if_ierrors if_data.ifi_ierrors
#define if_opackets if_data.ifi_opackets
#define if_oerrors if_data.ifi_oerrors
#define if_obytes if_data.ifi_obytes
#define if_omcasts if_data.ifi_omcasts
#endif

typedef struct ifnet {
    void *if_softc;
    char if_xname[IFNAMSIZ];
    if_index_t if_index;
#if __NetBSD_Version__ >= 1000000000
    unsigned short if_flags;
#else
    short if_flags;
#endif
#if __NetBSD_Version__ >= 1000000000
    short if_extflags;
    uint64_t if_mtu;
    uint64_t if_baudrate;
    uint64_t counters[8]; /* mock: on each CPU in a kernel */
#else
    short if_extflags;
    struct if_data if_data;
#endif
    void (*if_start)(struct ifnet *);
    int (*if_transmit)(struct ifnet *, struct mbuf *);
    int (*if_ioctl)(struct ifnet *, u_long, void *);
    int (*if_init)(struct ifnet *);
    void (*if_stop)(struct ifnet *, int);
    struct ifaltq if_snd;
    const struct sockaddr_dl *if_sadl;
#if __NetBSD_Version__ < 1000000000
    kmutex_t *if_ioctl_lock;
#endif
    uint64_t if_capabilities; /* IFCAP_* */
    uint64_t if_capenable;
    int if_csum_flags_tx;     /* M_CSUM_* */
    int if_csum_flags_rx;
    struct mock_interface *mock; /* mock: what the stack knows */
} ifnet_t;

#define IFF_UP 0x0001
#define IFF_BROADCAST 0x0002
#define IFF_DEBUG 0x0004
#define IFF_POINTOPOINT 0x0010
#define IFF_RUNNING 0x0040
#define IFF_PROMISC 0x0100
#define IFF_ALLMULTI 0x0200
#define IFF_OACTIVE 0x0400
#define IFF_SIMPLEX 0x0800
#define IFF_LINK0 0x1000
#define IFF_MULTICAST 0x8000
#define IFF_CANTCHANGE \
    (IFF_BROADCAST | IFF_POINTOPOINT | IFF_RUNNING | IFF_OACTIVE | IFF_SIMPLEX | IFF_MULTICAST | \
     IFF_ALLMULTI | IFF_PROMISC)

#if __NetBSD_Version__ >= 1000000000
#define IFEF_MPSAFE 0x0001
#else
#define IFEF_START_MPSAFE 0x0002
#endif

#define IFCAP_TSOv4 0x00080
#define IFCAP_CSUM_IPv4_Rx 0x00100
#define IFCAP_CSUM_IPv4_Tx 0x00200
#define IFCAP_CSUM_TCPv4_Rx 0x00400
#define IFCAP_CSUM_TCPv4_Tx 0x00800
#define IFCAP_CSUM_UDPv4_Rx 0x01000
#define IFCAP_CSUM_UDPv4_Tx 0x02000
#define IFCAP_CSUM_TCPv6_Rx 0x04000
#define IFCAP_CSUM_TCPv6_Tx 0x08000
#define IFCAP_CSUM_UDPv6_Rx 0x10000
#define IFCAP_CSUM_UDPv6_Tx 0x20000
#define IFCAP_TSOv6 0x40000

#define LINK_STATE_UNKNOWN 0
#define LINK_STATE_DOWN 1
#define LINK_STATE_UP 2
#define IF_Gbps(x) ((x) * 1000000000ull)

/* What an ioctl brings; in a kernel these share one union. */
struct ifreq {
    char ifr_name[IFNAMSIZ];
    short ifr_flags;
    int ifr_mtu;
    int ifr_media;
    struct sockaddr ifr_addr;
};

struct ifcapreq {
    char ifcr_name[IFNAMSIZ];
    uint64_t ifcr_capabilities;
    uint64_t ifcr_capenable;
};

struct ifmediareq {
    int ifm_status;
    int ifm_active;
};

#define IFQ_SET_MAXLEN(queue, length) ((queue)->ifq_maxlen = (length))
#define IFQ_SET_READY(queue) ((void)(queue))
#define IFQ_IS_EMPTY(queue) ((queue)->ifq_len == 0)
#define IFQ_DEQUEUE(queue, m) ((m) = mock_ifq_dequeue(queue))
struct mbuf *mock_ifq_dequeue(struct ifaltq *queue);

#if __NetBSD_Version__ >= 1000000000
#define IFNET_LOCK(ifp) mock_ifnet_lock(ifp)
#define IFNET_UNLOCK(ifp) mock_ifnet_unlock(ifp)
void mock_ifnet_lock(struct ifnet *ifp);
void mock_ifnet_unlock(struct ifnet *ifp);
#endif

void if_initialize(struct ifnet *ifp);
void if_register(struct ifnet *ifp);
void if_detach(struct ifnet *ifp);
void if_link_state_change(struct ifnet *ifp, int state);
struct if_percpuq *if_percpuq_create(struct ifnet *ifp);
void if_percpuq_destroy(struct if_percpuq *queue);
void if_percpuq_enqueue(struct if_percpuq *queue, struct mbuf *m);

#endif
