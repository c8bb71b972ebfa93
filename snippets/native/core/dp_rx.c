#include "dp_rx.h"

static uint32_t status_of(uint64_t word)
{
    return word >> 32 & 0xff;
}

static uint32_t errors_of(uint64_t word)
{
    return word >> 40 & 0xff;
}

static uint32_t length_of(uint64_t word)
{
    return word & 0xffff;
}

void dp_rx_init(struct dp_rx *rx, struct dp_buffer *posted, uint32_t buffer_bytes,
                uint32_t longest, const struct dp_rx_ops *ops, void *os)
{
    rx->posted = posted;
    rx->buffer_bytes = buffer_bytes;
    rx->longest = longest;
    rx->ops = ops;
    rx->os = os;
    rx->frame.count = 0;
    rx->frame.bytes = 0;
    rx->dropping = false;
    rx->received = rx->bytes = rx->no_buffer = rx->damaged = rx->oversize = 0;
}

/* The status must be clear before the slot is the device's, or an old DD is taken for new. */
static void clear_status(volatile struct dp_slot *slot)
{
    ((volatile uint8_t *)slot)[12] = 0;
}

static void post(struct dp_rx *rx, const struct dp_buffer *buffer)
{
    uint32_t index = rx->ring.next;

    rx->ring.slots[index].address = dp_le64(buffer->address);
    clear_status(&rx->ring.slots[index]);
    rx->posted[index] = *buffer;
    rx->ring.next = dp_next(&rx->ring, index);
}

uint32_t dp_rx_refill(struct dp_rx *rx)
{
    struct dp_buffer fresh;
    uint32_t count = 0;

    while (dp_free_slots(&rx->ring) > 0 && rx->ops->take(rx->os, &fresh)) {
        post(rx, &fresh);
        count++;
    }
    dp_kick(&rx->ring);
    return count;
}

/* Gives back what was collected of a frame; ended: nothing of it is still to come. */
static uint32_t drop_frame(struct dp_rx *rx, bool ended)
{
    uint32_t i, count = rx->frame.count;

    for (i = 0; i < count; i++)
        rx->ops->give_back(rx->os, rx->frame.packets[i]);
    rx->frame.count = 0;
    rx->frame.bytes = 0;
    rx->dropping = !ended;
    return count;
}

static bool accept(struct dp_rx *rx, uint64_t word, bool last)
{
    if (rx->dropping)
        return false;
    if (rx->frame.count + (last ? 1 : 2) > rx->longest) {
        rx->oversize++;
        return false;
    }
    if (length_of(word) > rx->buffer_bytes || (last && (errors_of(word) & DP_RX_FRAME_ERRORS))) {
        rx->damaged++;
        return false;
    }
    return true;
}

/* An error bit means something only beside the status bit that says it was checked. */
static enum dp_verdict verdict(uint32_t status, uint32_t errors)
{
    bool ip = status & DP_RX_IPCS, transport = status & DP_RX_TCPCS;

    if ((status & DP_RX_IXSM) || (!ip && !transport))
        return DP_NOT_CHECKED;
    if ((ip && (errors & DP_RX_IPE)) || (transport && (errors & DP_RX_TCPE)))
        return DP_BAD;
    return transport ? DP_ALL_GOOD : DP_IP_GOOD;
}

static void keep(struct dp_rx *rx, void *packet, uint64_t word)
{
    struct dp_received *frame = &rx->frame;
    uint32_t length = length_of(word);

    rx->ops->received(rx->os, packet, length);
    frame->packets[frame->count] = packet;
    frame->lengths[frame->count] = length;
    frame->count++;
    frame->bytes += length;
}

static void deliver(struct dp_rx *rx, uint64_t word)
{
    struct dp_received *whole = &rx->frame;
    uint32_t status = status_of(word);

    whole->vlan = status & DP_RX_VP ? (int32_t)(word >> 48) : -1;
    whole->checksums = verdict(status, errors_of(word));
    rx->received++;
    rx->bytes += whole->bytes;
    rx->ops->deliver(rx->os, whole);
    whole->count = 0;
    whole->bytes = 0;
}

static void consume(struct dp_rx *rx, uint64_t word)
{
    bool last = status_of(word) & DP_RX_EOP;
    struct dp_buffer old = rx->posted[rx->ring.clean], fresh = old;
    bool wanted = accept(rx, word, last), replaced = wanted && rx->ops->take(rx->os, &fresh);

    if (wanted && !replaced)
        rx->no_buffer++;
    rx->ring.clean = dp_next(&rx->ring, rx->ring.clean);
    post(rx, &fresh);
    if (!replaced) {
        drop_frame(rx, last);
        return;
    }
    keep(rx, old.packet, word);
    if (last)
        deliver(rx, word);
}

bool dp_rx_has_work(const struct dp_rx *rx)
{
    dp_sync_for_cpu(&rx->ring);
    return rx->ring.clean != rx->ring.next &&
           (status_of(dp_read_rest(&rx->ring, rx->ring.clean)) & DP_RX_DD);
}

uint32_t dp_rx_poll(struct dp_rx *rx, uint32_t budget)
{
    uint32_t done = 0;

    dp_sync_for_cpu(&rx->ring);
    while (done < budget && rx->ring.clean != rx->ring.next) {
        uint64_t word = dp_read_rest(&rx->ring, rx->ring.clean);
        if (!(status_of(word) & DP_RX_DD))
            break;
        consume(rx, word);
        done++;
    }
    dp_rx_refill(rx);
    return done;
}

uint32_t dp_rx_drain(struct dp_rx *rx)
{
    uint32_t count = drop_frame(rx, true);

    for (; rx->ring.clean != rx->ring.next; count++) {
        rx->ops->give_back(rx->os, rx->posted[rx->ring.clean].packet);
        rx->ring.clean = dp_next(&rx->ring, rx->ring.clean);
    }
    dp_ring_clear(&rx->ring);
    return count;
}
