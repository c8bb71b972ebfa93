/* The interrupt routine, and the task that does all the work. */
#include "dp_poll.h"
#include "rbe_port.h"

// tag::isr[]
/*
 * Four accesses, always: no loop, no lock, no buffer. The causes become flags of the task;
 * reading ICR lowers the line, and IMC keeps it low until the task has looked.
 */
void rbe_isr(void *argument)
{
    struct rbe_port *port = argument;
    uint32_t causes = rbe_read(port, RBE_ICR);

    if (causes == 0 || causes == 0xffffffff) /* not ours, or the device has gone */
        return;
    rbe_write(port, RBE_IMC, 0xffffffff);
    rtos_flags_set_from_isr(&port->events, causes & RBE_CAUSES);
}
// end::isr[]

static uint32_t poll(void *os, uint32_t budget)
{
    struct rbe_port *port = os;

    return dp_rx_poll(&port->rx, budget);
}

static void mask(void *os)
{
    rbe_write(os, RBE_IMC, 0xffffffff);
}

static void unmask(void *os)
{
    rbe_write(os, RBE_IMS, RBE_CAUSES);
}

static bool has_work(void *os)
{
    struct rbe_port *port = os;

    return dp_rx_has_work(&port->rx);
}

static const struct dp_poll_ops poll_ops = {poll, mask, unmask, has_work};

static bool is_stuck(struct rbe_port *port)
{
    bool moved = port->tx.completed != port->seen_completed;

    port->seen_completed = port->tx.completed;
    if (moved || dp_in_flight(&port->tx.ring) == 0 || !port->link_up)
        port->stuck = 0;
    else
        port->stuck++;
    return port->stuck > 2;
}

/* Each second: an interrupt may have been lost, a device may hang or have stopped. */
static void second_hand(struct rbe_port *port)
{
    if (rtos_now() - port->ticked < RBE_TICK)
        return;
    port->ticked = rtos_now();
    port->link_up = rbe_chip_link(port);
    if (port->running && !is_stuck(port))
        return;
    port->statistics.resets++;
    if (rbe_down(port) == RTOS_OK) /* or it is tried again in a second */
        rbe_up(port);
}

// tag::run[]
/* With the mutex. True if the budget is spent, and more has come. */
static bool run(struct rbe_port *port, uint32_t events)
{
    second_hand(port);
    if (!port->running)
        return false;
    if (events & RBE_ICR_LSC)
        port->link_up = rbe_chip_link(port);
    dp_tx_complete(&port->tx, RBE_SLOTS, rbe_sent, port);
    rbe_send_waiting(port);
    mask(port); /* the poll unmasks: a cause whose interrupt was lost raises the line anew */
    return dp_poll_run(&poll_ops, port, RBE_BUDGET);
}
// end::run[]

static void tell_link(struct rbe_port *port)
{
    bool up = port->running && port->link_up;

    if (up == port->link_told)
        return;
    port->link_told = up;
    port->config->link(port->config->stack, up);
}

static void hand_up(struct rbe_port *port, struct netbuf *inbound)
{
    struct netbuf *next;

    for (; inbound; inbound = next) {
        next = inbound->next_frame;
        inbound->next_frame = NULL;
        port->config->input(port->config->stack, inbound);
    }
}

// tag::serve[]
/* After the mutex was let go: the stack may send, free and ask from inside these calls. */
static bool serve(struct rbe_port *port, uint32_t events)
{
    struct netbuf *inbound;
    bool again;

    rbe_enter(port);
    again = run(port, events);
    inbound = port->inbound;
    port->inbound = NULL;
    rbe_send_home(rbe_leave(port));
    hand_up(port, inbound);
    if (port->waiting && rtos_queue_space(&port->outbound) > 0) {
        port->waiting = false;
        port->config->room(port->config->stack);
    }
    tell_link(port);
    return again;
}
// end::serve[]

// tag::task[]
/* Above all that use the network, and still others must have their turn in a flood. */
void rbe_task(void *argument)
{
    struct rbe_port *port = argument;
    uint32_t events = RBE_ICR_LSC;

    while (!(events & RBE_EVENT_END)) {
        while (serve(port, events))
            rtos_sleep(1);
        events = rtos_flags_wait(&port->events, RBE_TICK);
    }
}
// end::task[]
