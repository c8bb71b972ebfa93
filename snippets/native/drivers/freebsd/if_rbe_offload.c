/* What the stack asks the device to do to a frame: from csum_flags to the core. FreeBSD 15. */
#include "if_rbevar.h"

#include <net/if_vlan_var.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/ip6.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>

#include "dp_checksum.h"

#define ASKED_TCP (CSUM_IP_TCP | CSUM_IP6_TCP | CSUM_IP_TSO)
#define ASKED_UDP (CSUM_IP_UDP | CSUM_IP6_UDP)

/* Makes the first bytes lie in one piece; NULL: no memory, and the frame is gone. */
static bool reach(struct mbuf **frame, int bytes)
{
    if ((*frame)->m_len < bytes)
        *frame = m_pullup(*frame, bytes);
    return (*frame != NULL);
}

static bool ethernet(struct mbuf **frame, struct dp_offload *offload)
{
    const struct ether_vlan_header *header;

    if (!reach(frame, sizeof(*header)))
        return (false);
    header = mtod(*frame, const struct ether_vlan_header *);
    offload->mac_length = ETHER_HDR_LEN;
    if (header->evl_encap_proto == htons(ETHERTYPE_VLAN)) {
        offload->mac_length += ETHER_VLAN_ENCAP_LEN;
        offload->ipv6 = header->evl_proto == htons(ETHERTYPE_IPV6);
    } else
        offload->ipv6 = header->evl_encap_proto == htons(ETHERTYPE_IPV6);
    return (true);
}

static bool network(struct mbuf **frame, struct dp_offload *offload)
{
    const struct ip *ip;

    if (offload->ipv6) {
        offload->ip_length = sizeof(struct ip6_hdr);
        return (reach(frame, offload->mac_length + offload->ip_length));
    }
    if (!reach(frame, offload->mac_length + sizeof(*ip)))
        return (false);
    ip = (const struct ip *)(mtod(*frame, uint8_t *) + offload->mac_length);
    offload->ip_length = ip->ip_hl << 2;
    return (reach(frame, offload->mac_length + offload->ip_length));
}

static bool transport(struct mbuf **frame, struct dp_offload *offload)
{
    int at = offload->mac_length + offload->ip_length;
    const struct tcphdr *tcp;

    if (!offload->tcp) {
        offload->transport_length = sizeof(struct udphdr);
        return (reach(frame, at + sizeof(struct udphdr)));
    }
    if (!reach(frame, at + sizeof(*tcp)))
        return (false);
    tcp = (const struct tcphdr *)(mtod(*frame, uint8_t *) + at);
    offload->transport_length = tcp->th_off << 2;
    return (reach(frame, at + offload->transport_length));
}

// tag::tso[]
/* The device fills lengths in, segment by segment: they must not be in the sums already. */
static void prepare_cut(struct mbuf *m, const struct dp_offload *offload)
{
    struct ip *ip = (struct ip *)(mtod(m, uint8_t *) + offload->mac_length);
    struct tcphdr *tcp = (struct tcphdr *)((uint8_t *)ip + offload->ip_length);

    ip->ip_len = 0;
    ip->ip_sum = 0;
    tcp->th_sum = htons(dp_pseudo_header((const uint8_t *)&ip->ip_src, 8, IPPROTO_TCP, 0));
}
// end::tso[]

/* Headers that are about to be changed must not be shared with a retransmit queue. */
static bool own(struct mbuf **frame)
{
    struct mbuf *copy;

    if (M_WRITABLE(*frame))
        return (true);
    copy = m_dup(*frame, M_NOWAIT);
    m_freem(*frame);
    *frame = copy;
    return (copy != NULL);
}

static void none(const struct mbuf *m, struct dp_offload *offload)
{
    memset(offload, 0, sizeof(*offload));
    offload->vlan = m->m_flags & M_VLANTAG ? m->m_pkthdr.ether_vtag : DP_NO_VLAN;
}

int rbe_offload(struct mbuf **frame, struct dp_offload *offload)
{
    uint32_t asked = (*frame)->m_pkthdr.csum_flags & (CSUM_IP | ASKED_TCP | ASKED_UDP);

    none(*frame, offload);
    if (asked == 0)
        return (0);
    offload->tcp = (asked & ASKED_TCP) != 0;
    offload->transport_checksum = (asked & (ASKED_TCP | ASKED_UDP)) != 0;
    offload->ip_checksum = (asked & (CSUM_IP | CSUM_IP_TSO)) != 0;
    if (asked & CSUM_IP_TSO)
        offload->segment_size = (*frame)->m_pkthdr.tso_segsz;
    if (((asked & CSUM_IP_TSO) && !own(frame)) || !ethernet(frame, offload) ||
        !network(frame, offload) || (offload->transport_checksum && !transport(frame, offload)))
        return (ENOBUFS);
    if (asked & CSUM_IP_TSO)
        prepare_cut(*frame, offload);
    return (0);
}
