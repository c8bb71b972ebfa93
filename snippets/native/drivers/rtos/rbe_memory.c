/*
 * All memory that the device reaches, for the one port of the board: the linker knows its
 * size before the system ever runs.
 */
#include "rbe_port.h"

// tag::memory[]
/* What the CPU and the device write by turns lies alone in its cache lines. */
static RTOS_DMA uint8_t blocks[RBE_BLOCKS][RBE_BLOCK_BYTES];
static RTOS_DMA uint8_t zeros[2 * RTOS_CACHE_LINE];

/* Never cached: see dp_os.h. */
static RTOS_UNCACHED volatile struct dp_slot tx_slots[RBE_SLOTS], rx_slots[RBE_SLOTS];

/* The CPU's alone. */
static struct netbuf pieces[RBE_BLOCKS];
static void *outbound[RBE_QUEUE];
static void *tx_packets[RBE_SLOTS];
static uint32_t tx_ends[RBE_SLOTS];
static struct dp_buffer rx_posted[RBE_SLOTS];
static bool in_use;
// end::memory[]

_Static_assert(RBE_BLOCK_BYTES % RTOS_CACHE_LINE == 0, "a block shares no cache line");
_Static_assert((RBE_BLOCK_BYTES & (RBE_BLOCK_BYTES - 1)) == 0, "a block is found by a shift");
_Static_assert(RBE_BLOCKS >= (int)RBE_SLOTS && RBE_BLOCKS <= (int)RTOS_MOST_BLOCKS, "a ring");

/* The doorbells of the core. */
static void transmit_tail(void *os, uint32_t tail)
{
    rbe_write(os, RBE_TDT, tail);
}

static void receive_tail(void *os, uint32_t tail)
{
    rbe_write(os, RBE_RDT, tail);
}

int rbe_memory_take(struct rbe_port *port)
{
    int error;

    if (in_use)
        return RTOS_BUSY;
    error = rtos_pool_init(&port->blocks, blocks, RBE_BLOCK_BYTES, RBE_BLOCKS);
    if (error != RTOS_OK)
        return error;
    in_use = true;
    memset(zeros, 0, sizeof zeros);
    rtos_cache_clean(zeros, sizeof zeros);
    rtos_queue_init(&port->outbound, outbound, RBE_QUEUE);
    dp_ring_init(&port->tx.ring, tx_slots, RBE_SLOTS, transmit_tail, port);
    dp_ring_clear(&port->tx.ring);
    dp_tx_init(&port->tx, DP_EXTENDED, tx_packets, tx_ends);
    dp_ring_init(&port->rx.ring, rx_slots, RBE_SLOTS, receive_tail, port);
    dp_ring_clear(&port->rx.ring);
    dp_rx_init(&port->rx, rx_posted, RBE_BLOCK_BYTES, RBE_PIECES, &rbe_rx_ops, port);
    return RTOS_OK;
}

bool rbe_memory_is_home(const struct rbe_port *port)
{
    return port->blocks.available == RBE_BLOCKS;
}

void rbe_memory_give(void)
{
    in_use = false;
}

rtos_bus_address rbe_ring_address(const struct dp_ring *ring)
{
    return rtos_bus_address_of(ring->slots);
}

uint8_t *rbe_zeros(void)
{
    return zeros;
}

// tag::free[]
/* Whoever has a block last calls this, in a task of any priority. */
static void come_home(struct netbuf *piece)
{
    struct rbe_port *port = piece->home;

    rtos_pool_put(&port->blocks, blocks[piece - pieces]);
    if (port->starving)
        rtos_flags_set(&port->events, RBE_EVENT_BLOCKS);
}
// end::free[]

struct netbuf *rbe_piece(struct rbe_port *port, uint8_t *block)
{
    struct netbuf *piece = &pieces[(uint32_t)(block - blocks[0]) / RBE_BLOCK_BYTES];

    piece->next = piece->next_frame = NULL;
    piece->data = block;
    piece->length = RBE_BLOCK_BYTES;
    piece->flags = 0;
    piece->free = come_home;
    piece->home = port;
    return piece;
}

struct netbuf *rbe_buffer(struct rbe_port *port)
{
    uint8_t *block = rtos_pool_get(&port->blocks);

    return block ? rbe_piece(port, block) : NULL;
}
