/*
 * What the stack asks the device to do to a frame: from mac_hcksum_get(9F), mac_lso_get(9F) to
 * the core. Offsets of MAC count from the IP header, and headers may lie in several messages.
 */
#include "rbe.h"

enum { IPV4_TYPE = 0x0800, IPV6_TYPE = 0x86dd, VLAN_TYPE = 0x8100, TCP_SUM_AT = 16,
       LEAST_TCP = 20, UDP_HEADER = 8, TCP_OFFSET_AT = 12 };

void rbe_copy_out(const mblk_t *mp, size_t bytes, uint8_t *to)
{
    size_t part;

    for (; bytes > 0 && mp != NULL; mp = mp->b_cont) {
        part = MIN((size_t)MBLKL(mp), bytes);
        bcopy(mp->b_rptr, to, part);
        to += part;
        bytes -= part;
    }
}

static uint_t type_at(const uint8_t *headers, size_t at)
{
    return (headers[at] << 8 | headers[at + 1]);
}

/* The tag is in the frame: MAC has put it there. */
static boolean_t ethernet(const uint8_t *headers, struct dp_offload *offload)
{
    uint_t type = type_at(headers, 12);

    offload->mac_length = sizeof (struct ether_header);
    if (type == VLAN_TYPE) {
        offload->mac_length = sizeof (struct ether_vlan_header);
        type = type_at(headers, 16);
    }
    offload->ipv6 = type == IPV6_TYPE;
    return (type == IPV4_TYPE || type == IPV6_TYPE);
}

static boolean_t transport(const uint8_t *headers, size_t length, struct dp_offload *offload)
{
    size_t at = (size_t)offload->mac_length + offload->ip_length;

    offload->transport_length = UDP_HEADER;
    if (at + UDP_HEADER > length)
        return (B_FALSE);
    if (!offload->tcp)
        return (B_TRUE);
    if (at + LEAST_TCP > length)
        return (B_FALSE);
    offload->transport_length = headers[at + TCP_OFFSET_AT] >> 4 << 2;
    return (at + offload->transport_length <= length);
}

// tag::checksum[]
/* start is the end of the IP header, with what IPv6 puts behind it; stuff tells TCP from UDP. */
static boolean_t checksums(mblk_t *mp, const uint8_t *headers, size_t length,
                           struct dp_offload *offload)
{
    uint32_t start, stuff, end, value, flags;

    mac_hcksum_get(mp, &start, &stuff, &end, &value, &flags);
    offload->ip_checksum = (flags & HCK_IPV4_HDRCKSUM) != 0;
    if ((flags & HCK_PARTIALCKSUM) == 0) {
        offload->ip_length = (headers[offload->mac_length] & 15) << 2;
        return (B_TRUE);
    }
    offload->transport_checksum = B_TRUE;
    offload->ip_length = start;
    offload->tcp = stuff - start == TCP_SUM_AT;
    return (transport(headers, length, offload));
}
// end::checksum[]

static boolean_t cut(struct dp_offload *offload, uint32_t mss)
{
    offload->segment_size = mss;
    return (mss > 0 && offload->tcp && !offload->ipv6 && offload->ip_checksum);
}

boolean_t rbe_offload(mblk_t *mp, struct dp_offload *offload)
{
    size_t length = MIN(msgsize(mp), RBE_HEADERS);
    uint32_t unused[4], flags, mss, lso;
    uint8_t headers[RBE_HEADERS] = {0};

    bzero(offload, sizeof (*offload));
    offload->vlan = DP_NO_VLAN;
    mac_hcksum_get(mp, &unused[0], &unused[1], &unused[2], &unused[3], &flags);
    mac_lso_get(mp, &mss, &lso);
    if ((flags & (HCK_IPV4_HDRCKSUM | HCK_PARTIALCKSUM)) == 0 && (lso & HW_LSO) == 0)
        return (B_TRUE);
    rbe_copy_out(mp, length, headers);
    if (!ethernet(headers, offload) || !checksums(mp, headers, length, offload))
        return (B_FALSE);
    return ((lso & HW_LSO) == 0 || cut(offload, mss));
}
