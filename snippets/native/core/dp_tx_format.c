#include "dp_tx_format.h"

/* Types and options of context and data descriptors (8254x SDM 3.3.6, 3.3.7). */
enum { DATA_TYPE = 1, IXSM = 0x01, TXSM = 0x02 };
enum { CONTEXT_TCP = 0x01, CONTEXT_IP = 0x02, CONTEXT_TSE = 0x04 };
enum { LARGEST_OFFSET = 255, LARGEST_PAYLOAD = 0xfffff };

static bool wants_context(const struct dp_offload *offload)
{
    return offload->ip_checksum || offload->transport_checksum || offload->segment_size > 0;
}

static uint32_t transport_at(const struct dp_offload *offload)
{
    return (uint32_t)offload->mac_length + offload->ip_length;
}

static uint32_t headers(const struct dp_offload *offload)
{
    return transport_at(offload) + offload->transport_length;
}

/* Byte 16 of a TCP header, byte 6 of a UDP header. */
static uint32_t checksum_at(const struct dp_offload *offload)
{
    return transport_at(offload) + (offload->tcp ? 16 : 6);
}

/* All that a context for checksums depends on; never 0. */
static uint32_t key(const struct dp_offload *offload)
{
    return 1u << 31 | (uint32_t)offload->mac_length << 16 | (uint32_t)offload->ip_length << 2 |
           (offload->tcp ? 2u : 0) | (offload->ipv6 ? 1u : 0);
}

uint32_t dp_frame_length(const struct dp_frame *frame)
{
    uint32_t i, bytes = 0;

    for (i = 0; i < frame->count; i++)
        bytes += frame->segments[i].length;
    return bytes;
}

static bool can_cut(const struct dp_offload *offload, uint32_t length)
{
    return offload->tcp && length > headers(offload) &&
           length - headers(offload) <= LARGEST_PAYLOAD;
}

/* Offsets have 8 bits; so has the length of the headers, where the format has one. */
static bool fits_fields(const struct dp_tx *tx, const struct dp_offload *offload)
{
    return checksum_at(offload) <= LARGEST_OFFSET &&
           (tx->format == DP_LEGACY ||
            (headers(offload) > 0 && headers(offload) <= LARGEST_OFFSET));
}

bool dp_can_send(const struct dp_tx *tx, const struct dp_frame *frame)
{
    const struct dp_offload *offload = &frame->offload;
    uint32_t i, length = dp_frame_length(frame);

    for (i = 0; i < frame->count; i++)
        if (frame->segments[i].length < 1 || frame->segments[i].length > DP_LONGEST_FRAME)
            return false;
    if (length < DP_SHORTEST_FRAME)
        return false;
    if (tx->format == DP_LEGACY && (offload->ip_checksum || offload->segment_size > 0))
        return false;
    if (offload->segment_size > 0 ? !can_cut(offload, length) : length > DP_LONGEST_FRAME)
        return false;
    return !wants_context(offload) || fits_fields(tx, offload);
}

bool dp_needs_context(const struct dp_tx *tx, const struct dp_frame *frame)
{
    const struct dp_offload *offload = &frame->offload;

    return tx->format == DP_EXTENDED && wants_context(offload) &&
           (offload->segment_size > 0 || key(offload) != tx->context);
}

void dp_write_context(struct dp_tx *tx, uint32_t index, const struct dp_frame *frame)
{
    const struct dp_offload *offload = &frame->offload;
    volatile struct dp_slot *slot = &tx->ring.slots[index];
    uint64_t mac = offload->mac_length, transport = transport_at(offload);
    uint64_t ip = offload->ipv6 ? mac : mac | (mac + 10) << 8 | (transport - 1) << 16;
    uint64_t command = DP_CMD_DEXT | (offload->ipv6 ? 0 : CONTEXT_IP) |
                       (offload->tcp ? CONTEXT_TCP : 0);
    uint64_t cut = 0;

    if (offload->segment_size > 0) {
        command |= CONTEXT_TSE;
        cut = (uint64_t)(dp_frame_length(frame) - headers(offload)) |
              (uint64_t)headers(offload) << 40 | (uint64_t)offload->segment_size << 48;
    }
    slot->address = dp_le64(ip | transport << 32 | (uint64_t)checksum_at(offload) << 40);
    slot->rest = dp_le64(cut | command << 24);
    tx->context = offload->segment_size > 0 ? 0 : key(offload);
    tx->contexts++;
}

/* IC, IFCS and VLE count in the last descriptor of a frame, so they stand there. */
static uint64_t legacy_word(const struct dp_offload *offload, uint32_t length, bool last)
{
    uint64_t command = DP_CMD_EOP | DP_CMD_IFCS | DP_CMD_RS, options = 0;

    if (!last)
        return length;
    if (offload->transport_checksum) {
        command |= DP_CMD_IC;
        options = (uint64_t)checksum_at(offload) << 16 | (uint64_t)transport_at(offload) << 40;
    }
    if (offload->vlan != DP_NO_VLAN) {
        command |= DP_CMD_VLE;
        options |= (uint64_t)(offload->vlan & 0xffff) << 48;
    }
    return length | command << 24 | options;
}

/* IFCS and VLE count in the first descriptor of a frame that is cut: they stand in all. */
static uint64_t data_word(const struct dp_offload *offload, uint32_t length, bool last)
{
    uint64_t command = DP_CMD_IFCS | DP_CMD_DEXT | (last ? DP_CMD_EOP | DP_CMD_RS : 0);
    uint64_t options = 0, tag = 0;

    if (offload->segment_size > 0)
        command |= DP_CMD_IC; /* TSE has the same place */
    if (offload->ip_checksum || (offload->segment_size > 0 && !offload->ipv6))
        options |= IXSM;
    if (offload->transport_checksum || offload->segment_size > 0)
        options |= TXSM;
    if (offload->vlan != DP_NO_VLAN) {
        command |= DP_CMD_VLE;
        tag = (uint64_t)(offload->vlan & 0xffff) << 48;
    }
    return length | (uint64_t)DATA_TYPE << 20 | command << 24 | options << 40 | tag;
}

void dp_write_data(struct dp_tx *tx, uint32_t index, const struct dp_frame *frame,
                   uint32_t segment)
{
    const struct dp_segment *piece = &frame->segments[segment];
    const struct dp_offload *offload = &frame->offload;
    bool last = segment + 1 == frame->count;
    bool extended = tx->format == DP_EXTENDED && wants_context(offload);
    uint64_t word = extended ? data_word(offload, piece->length, last)
                             : legacy_word(offload, piece->length, last);

    tx->ring.slots[index].address = dp_le64(piece->address);
    tx->ring.slots[index].rest = dp_le64(word);
}
