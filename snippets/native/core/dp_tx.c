#include "dp_tx_format.h"

static const uint64_t DESCRIPTOR_DONE = 1ull << 32;

void dp_tx_init(struct dp_tx *tx, enum dp_format format, void **packets, uint32_t *ends)
{
    tx->format = format;
    tx->packets = packets;
    tx->ends = ends;
    tx->context = 0;
    tx->submitted = tx->refused = tx->completed = tx->drained = tx->contexts = 0;
}

static uint32_t take_slot(struct dp_ring *ring)
{
    uint32_t taken = ring->next;

    ring->next = dp_next(ring, taken);
    return taken;
}

static void describe(struct dp_tx *tx, const struct dp_frame *frame)
{
    uint32_t start = tx->ring.next, last = start, i;

    if (dp_needs_context(tx, frame))
        dp_write_context(tx, take_slot(&tx->ring), frame);
    for (i = 0; i < frame->count; i++) {
        last = take_slot(&tx->ring);
        dp_write_data(tx, last, frame, i);
    }
    tx->packets[start] = frame->packet;
    tx->ends[start] = last;
}

enum dp_submit dp_tx_submit(struct dp_tx *tx, const struct dp_frame *frame, bool more)
{
    uint32_t usable = tx->ring.size - 1 - (tx->format == DP_EXTENDED ? 1 : 0);

    if (frame->count < 1 || frame->count > usable || !dp_can_send(tx, frame))
        return DP_REFUSED;
    if (frame->count + (dp_needs_context(tx, frame) ? 1 : 0) > dp_free_slots(&tx->ring)) {
        tx->refused++;
        dp_kick(&tx->ring);
        return DP_FULL;
    }
    describe(tx, frame);
    tx->submitted++;
    if (!more)
        dp_kick(&tx->ring);
    return DP_ACCEPTED;
}

static void *take_out(struct dp_tx *tx)
{
    struct dp_ring *ring = &tx->ring;
    void *packet = tx->packets[ring->clean];

    tx->packets[ring->clean] = NULL;
    ring->clean = dp_next(ring, tx->ends[ring->clean]);
    return packet;
}

uint32_t dp_tx_complete(struct dp_tx *tx, uint32_t budget, dp_done *done, void *os)
{
    struct dp_ring *ring = &tx->ring;
    uint32_t count = 0;

    dp_sync_for_cpu(ring);
    while (count < budget && ring->clean != ring->next &&
           (dp_read_rest(ring, tx->ends[ring->clean]) & DESCRIPTOR_DONE)) {
        tx->completed++;
        count++;
        done(os, take_out(tx));
    }
    return count;
}

uint32_t dp_tx_drain(struct dp_tx *tx, dp_done *done, void *os)
{
    uint32_t count = 0;

    while (tx->ring.clean != tx->ring.next) {
        tx->drained++;
        count++;
        done(os, take_out(tx));
    }
    dp_ring_clear(&tx->ring);
    tx->context = 0;
    return count;
}
