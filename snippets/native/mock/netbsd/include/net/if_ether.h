/* net/if_ether.h: ethersubr(9). */
#ifndef MOCK_NET_IF_ETHER_H
#define MOCK_NET_IF_ETHER_H

#include <net/if.h>

#define ETHER_ADDR_LEN 6
#define ETHER_HDR_LEN 14
#define ETHER_VLAN_ENCAP_LEN 4
#define ETHERMTU 1500
#define ETHERMTU_JUMBO 9000
#define ETHERMIN 46
#define ETHERTYPE_VLAN 0x8100                /* net/ethertypes.h */

struct ether_header {
    uint8_t ether_dhost[ETHER_ADDR_LEN];
    uint8_t ether_shost[ETHER_ADDR_LEN];
    uint16_t ether_type;
} __attribute__((packed));

#define ETHERCAP_VLAN_MTU 0x00000001
#define ETHERCAP_VLAN_HWTAGGING 0x00000002
#define ETHERCAP_JUMBO_MTU 0x00000004

struct ethercom;
typedef int (*ether_cb_t)(struct ethercom *);

/* One address, or a range of them. */
struct ether_multi {
    uint8_t enm_addrlo[ETHER_ADDR_LEN];
    uint8_t enm_addrhi[ETHER_ADDR_LEN];
    struct ether_multi *next; /* mock */
};

struct ether_multistep {
    struct ether_multi *e_enm;
};

/* First of a softc, or at least of it: the stack casts the interface to it. */
struct ethercom {
    struct ifnet ec_if;
    int ec_capabilities; /* ETHERCAP_* */
    int ec_capenable;
    ether_cb_t ec_ifflags_cb;
    struct ether_multi *groups; /* mock */
#if __NetBSD_Version__ >= 1000000000
    kmutex_t *ec_lock;
#else
    int ec_nvlans;
#endif
};

#define ETHER_FIRST_MULTI(step, ec, enm) \
    ((step).e_enm = (ec)->groups, mock_check_groups(ec), ETHER_NEXT_MULTI(step, enm))
#define ETHER_NEXT_MULTI(step, enm) \
    ((enm) = (step).e_enm, (step).e_enm = (enm) ? (enm)->next : NULL)
void mock_check_groups(const struct ethercom *ec);

#if __NetBSD_Version__ >= 1000000000
#define ETHER_LOCK(ec) mutex_enter((ec)->ec_lock)
#define ETHER_UNLOCK(ec) mutex_exit((ec)->ec_lock)

static inline bool vlan_has_tag(struct mbuf *m)
{
    return (m->m_flags & M_VLANTAG) != 0;
}

static inline uint16_t vlan_get_tag(struct mbuf *m)
{
    return m->m_pkthdr.ether_vtag;
}

static inline void vlan_set_tag(struct mbuf *m, uint16_t tag)
{
    m->m_pkthdr.ether_vtag = tag;
    m->m_flags |= M_VLANTAG;
}
#else
#define VLAN_ATTACHED(ec) ((ec)->ec_nvlans > 0)
#define VLAN_OUTPUT_TAG(ec, m) \
    (VLAN_ATTACHED(ec) ? m_tag_find((m), PACKET_TAG_VLAN, NULL) : NULL)
#define VLAN_TAG_VALUE(tag) ((*(u_int *)(tag + 1)) & 4095)
#define VLAN_INPUT_TAG(ifp, m, tag, otherwise) \
    if (mock_vlan_input_tag(ifp, m, tag) != 0) { \
        otherwise; \
    }
int mock_vlan_input_tag(struct ifnet *ifp, struct mbuf *m, u_int tag);
#endif

void ether_ifattach(struct ifnet *ifp, const uint8_t *address);
void ether_ifdetach(struct ifnet *ifp);
void ether_set_ifflags_cb(struct ethercom *ec, ether_cb_t changed);
int ether_ioctl(struct ifnet *ifp, u_long command, void *data);

#endif
