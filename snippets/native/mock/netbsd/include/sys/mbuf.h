/* sys/mbuf.h: mbuf(9). */
#ifndef MOCK_SYS_MBUF_H
#define MOCK_SYS_MBUF_H

#include <sys/systm.h>

struct ifnet;
struct mock_storage;

#define M_WAITOK 0x0000                      /* sys/malloc.h */
#define M_NOWAIT 0x0001
#define M_DONTWAIT M_NOWAIT
#define M_WAIT M_WAITOK
#define MT_DATA 1

#define M_EXT 0x00000001
#define M_PKTHDR 0x00000002
#define M_BCAST 0x00000100
#define M_MCAST 0x00000200
#if __NetBSD_Version__ >= 1000000000
#define M_VLANTAG 0x00010000                 /* mock: its own number */
#endif

#define M_CSUM_TCPv4 0x00000001
#define M_CSUM_UDPv4 0x00000002
#define M_CSUM_TCP_UDP_BAD 0x00000004
#define M_CSUM_DATA 0x00000008
#define M_CSUM_TCPv6 0x00000010
#define M_CSUM_UDPv6 0x00000020
#define M_CSUM_IPv4 0x00000040
#define M_CSUM_IPv4_BAD 0x00000080
#define M_CSUM_TSOv4 0x00000100
#define M_CSUM_TSOv6 0x00000200
#define M_CSUM_DATA_IPv4_IPHL(data) ((data) >> 16)
#define M_CSUM_DATA_IPv4_OFFSET(data) ((data) & 0xffff)

/* A tag of a packet; its data stand behind it. */
struct m_tag {
    struct m_tag *next; /* mock */
    uint16_t m_tag_id;
    uint16_t m_tag_len;
};
#define PACKET_TAG_VLAN 1

struct pkthdr {
    int len;            /* bytes of all pieces */
    int csum_flags;
    uint32_t csum_data; /* out: where the sum goes, and above 16 bits the IP header's length */
    u_int segsz;
#if __NetBSD_Version__ >= 1000000000
    uint16_t ether_vtag;
#else
    struct m_tag *tags; /* mock */
#endif
    int index;          /* mock: of the receiving interface */
};

struct mbuf {
    struct mbuf *m_next;    /* next piece of this packet */
    struct mbuf *m_nextpkt; /* next packet in a queue */
    char *m_data;
    int m_len;              /* bytes in this mbuf */
    int m_flags;
    struct pkthdr m_pkthdr;
    struct mock_storage *storage; /* mock */
    struct mbuf *live;            /* mock: its list */
    int mapped;                   /* mock: loaded maps that refer to it */
};

#define mtod(m, type) ((type)(void *)(m)->m_data)
#define MGETHDR(m, how, type) m = m_gethdr((how), (type))
#define MCLGET(m, how) mock_mclget(m, how)
void mock_mclget(struct mbuf *m, int how);

struct mbuf *m_gethdr(int how, int type);
struct mbuf *m_free(struct mbuf *m);
void m_freem(struct mbuf *m);
int m_append(struct mbuf *m, int bytes, const void *from); /* 1: done */
struct mbuf *m_pullup(struct mbuf *m, int bytes); /* frees the packet and gives NULL */
struct mbuf *m_defrag(struct mbuf *m, int how);   /* NULL: the packet is as it was */
int m_makewritable(struct mbuf **m, int offset, int bytes, int how);
void m_copydata(struct mbuf *m, int offset, int bytes, void *to);
void m_set_rcvif(struct mbuf *m, const struct ifnet *ifp);
#if __NetBSD_Version__ >= 1000000000
void m_remove_pkthdr(struct mbuf *m);
#else
struct m_tag *m_tag_find(const struct mbuf *m, int type, struct m_tag *after);
void m_tag_delete_chain(struct mbuf *m, struct m_tag *from);
#endif

#endif
