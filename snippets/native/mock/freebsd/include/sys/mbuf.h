/* sys/mbuf.h: mbuf(9). FreeBSD 15. */
#ifndef MOCK_SYS_MBUF_H
#define MOCK_SYS_MBUF_H

#include <sys/malloc.h>

struct ifnet;
struct m_snd_tag;

#define MT_DATA 1
#define M_EXT 0x00000001
#define M_PKTHDR 0x00000002
#define M_RDONLY 0x00000008
#define M_BCAST 0x00000010
#define M_MCAST 0x00000020
#define M_VLANTAG 0x00000080

#define CSUM_IP 0x00000001
#define CSUM_IP_UDP 0x00000002
#define CSUM_IP_TCP 0x00000004
#define CSUM_IP_TSO 0x00000010
#define CSUM_IP6_UDP 0x00000200
#define CSUM_IP6_TCP 0x00000400
#define CSUM_IP6_TSO 0x00001000
#define CSUM_IP_CHECKED 0x01000000
#define CSUM_IP_VALID 0x02000000
#define CSUM_PSEUDO_HDR 0x04000000
#define CSUM_DATA_VALID 0x08000000
#define CSUM_TSO (CSUM_IP_TSO | CSUM_IP6_TSO)

struct mock_storage;

struct mbuf {
    struct mbuf *m_next;    /* next piece of this packet */
    struct mbuf *m_nextpkt; /* next packet in a queue */
    char *m_data;
    int32_t m_len;          /* bytes in this mbuf */
    uint32_t m_flags;
    struct {
        struct ifnet *rcvif;
        int32_t len;        /* bytes of all pieces */
        uint32_t csum_flags, csum_data;
        uint16_t tso_segsz, ether_vtag;
    } m_pkthdr;
    struct mock_storage *storage; /* the mock shares clusters */
    struct mbuf *live; /* the mock's list */
    int mapped;        /* loaded maps of the mock that refer to it */
};

#define mtod(m, type) ((type)(void *)(m)->m_data)
#define M_WRITABLE(m) mock_mbuf_is_writable(m)
bool mock_mbuf_is_writable(const struct mbuf *m);

struct mbuf *m_gethdr(int how, short type);
struct mbuf *m_getcl(int how, short type, int flags);
struct mbuf *m_free(struct mbuf *m);
void m_freem(struct mbuf *m);
int m_append(struct mbuf *m, int length, c_caddr_t bytes); /* 1: done */
struct mbuf *m_pullup(struct mbuf *m, int length);         /* frees the packet and gives NULL */
struct mbuf *m_collapse(struct mbuf *m, int how, int most); /* NULL: the packet is as it was */
struct mbuf *m_dup(const struct mbuf *m, int how);
void m_copydata(const struct mbuf *m, int offset, int length, caddr_t to);
void m_demote_pkthdr(struct mbuf *m);
void m_adj(struct mbuf *m, int bytes);

struct mbufq { /* as the mock needs it */
    struct mbuf *first, *last;
    int length, most;
};

void mbufq_init(struct mbufq *queue, int most);
int mbufq_enqueue(struct mbufq *queue, struct mbuf *m);
struct mbuf *mbufq_dequeue(struct mbufq *queue);
void mbufq_concat(struct mbufq *to, struct mbufq *from);

#endif
