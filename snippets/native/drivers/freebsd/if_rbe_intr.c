/* Start and stop, interrupt, the task that does the work, the second hand. FreeBSD 15. */
#include "if_rbe_intr.h"

#include <net/if_dl.h>
#include <dev/pci/pcivar.h>

#include "dp_poll.h"

static void link_changed(struct rbe_softc *sc)
{
    bool up = rbe_link_is_up(sc->registers);

    if (up == sc->link_up)
        return;
    sc->link_up = up;
    if_setbaudrate(sc->ifp, up ? IF_Gbps(1) : 0);
    if_link_state_change(sc->ifp, up ? LINK_STATE_UP : LINK_STATE_DOWN);
}

// tag::init[]
int rbe_init_locked(struct rbe_softc *sc)
{
    int error;

    RBE_ASSERT_LOCKED(sc);
    rbe_stop_locked(sc);
    if ((error = rbe_reset(sc->registers)) != 0)
        return (error);
    pci_enable_busmaster(sc->dev);
    rbe_set_address(sc->registers, (const uint8_t *)if_getlladdr(sc->ifp));
    rbe_set_rings(sc->registers, sc->tx_ring.address, sc->rx_ring.address, RBE_SLOTS);
    rbe_update_filter(sc);
    if (dp_rx_refill(&sc->rx) == 0)
        return (ENOBUFS);
    rbe_enable(sc->registers, &sc->filter);
    sc->stuck = 0;
    if_setdrvflagbits(sc->ifp, IFF_DRV_RUNNING, IFF_DRV_OACTIVE);
    link_changed(sc);
    rbe_write(sc->registers, RBE_IMS, RBE_CAUSES);
    callout_reset(&sc->tick, hz, rbe_tick, sc);
    return (0);
}

void rbe_init(void *arg)
{
    struct rbe_softc *sc = arg;

    RBE_LOCK(sc);
    if (rbe_init_locked(sc) != 0)
        if_printf(sc->ifp, "could not be started\n");
    RBE_UNLOCK(sc);
}
// end::init[]

// tag::stop[]
/* What was in flight comes back, sent or not; the task finds nothing to do after this. */
void rbe_stop_locked(struct rbe_softc *sc)
{
    RBE_ASSERT_LOCKED(sc);
    callout_stop(&sc->tick);
    if_setdrvflagbits(sc->ifp, 0, IFF_DRV_RUNNING | IFF_DRV_OACTIVE);
    if (rbe_reset(sc->registers) != 0)
        pci_disable_busmaster(sc->dev); /* it does not listen: the bus must keep it out */
    dp_sync_for_cpu(&sc->tx.ring);
    dp_sync_for_cpu(&sc->rx.ring);
    dp_tx_drain(&sc->tx, rbe_tx_done, sc);
    dp_rx_drain(&sc->rx);
    dp_sync_for_device(&sc->tx.ring);
    dp_sync_for_device(&sc->rx.ring);
}
// end::stop[]

// tag::filter[]
/* In interrupt context: no lock of type MTX_DEF, no stack. Reading ICR also lowers the line. */
int rbe_filter(void *arg)
{
    struct rbe_softc *sc = arg;
    uint32_t causes = rbe_read(sc->registers, RBE_ICR);

    if (causes == 0 || causes == 0xffffffff) /* another device's, or ours has gone */
        return (FILTER_STRAY);
    rbe_write(sc->registers, RBE_IMC, 0xffffffff);
    atomic_set_int(&sc->causes, causes);
    taskqueue_enqueue(sc->tq, &sc->task);
    return (FILTER_HANDLED);
}
// end::filter[]

static uint32_t poll(void *os, uint32_t budget)
{
    struct rbe_softc *sc = os;

    return (dp_rx_poll(&sc->rx, budget));
}

static void mask(void *os)
{
    struct rbe_softc *sc = os;

    rbe_write(sc->registers, RBE_IMC, 0xffffffff);
}

static void unmask(void *os)
{
    struct rbe_softc *sc = os;

    rbe_write(sc->registers, RBE_IMS, RBE_CAUSES);
}

static bool has_work(void *os)
{
    struct rbe_softc *sc = os;

    return (dp_rx_has_work(&sc->rx));
}

static const struct dp_poll_ops poll_ops = {poll, mask, unmask, has_work};

// tag::task[]
static bool run_locked(struct rbe_softc *sc)
{
    u_int causes = atomic_readandclear_int(&sc->causes);

    if (!rbe_is_running(sc))
        return (false);
    if (causes & RBE_ICR_LSC)
        link_changed(sc);
    dp_tx_complete(&sc->tx, RBE_SLOTS, rbe_tx_done, sc);
    rbe_start_locked(sc);
    return (dp_poll_run(&poll_ops, sc, RBE_BUDGET));
}

/* A net task: it runs in the net epoch, which if_input needs. The lock is not held there. */
void rbe_task(void *arg, int pending __unused)
{
    struct rbe_softc *sc = arg;
    struct mbufq inbound;
    struct mbuf *m;
    bool again;

    mbufq_init(&inbound, INT_MAX);
    RBE_LOCK(sc);
    again = run_locked(sc);
    mbufq_concat(&inbound, &sc->inbound);
    RBE_UNLOCK(sc);
    while ((m = mbufq_dequeue(&inbound)) != NULL)
        if_input(sc->ifp, m);
    if (again)
        taskqueue_enqueue(sc->tq, &sc->task);
}
// end::task[]

static void read_statistics(struct rbe_softc *sc)
{
    uint32_t missed = rbe_read(sc->registers, RBE_MPC);

    if (missed == 0xffffffff)
        return;
    sc->missed += missed;
    sc->crc_errors += rbe_read(sc->registers, RBE_CRCERRS);
}

// tag::tick[]
static bool is_stuck(struct rbe_softc *sc)
{
    bool moved = sc->tx.completed != sc->seen_completed;

    sc->seen_completed = sc->tx.completed;
    if (moved || dp_in_flight(&sc->tx.ring) == 0 || !sc->link_up)
        sc->stuck = 0;
    else
        sc->stuck++;
    return (sc->stuck > 2);
}

/* Each second, with the lock held: an interrupt may have been lost, a device may hang. */
void rbe_tick(void *arg)
{
    struct rbe_softc *sc = arg;

    RBE_ASSERT_LOCKED(sc);
    read_statistics(sc);
    link_changed(sc);
    if (is_stuck(sc)) {
        if_printf(sc->ifp, "transmitter hangs, resetting\n");
        if_inc_counter(sc->ifp, IFCOUNTER_OERRORS, 1);
        if (rbe_init_locked(sc) != 0)
            if_printf(sc->ifp, "could not be started again\n");
        return;
    }
    mask(sc); /* the task unmasks: a cause whose interrupt was lost raises the line anew */
    taskqueue_enqueue(sc->tq, &sc->task);
    callout_reset(&sc->tick, hz, rbe_tick, sc);
}
// end::tick[]

uint64_t rbe_get_counter(if_t ifp, ift_counter counter)
{
    struct rbe_softc *sc = if_getsoftc(ifp);

    switch (counter) {
    case IFCOUNTER_IQDROPS:
        return (sc->rx.no_buffer + sc->missed);
    case IFCOUNTER_IERRORS:
        return (sc->rx.damaged + sc->rx.oversize + sc->crc_errors);
    default:
        return (if_get_counter_default(ifp, counter));
    }
}
