/*
 * What becomes of a received frame: one function for the XDP program in the kernel and for a
 * test in user space. It reads Ethernet (up to two VLAN tags), IPv4 and UDP or TCP, and asks a
 * table of rules.
 *
 * A frame whose own lengths do not fit into it is ABORTED, which the kernel also shows at its
 * tracepoint xdp:xdp_exception; a frame that is not IPv4 is PASSed. So a well-formed IPv4
 * frame that is cut anywhere is ABORTED, and no rule can be asked about bytes that are missing.
 *
 * Each access is preceded by a comparison with the end, written as "at + bytes > end": this is
 * the form in which the kernel's verifier learns how far a pointer may go.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include <stddef.h>

#include "tables.h"

/* Compiled into its caller: a program for the kernel is one section of code. */
#define VERDICT_INLINE static inline __attribute__((always_inline))

enum {
    ETHERTYPE_AT = 12,
    TYPE_IPV4 = 0x0800,
    TYPE_VLAN = 0x8100,    /* IEEE 802.1Q, the customer's tag */
    TYPE_SERVICE = 0x88a8, /* IEEE 802.1ad, the provider's, outside */
    MOST_TAGS = 2,
    IPV4_HEADER = 20, /* without options, RFC 791 3.1 */
    TCP_HEADER = 20,  /* without options, RFC 9293 3.1 */
    UDP_HEADER = 8,   /* RFC 768 */
};

/* From whoever includes this: the rule's verdict, or NULL if there is no such rule. */
VERDICT_INLINE const uint32_t *rule_find(const struct rule_key *key);

struct headers {
    uint8_t *ethernet, *end;
    uint8_t *ip;
    uint8_t *ports; /* NULL: neither TCP nor UDP, or a fragment */
};

enum parsed { MALFORMED, NOT_IPV4, IPV4 };

/* Big endian, as everything in these headers. */
VERDICT_INLINE uint16_t read16(const uint8_t *at)
{
    return (uint16_t)(at[0] << 8 | at[1]);
}

// tag::parse[]
VERDICT_INLINE enum parsed parse_ethernet(struct headers *frame)
{
    uint8_t *at = frame->ethernet + ETHERTYPE_AT;
    uint16_t type;
    int tags;

    if (at + 2 > frame->end)
        return MALFORMED;
    type = read16(at);
    for (tags = 0; tags < MOST_TAGS && (type == TYPE_VLAN || type == TYPE_SERVICE); tags++) {
        at += 4;
        if (at + 2 > frame->end)
            return MALFORMED;
        type = read16(at);
    }
    frame->ip = at + 2;
    return type == TYPE_IPV4 ? IPV4 : NOT_IPV4;
}

/* Length of the segment behind the IP header that a header there says, or 0. */
VERDICT_INLINE uint32_t least_segment(const uint8_t *transport, uint8_t protocol)
{
    if (protocol == PROTOCOL_UDP) {
        uint32_t datagram = read16(transport + 4);

        return datagram < UDP_HEADER ? 0 : datagram;
    }
    return transport[12] >> 4 < TCP_HEADER / 4 ? 0 : (transport[12] >> 4) * 4u;
}

VERDICT_INLINE enum parsed parse_transport(struct headers *frame, uint32_t header,
                                           uint32_t segment)
{
    uint8_t *transport = frame->ip + header;
    uint8_t protocol = frame->ip[9];
    uint32_t needed = protocol == PROTOCOL_TCP ? TCP_HEADER : UDP_HEADER;

    if (segment < needed || transport + needed > frame->end)
        return MALFORMED;
    needed = least_segment(transport, protocol);
    if (needed == 0 || needed > segment)
        return MALFORMED;
    frame->ports = transport;
    return IPV4;
}

VERDICT_INLINE enum parsed parse_ipv4(struct headers *frame)
{
    uint8_t *ip = frame->ip;
    uint32_t header, length;

    if (ip + IPV4_HEADER > frame->end)
        return MALFORMED;
    header = (ip[0] & 0xfu) * 4;
    length = read16(ip + 2);
    if (ip[0] >> 4 != 4 || header < IPV4_HEADER || length < header || ip + length > frame->end)
        return MALFORMED;
    if (read16(ip + 6) & 0x3fff) /* a fragment: others of its packet have no ports */
        return IPV4;
    if (ip[9] != PROTOCOL_TCP && ip[9] != PROTOCOL_UDP)
        return IPV4;
    return parse_transport(frame, header, length - header);
}
// end::parse[]

VERDICT_INLINE void swap(uint8_t *one, uint8_t *other, int bytes)
{
    int i;

    for (i = 0; i < bytes; i++) {
        uint8_t kept = one[i];

        one[i] = other[i];
        other[i] = kept;
    }
}

/* Sends it back where it came from. Sums do not depend on the order of what they add. */
VERDICT_INLINE void turn_round(struct headers *frame)
{
    swap(frame->ethernet, frame->ethernet + 6, 6);
    swap(frame->ip + 12, frame->ip + 16, 4);
    if (frame->ports)
        swap(frame->ports, frame->ports + 2, 2);
}

// tag::judge[]
VERDICT_INLINE uint32_t rule_for(const struct headers *frame)
{
    struct rule_key key = {.protocol = frame->ip[9]};
    const uint32_t *verdict = NULL;

    if (frame->ports) {
        key.port = read16(frame->ports + 2);
        verdict = rule_find(&key);
    }
    if (!verdict) {
        key.port = 0;
        verdict = rule_find(&key);
    }
    return !verdict ? VERDICT_PASS : *verdict < VERDICTS ? *verdict : VERDICT_ABORTED;
}

/* The frame at data, up to end; one that is sent back has its addresses exchanged. */
VERDICT_INLINE uint32_t judge(uint8_t *data, uint8_t *end)
{
    struct headers frame = {.ethernet = data, .end = end};
    enum parsed parsed = parse_ethernet(&frame);
    uint32_t verdict;

    if (parsed == IPV4)
        parsed = parse_ipv4(&frame);
    if (parsed != IPV4)
        return parsed == MALFORMED ? VERDICT_ABORTED : VERDICT_PASS;
    verdict = rule_for(&frame);
    if (verdict == VERDICT_TX)
        turn_round(&frame);
    return verdict;
}
// end::judge[]

#endif
