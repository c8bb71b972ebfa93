/* What a receiver finds in a frame: one tag, IPv4 or IPv6, TCP or UDP; and its checksums. */
#include "nic_state.h"

enum { TYPE_AT = 12, IPV4 = 0x0800, IPV6 = 0x86dd, TCP = 6, UDP = 17 };
enum { HOP_BY_HOP = 0, ROUTING = 43, FRAGMENT = 44, DESTINATION = 60 };

static void transport(struct nic_headers *found, size_t at, size_t length, uint8_t protocol)
{
    bool whole = (protocol == TCP && length >= 20) || (protocol == UDP && length >= 8);

    found->transport = (int)at;
    found->transport_length = (uint32_t)length;
    found->protocol = whole ? protocol : 0;
}

static void ipv4(const uint8_t *frame, size_t length, size_t at, struct nic_headers *found)
{
    const uint8_t *ip = frame + at;
    size_t header = (ip[0] & 15) * 4u, total = nic_u16(ip + 2);
    bool fragment = (nic_u16(ip + 6) & 0x3fff) != 0;

    if (ip[0] >> 4 != 4 || header < 20 || header > total || at + total > length)
        return;
    found->ip = (int)at;
    transport(found, at + header, total - header, fragment ? 0 : ip[9]);
}

static bool is_extension(uint8_t next)
{
    return next == HOP_BY_HOP || next == ROUTING || next == FRAGMENT || next == DESTINATION;
}

static void ipv6(const uint8_t *frame, size_t length, size_t at, struct nic_headers *found)
{
    size_t here = at + 40, end = here + nic_u16(frame + at + 4);
    uint8_t next = frame[at + 6];
    bool fragment = false;

    if (frame[at] >> 4 != 6 || end > length)
        return;
    found->ip = (int)at;
    found->ipv6 = true;
    while (is_extension(next) && here + 8 <= end) {
        size_t bytes = next == FRAGMENT ? 8 : 8 + 8u * frame[here + 1];
        fragment |= next == FRAGMENT;
        next = frame[here];
        here += bytes;
    }
    transport(found, here, here > end ? 0 : end - here, fragment ? 0 : next);
}

void nic_find_headers(const uint8_t *frame, size_t length, uint32_t tag_type,
                      struct nic_headers *found)
{
    size_t at = TYPE_AT;

    *found = (struct nic_headers){.tag = NIC_NO_TAG, .ip = -1, .transport = -1};
    if (at + 6 <= length && nic_u16(frame + at) == tag_type) {
        found->tag = (int32_t)nic_u16(frame + at + 2);
        at += 4;
    }
    if (at + 22 <= length && nic_u16(frame + at) == IPV4)
        ipv4(frame, length, at + 2, found);
    else if (at + 42 <= length && nic_u16(frame + at) == IPV6)
        ipv6(frame, length, at + 2, found);
}

bool nic_ip_is_good(const uint8_t *frame, const struct nic_headers *found)
{
    const uint8_t *ip = frame + found->ip;

    return nic_sum(0, ip, (ip[0] & 15) * 4u) == 0xffff;
}

static uint32_t pseudo_header(const uint8_t *ip, bool is_v6, uint8_t protocol, uint32_t length)
{
    uint32_t sum = is_v6 ? nic_sum(0, ip + 8, 32) : nic_sum(0, ip + 12, 8);

    sum += protocol + (length >> 16) + (length & 0xffff);
    return (sum & 0xffff) + (sum >> 16);
}

bool nic_check_transport(const uint8_t *frame, const struct nic_headers *found, bool *good)
{
    const uint8_t *at = frame + found->transport;
    uint32_t length = found->transport_length;

    if (found->ip < 0 || found->protocol == 0)
        return false;
    if (found->protocol == UDP) {
        if (!found->ipv6 && nic_u16(at + 6) == 0)
            return false; /* over IPv4 it may carry none (RFC 768) */
        length = nic_u16(at + 4);
        *good = length >= 8 && length <= found->transport_length && nic_u16(at + 6) != 0;
        if (!*good)
            return true;
    }
    *good = nic_sum(pseudo_header(frame + found->ip, found->ipv6, found->protocol, length), at,
                    length) == 0xffff;
    return true;
}
