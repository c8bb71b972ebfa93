/* Receive: blocks to the ring, frames out of it. */
#include "rbe_port.h"

// tag::take[]
/* None is free: say so, then look again, or the one that comes home in between wakes nobody. */
static uint8_t *free_block(struct rbe_port *port)
{
    uint8_t *block = rtos_pool_get(&port->blocks);

    if (!block) {
        port->starving = true;
        block = rtos_pool_get(&port->blocks);
    }
    if (block)
        port->starving = false;
    return block;
}

/*
 * A block for the device to write. Its last owner may have left lines in the cache that
 * are yet to be written: they would come down on the device's bytes.
 */
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe_port *port = os;
    uint8_t *block = free_block(port);

    if (!block)
        return false;
    rtos_cache_invalidate(block, RBE_BLOCK_BYTES);
    fresh->address = rtos_bus_address_of(block);
    fresh->packet = rbe_piece(port, block);
    return true;
}
// end::take[]

// tag::received[]
static uint32_t whole_lines(uint32_t bytes)
{
    return (bytes + RTOS_CACHE_LINE - 1) & ~(uint32_t)(RTOS_CACHE_LINE - 1);
}

/* Again, before the CPU looks: it may have read ahead while the device had the block. */
static void received(void *os, void *packet, uint32_t length)
{
    struct netbuf *piece = packet;

    (void)os;
    rtos_cache_invalidate(piece->data, whole_lines(length));
    piece->length = (uint16_t)length;
}
// end::received[]

static uint16_t verdict(enum dp_verdict checksums)
{
    switch (checksums) {
    case DP_ALL_GOOD:
        return NETBUF_IP_GOOD | NETBUF_TRANSPORT_GOOD;
    case DP_IP_GOOD:
        return NETBUF_IP_GOOD;
    default:
        return 0; /* a frame with a wrong sum goes up too: the stack checks and counts */
    }
}

// tag::deliver[]
/* The mutex is held: the frame waits in a list until it is not. */
static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe_port *port = os;
    struct netbuf *first = frame->packets[0], *last = first;
    uint32_t i;

    for (i = 1; i < frame->count; i++) {
        last->next = frame->packets[i];
        last = last->next;
    }
    first->flags = verdict(frame->checksums);
    *port->inbound_end = first;
    port->inbound_end = &first->next_frame;
}
// end::deliver[]

static void give_back(void *os, void *packet)
{
    struct netbuf *piece = packet;
    struct rbe_port *port = os;

    rtos_pool_put(&port->blocks, piece->data);
}

const struct dp_rx_ops rbe_rx_ops = {
    .take = take, .received = received, .deliver = deliver, .give_back = give_back};
