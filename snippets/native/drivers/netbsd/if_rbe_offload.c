/* What the stack asks the device to do to a frame: from csum_flags to the core. NetBSD 10. */
#include "if_rbevar.h"

#include <netinet/in.h>
#include <netinet/in_systm.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>

#include "dp_checksum.h"

#define ASKED_TCP (M_CSUM_TCPv4 | M_CSUM_TCPv6 | M_CSUM_TSOv4)
#define ASKED_UDP (M_CSUM_UDPv4 | M_CSUM_UDPv6)

/* Makes the first bytes lie in one piece; false: no memory, and the frame is gone. */
static bool reach(struct mbuf **frame, int bytes)
{
    if ((*frame)->m_len < bytes)
        *frame = m_pullup(*frame, bytes);
    return *frame != NULL;
}

/* Where the IP header starts: a tag that vlan(4) put in itself counts. */
static bool ethernet(struct mbuf **frame, struct dp_offload *offload)
{
    const struct ether_header *header;

    if (!reach(frame, sizeof(*header)))
        return false;
    header = mtod(*frame, const struct ether_header *);
    offload->mac_length = ETHER_HDR_LEN;
    if (header->ether_type == htons(ETHERTYPE_VLAN))
        offload->mac_length += ETHER_VLAN_ENCAP_LEN;
    return true;
}

// tag::tso[]
/* The device fills lengths in, segment by segment: they must not be in the sums already. */
static void prepare_cut(struct mbuf *m, struct dp_offload *offload)
{
    struct ip *ip = (struct ip *)(mtod(m, uint8_t *) + offload->mac_length);
    struct tcphdr *tcp = (struct tcphdr *)((uint8_t *)ip + offload->ip_length);

    ip->ip_len = 0;
    ip->ip_sum = 0;
    tcp->th_sum = htons(dp_pseudo_header((const uint8_t *)&ip->ip_src, 8, IPPROTO_TCP, 0));
    offload->transport_length = tcp->th_off << 2;
    offload->segment_size = m->m_pkthdr.segsz;
}

/*
 * The headers in one piece and of our own: those of a TCP frame may be shared with what is
 * kept for retransmission, and m_makewritable(9) copies no more than it has to.
 */
static bool cut(struct mbuf **frame, struct dp_offload *offload)
{
    int bytes = offload->mac_length + offload->ip_length + sizeof(struct tcphdr);

    if (m_makewritable(frame, 0, bytes, M_DONTWAIT) != 0) {
        m_freem(*frame);
        *frame = NULL;
    }
    if (*frame == NULL || !reach(frame, bytes))
        return false;
    prepare_cut(*frame, offload);
    return true;
}
// end::tso[]

// tag::offload[]
/* csum_data brings the length of the IP header, options included: it need not be read. */
int rbe_offload(struct rbe_softc *sc, struct mbuf **frame, struct dp_offload *offload)
{
    uint32_t asked = (*frame)->m_pkthdr.csum_flags & (M_CSUM_IPv4 | ASKED_TCP | ASKED_UDP);

    memset(offload, 0, sizeof(*offload));
    offload->vlan = rbe_get_tag(&sc->ec, *frame);
    if (asked == 0)
        return 0;
    offload->tcp = (asked & ASKED_TCP) != 0;
    offload->ipv6 = (asked & (M_CSUM_TCPv6 | M_CSUM_UDPv6)) != 0;
    offload->transport_checksum = (asked & (ASKED_TCP | ASKED_UDP)) != 0;
    offload->ip_checksum = (asked & (M_CSUM_IPv4 | M_CSUM_TSOv4)) != 0;
    offload->ip_length = M_CSUM_DATA_IPv4_IPHL((*frame)->m_pkthdr.csum_data);
    if (!ethernet(frame, offload) || ((asked & M_CSUM_TSOv4) != 0 && !cut(frame, offload)))
        return ENOBUFS;
    return 0;
}
// end::offload[]
