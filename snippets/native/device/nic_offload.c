/*
 * What is done to a gathered frame before it leaves: checksums, cutting, padding, tag.
 * A device does not parse: it adds up the bytes that it was told to, with what stands in
 * the field, the driver's sum of the pseudo header (8254x SDM 3.5).
 */
#include <string.h>

#include "nic_state.h"
#include "rule.h"

enum { FCS = 4, SHORTEST = 60, TYPE_AT = 12, TAG_BYTES = 4, IPV6_HEADER = 40 };
enum { ALL_FLAGS = 0xfff, NOT_LAST_FLAGS = 0xff6 }; /* FIN and PSH only in the last */

static uint8_t out[NIC_LONGEST_FRAME + TAG_BYTES + SHORTEST];

static void leave(struct nic *nic, const uint8_t *bytes, size_t length, bool good)
{
    if (length == 0)
        return;
    nic_count_sent(nic, bytes, length);
    if (nic->faults.damaged_out > 0)
        nic->faults.damaged_out--;
    else if (good)
        nic->wire(nic->listener, bytes, length);
}

/* Without IFCS the last four bytes are the driver's own check sequence, right or wrong. */
static void send_with_own_fcs(struct nic *nic, const uint8_t *bytes, size_t length)
{
    size_t payload = length > FCS ? length - FCS : 0, i;
    uint32_t fcs = nic_crc(bytes, payload);
    bool good = length > FCS;

    for (i = 0; good && i < FCS; i++)
        good = bytes[payload + i] == (uint8_t)(fcs >> 8 * i);
    leave(nic, bytes, payload, good);
}

static size_t insert_tag(struct nic *nic, uint8_t *bytes, size_t length)
{
    if (nic->order.tag == NIC_NO_TAG || !nic_has(nic, RBE_CTRL, RBE_CTRL_VME) ||
        length <= TYPE_AT)
        return length;
    memmove(bytes + TYPE_AT + TAG_BYTES, bytes + TYPE_AT, length - TYPE_AT);
    nic_put_u16(bytes + TYPE_AT, *nic_register(nic, RBE_VET) & 0xffff);
    nic_put_u16(bytes + TYPE_AT + 2, (uint32_t)nic->order.tag);
    return length + TAG_BYTES;
}

static void put_sum(uint8_t *frame, size_t from, size_t to, size_t store, const char *what)
{
    rule_require(from <= to && store + 2 <= to, "8254x/checksum-outside", "8254x SDM 3.5",
                 "the %s checksum of bytes %zu to %zu shall go to %zu", what, from, to, store);
    nic_put_u16(frame + store, ~nic_sum(0, frame + from, to - from) & 0xffff);
}

static size_t end_of(uint32_t last, size_t length)
{
    return last == 0 || last + 1 > length ? length : last + 1;
}

static void insert_sums(const struct nic_order *order, const struct nic_context *context,
                        uint8_t *frame, size_t length)
{
    uint8_t *field = frame + context->transport_store;

    if (order->legacy_checksum && order->cso + 1 < length)
        put_sum(frame, order->css, length, order->cso, "legacy");
    if (order->ip_checksum)
        put_sum(frame, context->ip_start, end_of(context->ip_end, length), context->ip_store,
                "IP");
    if (!order->transport_checksum)
        return;
    put_sum(frame, context->transport_start, end_of(context->transport_end, length),
            context->transport_store, "transport");
    if (!context->tcp && nic_u16(field) == 0)
        nic_put_u16(field, 0xffff); /* 0 would say that there is none (RFC 768) */
}

static const struct nic_context *context_of(struct nic *nic)
{
    const struct nic_order *order = &nic->order;
    const struct nic_context *context = &nic->contexts[order->segment ? 1 : 0];

    rule_require(context->known ||
                     !(order->segment || order->ip_checksum || order->transport_checksum),
                 "8254x/no-context", "8254x SDM 3.3.5",
                 "a data descriptor asks for an offload, but no context was told");
    return context;
}

/* Finishes the frame in out. */
static void finish(struct nic *nic, const struct nic_context *context, size_t length)
{
    insert_sums(&nic->order, context, out, length);
    if (!nic->order.fcs) {
        send_with_own_fcs(nic, out, length);
        return;
    }
    if (nic_has(nic, RBE_TCTL, RBE_TCTL_PSP) && length < SHORTEST) {
        memset(out + length, 0, SHORTEST - length);
        length = SHORTEST;
    }
    length = insert_tag(nic, out, length);
    leave(nic, out, length, true);
}

static void update_ip(const struct nic_context *context, uint32_t number, size_t length)
{
    uint8_t *ip = out + context->ip_start;
    uint32_t bytes = (uint32_t)(length - context->ip_start);

    if (context->ipv4) {
        nic_put_u16(ip + 2, bytes);
        nic_put_u16(ip + 4, nic_u16(ip + 4) + number);
    } else {
        nic_put_u16(ip + 4, bytes - IPV6_HEADER);
    }
}

static void update_sequence(uint8_t *tcp, uint32_t done)
{
    uint32_t sequence = (nic_u16(tcp + 4) << 16 | nic_u16(tcp + 6)) + done;

    nic_put_u16(tcp + 4, sequence >> 16);
    nic_put_u16(tcp + 6, sequence);
}

static void update_transport(const struct nic_context *context, uint32_t done, size_t length,
                             bool last)
{
    uint8_t *transport = out + context->transport_start, *sum = out + context->transport_store;
    uint32_t bytes = (uint32_t)(length - context->transport_start);
    uint32_t keep = last ? ALL_FLAGS : NOT_LAST_FLAGS;

    if (context->tcp) {
        update_sequence(transport, done);
        nic_put_u16(transport + 12, nic_u16(transport + 12) & (keep | 0xf000));
    } else {
        nic_put_u16(transport + 4, bytes);
    }
    bytes += nic_u16(sum); /* the driver's pseudo header, made with a length of 0 */
    nic_put_u16(sum, (bytes & 0xffff) + (bytes >> 16));
}

/* The headers of the large frame are the model of each segment's (8254x SDM 3.5.8). */
static void cut(struct nic *nic, const struct nic_context *context)
{
    size_t header = context->header, payload = nic->length - header, done = 0, part;
    uint32_t number = 0;

    do {
        part = payload - done < context->mss ? payload - done : context->mss;
        memcpy(out, nic->frame, header);
        memcpy(out + header, nic->frame + header + done, part);
        update_ip(context, number++, header + part);
        update_transport(context, (uint32_t)done, header + part, done + part == payload);
        finish(nic, context, header + part);
        done += part;
    } while (done < payload);
}

static void check_cut(const struct nic *nic, const struct nic_context *context)
{
    rule_require(nic->length >= context->header &&
                     context->payload == nic->length - context->header,
                 "8254x/payload-length", "8254x SDM 3.3.6",
                 "PAYLEN is %u, the frame has %zu bytes behind %u of headers", context->payload,
                 nic->length - context->header, context->header);
    rule_require(context->mss > 0 && context->header + context->mss <= NIC_LONGEST_FRAME &&
                     context->transport_store + 2 <= context->header,
                 "8254x/segment-size", "8254x SDM 3.3.6", "segments of %u bytes behind %u",
                 context->mss, context->header);
}

void nic_send(struct nic *nic)
{
    const struct nic_context *context = context_of(nic);

    if (nic->order.segment && nic->length > 0) {
        check_cut(nic, context);
        nic_count(nic, RBE_TSCTC);
        cut(nic, context);
        return;
    }
    memcpy(out, nic->frame, nic->length);
    finish(nic, context, nic->length);
}
