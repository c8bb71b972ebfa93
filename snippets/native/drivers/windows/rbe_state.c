/*
 * Paused, running, pausing: the states of a miniport adapter, and what leads out of a hang.
 * Frames that are here when the adapter stops go back with the reason, sent or not.
 */
#include "rbe.h"

/* For dp_tx_drain: the device will not send it; why stands in the ring's last word. */
static void drained(void *os, void *packet)
{
    struct rbe_adapter *adapter = os;

    *adapter->done_end = packet;
    adapter->done_end = &rbe_send_of(packet)->next;
}

static void give_reason(struct rbe_adapter *adapter, NDIS_STATUS why)
{
    PNET_BUFFER buffer;

    for (buffer = adapter->done; buffer; buffer = rbe_send_of(buffer)->next)
        rbe_send_of(buffer)->status = why;
}

/* Afterwards the device touches no memory, the rings are empty, and nobody is waiting. */
static void stop(struct rbe_adapter *adapter, NDIS_STATUS why)
{
    rbe_forget_causes(adapter);
    NdisAcquireSpinLock(&adapter->lock);
    adapter->resetting = true;
    adapter->dead = !adapter->gone && !rbe_reset_chip(adapter);
    dp_rx_drain(&adapter->rx);
    rbe_complete_ring(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    rbe_finish_sends(adapter);
    NdisAcquireSpinLock(&adapter->lock);
    dp_tx_drain(&adapter->tx, drained, adapter);
    give_reason(adapter, why);
    rbe_abort_sends(adapter, why);
    NdisReleaseSpinLock(&adapter->lock);
    rbe_finish_sends(adapter);
}

static bool start(struct rbe_adapter *adapter)
{
    bool possible;

    NdisAcquireSpinLock(&adapter->lock);
    possible = !adapter->dead && !adapter->gone;
    if (possible) {
        rbe_start_chip(adapter);
        adapter->resetting = false;
        adapter->checks_without_progress = 0;
        rbe_unmask(adapter);
    }
    NdisReleaseSpinLock(&adapter->lock);
    return possible;
}

// tag::pause[]
/* Lists of others went home, or lists of ours came home: the last one ends a pause. */
void rbe_leave(struct rbe_adapter *adapter, ULONG sends, ULONG indicated)
{
    bool last;

    NdisAcquireSpinLock(&adapter->lock);
    adapter->sends -= sends;
    adapter->indicated -= indicated;
    last = adapter->pause_pending && adapter->sends == 0 && adapter->indicated == 0;
    if (last) {
        adapter->pause_pending = false;
        adapter->state = RBE_PAUSED;
    }
    NdisReleaseSpinLock(&adapter->lock);
    if (last)
        NdisMPauseComplete(adapter->ndis);
}

NDIS_STATUS rbe_pause(NDIS_HANDLE context, PNDIS_MINIPORT_PAUSE_PARAMETERS parameters)
{
    struct rbe_adapter *adapter = context;
    bool idle;

    UNREFERENCED_PARAMETER(parameters);
    NdisAcquireSpinLock(&adapter->lock);
    adapter->state = RBE_PAUSING;
    NdisReleaseSpinLock(&adapter->lock);
    stop(adapter, NDIS_STATUS_PAUSED);
    NdisAcquireSpinLock(&adapter->lock);
    idle = adapter->sends == 0 && adapter->indicated == 0;
    adapter->pause_pending = !idle;
    if (idle)
        adapter->state = RBE_PAUSED;
    NdisReleaseSpinLock(&adapter->lock);
    return idle ? NDIS_STATUS_SUCCESS : NDIS_STATUS_PENDING;
}

NDIS_STATUS rbe_restart(NDIS_HANDLE context, PNDIS_MINIPORT_RESTART_PARAMETERS parameters)
{
    struct rbe_adapter *adapter = context;

    UNREFERENCED_PARAMETER(parameters);
    NdisAcquireSpinLock(&adapter->lock);
    adapter->state = RBE_RUNNING;
    NdisReleaseSpinLock(&adapter->lock);
    if (!start(adapter)) {
        adapter->state = RBE_PAUSED;
        return NDIS_STATUS_HARD_ERRORS;
    }
    rbe_look_at_link(adapter);
    return NDIS_STATUS_SUCCESS;
}
// end::pause[]

// tag::reset[]
/* The filters are set again here, so NDIS need not do it: AddressingReset is FALSE. */
NDIS_STATUS rbe_reset(NDIS_HANDLE context, PBOOLEAN addressing_reset)
{
    struct rbe_adapter *adapter = context;

    *addressing_reset = FALSE;
    if (adapter->state != RBE_RUNNING)
        return NDIS_STATUS_SUCCESS; /* a pause has reset it, a restart will set it up */
    stop(adapter, NDIS_STATUS_RESET_IN_PROGRESS);
    return start(adapter) ? NDIS_STATUS_SUCCESS : NDIS_STATUS_HARD_ERRORS;
}

/*
 * Frames that do not move while the link is up: first an interrupt may have been lost,
 * then the device hangs. TRUE makes NDIS reset it.
 */
BOOLEAN rbe_check_for_hang(NDIS_HANDLE context)
{
    struct rbe_adapter *adapter = context;
    bool running, stuck, waiting;

    NdisAcquireSpinLock(&adapter->lock);
    running = adapter->state == RBE_RUNNING && !adapter->resetting && !adapter->gone;
    waiting = running && dp_rx_has_work(&adapter->rx);
    stuck = running && adapter->link_up && dp_in_flight(&adapter->tx.ring) > 0 &&
            adapter->tx.completed == adapter->watched;
    adapter->watched = adapter->tx.completed;
    adapter->checks_without_progress = stuck ? adapter->checks_without_progress + 1 : 0;
    NdisReleaseSpinLock(&adapter->lock);
    if (waiting || stuck)
        rbe_make_edge(adapter);
    return adapter->checks_without_progress > 1;
}
// end::reset[]

/* After a bug check nothing of the kernel may be called but register access. */
void rbe_shutdown(NDIS_HANDLE context, NDIS_SHUTDOWN_ACTION action)
{
    UNREFERENCED_PARAMETER(action);
    rbe_reset_chip(context);
}

/* The device is gone already: hand back what it will never send; NDIS will pause and halt. */
void rbe_pnp_event(NDIS_HANDLE context, PNET_DEVICE_PNP_EVENT event)
{
    struct rbe_adapter *adapter = context;

    if (event->DevicePnPEvent != NdisDevicePnPEventSurpriseRemoved)
        return;
    NdisAcquireSpinLock(&adapter->lock);
    adapter->gone = true;
    NdisReleaseSpinLock(&adapter->lock);
    stop(adapter, NDIS_STATUS_FAILURE);
}
