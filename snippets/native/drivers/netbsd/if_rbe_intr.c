/* Start and stop, hard interrupt, the soft one that does the work, the second hand. NetBSD 10. */
#include "if_rbevar.h"

#include "dp_poll.h"

static void link_changed(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;
    bool up = rbe_link_is_up(&sc->registers);

    if (up == sc->link_up)
        return;
    sc->link_up = up;
    ifp->if_baudrate = up ? IF_Gbps(1) : 0;
    if_link_state_change(ifp, up ? LINK_STATE_UP : LINK_STATE_DOWN);
}

static void bus_master(struct rbe_softc *sc, bool on)
{
    pcireg_t command = pci_conf_read(sc->pc, sc->pcitag, PCI_COMMAND_STATUS_REG);

    command = on ? command | PCI_COMMAND_MASTER_ENABLE : command & ~PCI_COMMAND_MASTER_ENABLE;
    pci_conf_write(sc->pc, sc->pcitag, PCI_COMMAND_STATUS_REG, command);
}

// tag::init[]
int rbe_init_locked(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;
    int error;

    KASSERT(mutex_owned(&sc->lock));
    if (sc->ending)
        return ENXIO;
    rbe_stop_locked(sc);
    if ((error = rbe_reset(&sc->registers)) != 0)
        return error;
    bus_master(sc, true);
    rbe_set_address(&sc->registers, (const uint8_t *)CLLADDR(ifp->if_sadl));
    rbe_set_rings(&sc->registers, sc->tx_ring.address, sc->rx_ring.address, RBE_SLOTS);
    rbe_update_filter(sc);
    if (dp_rx_refill(&sc->rx) == 0)
        return ENOBUFS;
    rbe_enable(&sc->registers, &sc->filter);
    sc->stuck = 0;
    sc->running = true;
    link_changed(sc);
    rbe_write(&sc->registers, RBE_IMS, RBE_CAUSES);
    callout_schedule(&sc->tick, hz);
    return 0;
}

/*
 * if_init: what ether_ioctl(9) calls for an interface that comes up or changes its MTU. It
 * comes with the interface locked, which is what if_flags wants and no soft interrupt can have.
 */
int rbe_init(struct ifnet *ifp)
{
    struct rbe_softc *sc = ifp->if_softc;
    int error;

    mutex_enter(&sc->lock);
    sc->flags = ifp->if_flags;
    error = rbe_init_locked(sc);
    mutex_exit(&sc->lock);
    if (error == 0)
        ifp->if_flags |= IFF_RUNNING;
    else
        ifp->if_flags &= ~IFF_RUNNING;
    return error;
}
// end::init[]

// tag::stop[]
/* What was in flight comes back, sent or not; the soft interrupt finds nothing to do after it. */
void rbe_stop_locked(struct rbe_softc *sc)
{
    KASSERT(mutex_owned(&sc->lock));
    callout_stop(&sc->tick); /* it may run already, and wait for the lock: see rbe_tick */
    sc->running = false;
    if (rbe_reset(&sc->registers) != 0)
        bus_master(sc, false); /* it does not listen: the bus must keep it out */
    dp_sync_for_cpu(&sc->tx.ring);
    dp_sync_for_cpu(&sc->rx.ring);
    dp_tx_drain(&sc->tx, rbe_tx_done, sc);
    dp_rx_drain(&sc->rx);
    dp_sync_for_device(&sc->tx.ring);
    dp_sync_for_device(&sc->rx.ring);
}

/* if_stop, with the interface locked. */
void rbe_stop(struct ifnet *ifp, int disable __unused)
{
    struct rbe_softc *sc = ifp->if_softc;

    mutex_enter(&sc->lock);
    rbe_stop_locked(sc);
    mutex_exit(&sc->lock);
    ifp->if_flags &= ~IFF_RUNNING;
}
// end::stop[]

// tag::intr[]
/* At IPL_NET: no adaptive mutex, no stack. Reading ICR also lowers the line. */
int rbe_intr(void *arg)
{
    struct rbe_softc *sc = arg;
    uint32_t causes = rbe_read(&sc->registers, RBE_ICR);

    if (causes == 0 || causes == 0xffffffff)
        return 0; /* another device's, or ours has gone: the line is shared */
    rbe_write(&sc->registers, RBE_IMC, 0xffffffff);
    atomic_or_uint(&sc->causes, causes);
    softint_schedule(sc->si);
    return 1;
}
// end::intr[]

static uint32_t poll(void *os, uint32_t budget)
{
    struct rbe_softc *sc = os;

    return dp_rx_poll(&sc->rx, budget);
}

static void mask(void *os)
{
    struct rbe_softc *sc = os;

    rbe_write(&sc->registers, RBE_IMC, 0xffffffff);
}

static void unmask(void *os)
{
    struct rbe_softc *sc = os;

    rbe_write(&sc->registers, RBE_IMS, RBE_CAUSES);
}

static bool has_work(void *os)
{
    struct rbe_softc *sc = os;

    return dp_rx_has_work(&sc->rx);
}

static const struct dp_poll_ops poll_ops = {poll, mask, unmask, has_work};

// tag::softint[]
static bool run_locked(struct rbe_softc *sc)
{
    u_int causes = atomic_swap_uint(&sc->causes, 0);

    if (!sc->running)
        return false;
    if (causes & RBE_ICR_LSC)
        link_changed(sc);
    dp_tx_complete(&sc->tx, RBE_SLOTS, rbe_tx_done, sc);
    rbe_start_locked(sc);
    return dp_poll_run(&poll_ops, sc, RBE_BUDGET);
}

/* A soft interrupt is a thread of its own on each CPU: it may block on a mutex, never sleep. */
void rbe_softintr(void *arg)
{
    struct rbe_softc *sc = arg;
    bool again;

    mutex_enter(&sc->lock);
    again = run_locked(sc);
    mutex_exit(&sc->lock);
    if (again)
        softint_schedule(sc->si); /* others of SOFTINT_NET have their turn first */
}
// end::softint[]

static void read_statistics(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;
    uint32_t wrong = rbe_read(&sc->registers, RBE_CRCERRS);

    if (wrong == 0xffffffff)
        return;
    for (; wrong > 0; wrong--)
        rbe_count(ifp, if_ierrors);
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
    return sc->stuck > 2;
}

static void look_locked(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;

    read_statistics(sc);
    link_changed(sc);
    if (!is_stuck(sc)) {
        mask(sc); /* the soft interrupt unmasks: a cause that was lost raises the line anew */
        softint_schedule(sc->si);
        callout_schedule(&sc->tick, hz);
        return;
    }
    device_printf(sc->dev, "transmitter hangs, resetting\n");
    rbe_count(ifp, if_oerrors);
    if (rbe_init_locked(sc) != 0)
        device_printf(sc->dev, "could not be started again\n");
}

/*
 * Each second, at IPL_SOFTCLOCK: an interrupt may have been lost, a device may hang. A stop
 * cannot call it back when it waits for the lock already, so it looks whether it is wanted.
 */
void rbe_tick(void *arg)
{
    struct rbe_softc *sc = arg;

    mutex_enter(&sc->lock);
    if (sc->running)
        look_locked(sc);
    mutex_exit(&sc->lock);
}
// end::tick[]
