/*
 * Checksums for the device to make. The stack leaves the fields 0 (lwIP, CHECKSUM_GEN_…);
 * the sum of the pseudo header, which this device wants there, is the driver's to write.
 */
#include "dp_checksum.h"
#include "rbe_port.h"

enum { ETHERNET = 14, TAG = 4, IPV4 = 20, IPV6 = 40, TCP = 6, UDP = 17 };

static uint32_t word_at(const uint8_t *at)
{
    return (uint32_t)at[0] << 8 | at[1];
}

static bool network(const struct netbuf *frame, struct dp_offload *offload)
{
    const uint8_t *ip = frame->data + offload->mac_length;
    uint32_t left = (uint32_t)frame->length - offload->mac_length;

    offload->ipv6 = word_at(ip - 2) == 0x86dd;
    if (offload->ipv6) {
        offload->ip_length = IPV6;
        return left >= IPV6;
    }
    offload->ip_length = (uint16_t)((ip[0] & 15) << 2);
    return word_at(ip - 2) == 0x0800 && offload->ip_length >= IPV4 &&
           left >= offload->ip_length;
}

static bool transport(const struct netbuf *frame, struct dp_offload *offload)
{
    const uint8_t *ip = frame->data + offload->mac_length;
    uint8_t protocol = ip[offload->ipv6 ? 6 : 9];
    uint32_t at = (uint32_t)offload->mac_length + offload->ip_length;

    offload->tcp = protocol == TCP;
    offload->transport_length = offload->tcp ? 20 : 8;
    return (offload->tcp || protocol == UDP) && at + offload->transport_length <= frame->length;
}

// tag::seed[]
static void seed(const struct netbuf *frame, const struct dp_offload *offload)
{
    uint8_t *ip = frame->data + offload->mac_length;
    uint8_t *field = ip + offload->ip_length + (offload->tcp ? 16 : 6);
    uint32_t length = offload->ipv6 ? word_at(ip + 4) : word_at(ip + 2) - offload->ip_length;
    uint16_t sum = dp_pseudo_header(ip + (offload->ipv6 ? 8 : 12), offload->ipv6 ? 32 : 8,
                                    offload->tcp ? TCP : UDP, length);

    field[0] = (uint8_t)(sum >> 8);
    field[1] = (uint8_t)sum;
}
// end::seed[]

bool rbe_offload(struct netbuf *frame, struct dp_offload *offload)
{
    offload->mac_length = ETHERNET;
    if (frame->length < ETHERNET + TAG + IPV4)
        return false;
    if (word_at(frame->data + ETHERNET - 2) == 0x8100)
        offload->mac_length += TAG;
    if (!network(frame, offload) || !transport(frame, offload))
        return false;
    seed(frame, offload);
    offload->ip_checksum = !offload->ipv6;
    offload->transport_checksum = true;
    return true;
}
