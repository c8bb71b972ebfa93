/*
 * rbe for a small real-time kernel (rtos/kernel.h): the 82540EM behind a board's bridge,
 * its registers at a fixed address. All memory is static; one task owns the device; the
 * interrupt routine masks and signals; frames go both ways without a copy.
 */
#ifndef RBE_H
#define RBE_H

#include <rtos/io.h>
#include <rtos/netbuf.h>

#include "dp_rx.h"
#include "dp_tx.h"

/* The sizes of the system, set when it is built. */
enum {
    RBE_SLOTS = 64,         /* of each ring */
    RBE_BLOCK_BYTES = 512,  /* a power of 2; RCTL.BSIZE is told the same */
    RBE_BLOCKS = 128,       /* 63 posted, the rest with the stack, in either direction */
    RBE_PIECES = 8,         /* of a frame, at most */
    RBE_QUEUE = 32,         /* frames that wait to be sent */
    RBE_BUDGET = 32,        /* received pieces a run; then others have a tick */
    RBE_PRIORITY = 5,       /* of the task: above all that use the network */
    RBE_STACK_BYTES = 1024, /* of the task */
    RBE_TICK = 1000,        /* of the second hand */
    RBE_LONGEST = 1518,     /* bytes of a frame with its tag */
    RBE_ADDRESS_BYTES = 6
};

/* What the board and its network stack are to the driver. All pointers must be set. */
struct rbe_config {
    uintptr_t registers;
    unsigned line;
    uint8_t address[RBE_ADDRESS_BYTES];
    void *stack; /* handed to the next three; they run in the driver's task and never wait */
    void (*input)(void *stack, struct netbuf *frame); /* takes the frame over */
    void (*room)(void *stack);                        /* rbe_output may be tried again */
    void (*link)(void *stack, bool up);
    void (*gate)(bool open); /* the bridge: whether the device reaches memory at all */
};

struct rbe_statistics {
    uint64_t sent, received, sent_bytes, received_bytes;
    uint64_t no_buffer, damaged, oversize, refused; /* frames */
    uint32_t resets, blocks_available, blocks_least;
};

struct rbe_port {
    const struct rbe_config *config;
    struct rtos_task task;
    struct rtos_mutex mutex;  /* rings, registers, counters; never in the interrupt routine */
    struct rtos_flags events; /* causes as in ICR, and the RBE_EVENT_… */
    struct rtos_queue outbound;
    struct rtos_pool blocks;
    struct dp_tx tx;
    struct dp_rx rx;
    struct netbuf *inbound, **inbound_end; /* received; go up when the mutex is free */
    struct netbuf *done, **done_end;       /* sent; go home when the mutex is free */
    struct rbe_statistics statistics;
    uint64_t seen_completed;
    uint32_t ticked, stuck;
    bool running, link_up, link_told, promiscuous;
    volatile bool starving, waiting; /* the ring for blocks; a sender for room */
};

/* From the set-up or from a task that may wait. 0 or an error; then nothing is left. */
int rbe_attach(struct rbe_port *port, const struct rbe_config *config);

/* The stack sends no more. RTOS_BUSY: it has frames of ours yet; call again. */
int rbe_detach(struct rbe_port *port);

/* Empty block for a frame to send; NULL: none is free. Its free brings it back. */
struct netbuf *rbe_buffer(struct rbe_port *port);

/*
 * Takes a frame over, from any task. RTOS_FULL: it is still the caller's, and room will be
 * called; RTOS_INVALID: it is the caller's and can never be sent.
 */
int rbe_output(struct rbe_port *port, struct netbuf *frame);

/* What was in flight is gone; an error: the device does not come back. */
int rbe_reset(struct rbe_port *port);
void rbe_listen_to_all(struct rbe_port *port, bool all);
/* Least time between interrupts, in units of 256 ns, up to 65535. */
int rbe_moderate(struct rbe_port *port, uint32_t units);
/* A copy that fits together: 64-bit counters tear on 32-bit CPUs. */
void rbe_read_statistics(struct rbe_port *port, struct rbe_statistics *copy);

/* What other drivers can and this system cannot (exceptions.tsv). */
int rbe_set_mtu(struct rbe_port *port, unsigned bytes);
int rbe_segment(struct rbe_port *port, struct netbuf *packet, unsigned segment_bytes);
int rbe_insert_tag(struct rbe_port *port, struct netbuf *frame, unsigned tag);
int rbe_spread(struct rbe_port *port, unsigned queues);
int rbe_attach_program(struct rbe_port *port, const void *program);
int rbe_time_of(struct rbe_port *port, const struct netbuf *frame, uint64_t *nanoseconds);

#endif
