/*
 * Attach and detach, and what other tasks ask for. Written for the interface of
 * rtos/kernel.h, for a CPU with 32 bits and a data cache of its own.
 */
#include "rbe_port.h"

void rbe_enter(struct rbe_port *port)
{
    rtos_mutex_lock(&port->mutex);
    port->inbound_end = &port->inbound;
    port->done_end = &port->done;
    port->inbound = port->done = NULL;
}

struct netbuf *rbe_leave(struct rbe_port *port)
{
    struct netbuf *done = port->done;

    port->done = NULL;
    rtos_mutex_unlock(&port->mutex);
    return done;
}

// tag::updown[]
/* No block need be free: the ring fills when blocks come home, and the flag tells it so. */
void rbe_up(struct rbe_port *port)
{
    port->config->gate(true);
    port->stuck = 0;
    rbe_chip_start(port);
    (void)dp_rx_refill(&port->rx);
    port->link_up = rbe_chip_link(port);
    port->running = true;
    rbe_write(port, RBE_IMS, RBE_CAUSES);
}

/* What was in flight comes back, sent or not. */
int rbe_down(struct rbe_port *port)
{
    int error;

    port->running = false;
    error = rbe_chip_reset(port);
    if (error != RTOS_OK)
        port->config->gate(false); /* it does not listen: the bridge must keep it out */
    dp_tx_drain(&port->tx, rbe_put_aside, port);
    dp_rx_drain(&port->rx);
    return error;
}
// end::updown[]

int rbe_reset(struct rbe_port *port)
{
    int error;

    rbe_enter(port);
    error = rbe_down(port);
    if (error == RTOS_OK)
        rbe_up(port);
    rbe_send_home(rbe_leave(port));
    rtos_flags_set(&port->events, RBE_EVENT_SEND);
    return error;
}

static void start(struct rbe_port *port, const struct rbe_config *config)
{
    memset(port, 0, sizeof *port);
    port->config = config;
    port->ticked = rtos_now();
    rtos_mutex_init(&port->mutex, RTOS_MUTEX_INHERIT);
    rtos_flags_init(&port->events);
}

static void stop_interrupts(struct rbe_port *port)
{
    rtos_irq_disable(port->config->line);
    rtos_irq_detach(port->config->line);
}

static int reset_first(struct rbe_port *port)
{
    int error;

    rbe_enter(port);
    error = rbe_down(port);
    (void)rbe_leave(port);
    return error;
}

// tag::attach[]
static int connect(struct rbe_port *port)
{
    static uint64_t stack[RBE_STACK_BYTES / sizeof(uint64_t)];
    int error = rtos_irq_attach(port->config->line, rbe_isr, port);

    if (error != RTOS_OK)
        return error;
    rbe_enter(port); /* the task, which goes first from its start on, waits here */
    error = rtos_task_start(&port->task, "rbe", RBE_PRIORITY, rbe_task, port, stack,
                            sizeof stack);
    if (error == RTOS_OK) {
        rtos_irq_enable(port->config->line);
        rbe_up(port);
    }
    (void)rbe_leave(port);
    if (error != RTOS_OK)
        rtos_irq_detach(port->config->line);
    return error;
}

int rbe_attach(struct rbe_port *port, const struct rbe_config *config)
{
    int error;

    start(port, config);
    error = rbe_memory_take(port);
    if (error != RTOS_OK)
        return error;
    error = reset_first(port);
    if (error == RTOS_OK)
        error = connect(port);
    if (error != RTOS_OK)
        rbe_memory_give();
    return error;
}
// end::attach[]

// tag::detach[]
/* Each step takes away who could still start the next one: interrupt, task, device. */
static void quiesce(struct rbe_port *port)
{
    struct netbuf *frame;

    stop_interrupts(port);
    rtos_flags_set(&port->events, RBE_EVENT_END);
    rtos_task_join(&port->task);
    rbe_enter(port);
    (void)rbe_down(port);
    while ((frame = rtos_queue_receive(&port->outbound)))
        rbe_put_aside(port, frame);
    rbe_send_home(rbe_leave(port));
}

int rbe_detach(struct rbe_port *port)
{
    if (port->task.name) {
        quiesce(port);
        port->task.name = NULL;
    }
    if (!rbe_memory_is_home(port))
        return RTOS_BUSY;
    rbe_memory_give();
    return RTOS_OK;
}
// end::detach[]

void rbe_listen_to_all(struct rbe_port *port, bool all)
{
    rbe_enter(port);
    port->promiscuous = all;
    if (port->running)
        rbe_chip_filter(port);
    (void)rbe_leave(port);
}

int rbe_moderate(struct rbe_port *port, uint32_t units)
{
    if (units > 0xffff)
        return RTOS_INVALID;
    rbe_enter(port);
    rbe_write(port, RBE_ITR, units);
    (void)rbe_leave(port);
    return RTOS_OK;
}

void rbe_read_statistics(struct rbe_port *port, struct rbe_statistics *copy)
{
    rbe_enter(port);
    *copy = port->statistics;
    copy->received = port->rx.received;
    copy->received_bytes = port->rx.bytes;
    copy->no_buffer = port->rx.no_buffer;
    copy->damaged = port->rx.damaged;
    copy->oversize = port->rx.oversize;
    copy->blocks_available = port->blocks.available;
    copy->blocks_least = port->blocks.least;
    (void)rbe_leave(port);
}
