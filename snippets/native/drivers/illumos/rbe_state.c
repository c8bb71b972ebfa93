/*
 * Start and stop, interrupt, the second hand, and the one place where MAC is called: after
 * the lock is dropped (mac(9E), "MAC Callbacks"). illumos, GLDv3.
 */
#include "rbe.h"

#include <sys/pci.h>

/* Without it the device reaches no memory, whatever it is told. */
void rbe_bus_master(struct rbe *rbe, boolean_t on)
{
    uint16_t command = pci_config_get16(rbe->config, PCI_CONF_COMM);

    command = on ? command | PCI_COMM_ME : command & ~PCI_COMM_ME;
    pci_config_put16(rbe->config, PCI_CONF_COMM, command);
}

static void look_at_link(struct rbe *rbe)
{
    link_state_t link = rbe_link_is_up(&rbe->registers) ? LINK_STATE_UP : LINK_STATE_DOWN;

    if (link != rbe->link)
        rbe->later.link = B_TRUE;
    rbe->link = link;
}

// tag::start[]
int rbe_start_locked(struct rbe *rbe)
{
    int error;

    ASSERT(MUTEX_HELD(&rbe->lock));
    rbe_stop_locked(rbe);
    if ((error = rbe_reset(&rbe->registers)) != 0)
        return (error);
    rbe_bus_master(rbe, B_TRUE);
    rbe_set_rings(rbe);
    rbe_enable(rbe);
    (void) dp_rx_refill(&rbe->rx); /* RBE_MOST_LENT leaves enough for it */
    rbe->running = B_TRUE;
    rbe->stuck = 0;
    look_at_link(rbe);
    rbe_write(&rbe->registers, RBE_IMS, RBE_CAUSES);
    return (0);
}
// end::start[]

// tag::stop[]
/* What was in flight comes back, sent or not, but only from a device that cannot move. */
void rbe_stop_locked(struct rbe *rbe)
{
    ASSERT(MUTEX_HELD(&rbe->lock));
    rbe->running = B_FALSE;
    if (rbe_reset(&rbe->registers) != 0)
        rbe_bus_master(rbe, B_FALSE); /* it does not listen: the bus must keep it out */
    dp_sync_for_cpu(&rbe->tx.ring);
    dp_sync_for_cpu(&rbe->rx.ring);
    (void) dp_tx_drain(&rbe->tx, rbe_tx_done, rbe);
    (void) dp_rx_drain(&rbe->rx);
    dp_sync_for_device(&rbe->tx.ring);
    dp_sync_for_device(&rbe->rx.ring);
    if (rbe->blocked)
        rbe->later.resume = B_TRUE;
}
// end::stop[]

// tag::exit[]
/*
 * Frees, delivers and tells what piled up under the lock. All of it may come back to this
 * driver: a reply through mc_tx, a lent buffer through its free routine.
 */
void rbe_exit(struct rbe *rbe)
{
    struct rbe_later later = rbe->later;
    link_state_t link = rbe->link;

    bzero(&rbe->later, sizeof (rbe->later));
    if (later.resume)
        rbe->blocked = B_FALSE;
    mutex_exit(&rbe->lock);
    freemsgchain(later.done);
    if (later.link)
        mac_link_update(rbe->mac, link);
    if (later.inbound != NULL)
        mac_rx(rbe->mac, NULL, later.inbound);
    if (later.resume)
        mac_tx_update(rbe->mac);
}
// end::exit[]

// tag::work[]
/* Returns whether frames are left that were received: others have their turn first. */
static boolean_t work(struct rbe *rbe)
{
    boolean_t left;

    (void) dp_tx_complete(&rbe->tx, RBE_SLOTS, rbe_tx_done, rbe);
    if (rbe->blocked && rbe_tx_has_room(rbe))
        rbe->later.resume = B_TRUE;
    left = dp_rx_poll(&rbe->rx, RBE_BUDGET) == RBE_BUDGET;
    return (left);
}
// end::work[]

// tag::interrupt[]
/*
 * The line is shared and its priority below the scheduler's, so this may take the mutex that
 * was made with that priority. Reading ICR lowers the line.
 */
uint_t rbe_interrupt(caddr_t arg1, caddr_t arg2)
{
    struct rbe *rbe = (struct rbe *)(void *)arg1;
    uint32_t causes;

    mutex_enter(&rbe->lock);
    causes = rbe->running ? rbe_read(&rbe->registers, RBE_ICR) : 0;
    if (causes == 0 || causes == 0xffffffff) { /* another device's, or ours has gone */
        rbe_exit(rbe);
        return (DDI_INTR_UNCLAIMED);
    }
    if ((causes & RBE_ICR_LSC) != 0)
        look_at_link(rbe);
    if (work(rbe))
        rbe_write(&rbe->registers, RBE_ICS, RBE_ICR_RXT0); /* raises the line again */
    rbe_exit(rbe);
    return (DDI_INTR_CLAIMED);
}
// end::interrupt[]

static void read_statistics(struct rbe *rbe)
{
    uint32_t missed = rbe_read(&rbe->registers, RBE_MPC);

    if (missed == 0xffffffff)
        return;
    rbe->missed += missed;
    rbe->crc_errors += rbe_read(&rbe->registers, RBE_CRCERRS);
    rbe->multicast += rbe_read(&rbe->registers, RBE_MPRC);
    rbe->broadcast += rbe_read(&rbe->registers, RBE_BPRC);
}

// tag::tick[]
static boolean_t is_stuck(struct rbe *rbe)
{
    boolean_t moved = rbe->tx.completed != rbe->seen_completed;

    rbe->seen_completed = rbe->tx.completed;
    if (moved || dp_in_flight(&rbe->tx.ring) == 0 || rbe->link != LINK_STATE_UP)
        rbe->stuck = 0;
    else
        rbe->stuck++;
    return (rbe->stuck > 2);
}

/* The message goes to the log and not to the console (dev_err(9F): "!"). */
static void recover(struct rbe *rbe)
{
    rbe->bad_transmit++;
    dev_err(rbe->dip, CE_WARN, rbe_start_locked(rbe) == 0 ? "!transmitter hung, device reset"
                                                           : "!device does not come back");
}

/* ddi_periodic(9F), each second in kernel context: an interrupt may be lost, a device hang. */
void rbe_tick(void *arg)
{
    struct rbe *rbe = arg;

    mutex_enter(&rbe->lock);
    if (rbe->running) {
        read_statistics(rbe);
        look_at_link(rbe);
        if (is_stuck(rbe)) {
            recover(rbe);
        } else {
            rbe_write(&rbe->registers, RBE_IMC, 0xffffffff);
            (void) work(rbe);
            rbe_write(&rbe->registers, RBE_IMS, RBE_CAUSES); /* raises what was lost anew */
        }
    }
    rbe_exit(rbe);
}
// end::tick[]
