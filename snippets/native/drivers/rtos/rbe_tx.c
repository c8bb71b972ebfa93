/* Transmit: from any task to the queue, from the queue to the ring, and home. */
#include "rbe_port.h"

static bool is_possible(const struct netbuf *frame)
{
    uint32_t pieces = 0, bytes = 0;

    for (; frame && pieces <= RBE_PIECES; frame = frame->next, pieces++) {
        if (frame->length == 0)
            return false;
        bytes += frame->length;
    }
    return pieces >= 1 && pieces <= RBE_PIECES && bytes <= RBE_LONGEST;
}

// tag::output[]
/*
 * The queue is full: say so to the driver, then look again. The other way round, a queue
 * that was emptied in between would find nobody waiting, and room would never be called.
 */
int rbe_output(struct rbe_port *port, struct netbuf *frame)
{
    if (!is_possible(frame))
        return RTOS_INVALID;
    if (rtos_queue_send(&port->outbound, frame) != RTOS_OK) {
        port->waiting = true;
        if (rtos_queue_send(&port->outbound, frame) != RTOS_OK)
            return RTOS_FULL;
    }
    rtos_flags_set(&port->events, RBE_EVENT_SEND);
    return RTOS_OK;
}
// end::output[]

// tag::describe[]
/* The last bytes of each piece must have left the cache before the doorbell rings. */
static uint32_t describe(const struct netbuf *frame, struct dp_segment *segments)
{
    uint32_t count = 0, bytes = 0;

    for (; frame; frame = frame->next, count++) {
        rtos_cache_clean(frame->data, frame->length);
        segments[count].address = rtos_bus_address_of(frame->data);
        segments[count].length = frame->length;
        bytes += frame->length;
    }
    if (bytes < DP_SHORTEST_FRAME) { /* padded from a block of zeros, not by a copy */
        segments[count].address = rtos_bus_address_of(rbe_zeros());
        segments[count].length = DP_SHORTEST_FRAME - bytes;
        count++;
    }
    return count;
}
// end::describe[]

static bool submit(struct rbe_port *port, struct netbuf *frame)
{
    struct dp_segment segments[RBE_PIECES + 1];
    struct dp_frame whole = {.segments = segments, .packet = frame};

    whole.offload.vlan = DP_NO_VLAN; /* a tag is part of the frame */
    if ((frame->flags & NETBUF_WANTS_CHECKSUMS) && !rbe_offload(frame, &whole.offload))
        return false;
    whole.count = describe(frame, segments);
    return dp_tx_submit(&port->tx, &whole, true) == DP_ACCEPTED;
}

/* The core's callback for what was drained, too. */
void rbe_put_aside(void *os, void *packet)
{
    struct rbe_port *port = os;
    struct netbuf *frame = packet;

    frame->next_frame = NULL;
    *port->done_end = frame;
    port->done_end = &frame->next_frame;
}

void rbe_sent(void *os, void *packet)
{
    struct rbe_port *port = os;
    const struct netbuf *piece;

    port->statistics.sent++;
    for (piece = packet; piece; piece = piece->next)
        port->statistics.sent_bytes += piece->length;
    rbe_put_aside(port, packet);
}

// tag::send[]
/* A frame leaves the queue when there is room for the longest that may be in it. */
void rbe_send_waiting(struct rbe_port *port)
{
    struct netbuf *frame;

    while (port->link_up && dp_free_slots(&port->tx.ring) >= dp_tx_slots(RBE_PIECES + 1) &&
           (frame = rtos_queue_receive(&port->outbound))) {
        if (submit(port, frame))
            continue;
        port->statistics.refused++;
        rbe_put_aside(port, frame);
    }
    dp_kick(&port->tx.ring); /* one doorbell for all of them */
}
// end::send[]

void rbe_send_home(struct netbuf *frames)
{
    struct netbuf *next;

    for (; frames; frames = next) {
        next = frames->next_frame;
        netbuf_free(frames);
    }
}
