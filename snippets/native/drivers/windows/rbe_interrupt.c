/*
 * The line interrupt. The ISR runs at device IRQL: it reads the cause, masks, and asks for
 * a DPC. The DPC does the work at DISPATCH_LEVEL, in the portions that NDIS allows.
 */
#include "rbe.h"

/* Causes that the adapter wants to hear of, now. */
static ULONG wanted(const struct rbe_adapter *adapter)
{
    return adapter->state == RBE_RUNNING ? RBE_ALL_CAUSES : RBE_ICR_LSC;
}

/* The order of both: a device that may interrupt is never taken for a masked one. */
void rbe_mask(struct rbe_adapter *adapter)
{
    rbe_write(adapter, RBE_IMC, ~0u);
    adapter->masked = true;
}

void rbe_unmask(struct rbe_adapter *adapter)
{
    adapter->masked = false;
    rbe_write(adapter, RBE_IMS, wanted(adapter));
}

// tag::interrupt[]
static MINIPORT_ISR isr;
static BOOLEAN isr(NDIS_HANDLE context, PBOOLEAN queue_dpc, PULONG processors)
{
    struct rbe_adapter *adapter = context;
    ULONG causes;

    UNREFERENCED_PARAMETER(processors);
    *queue_dpc = FALSE;
    if (adapter->masked)
        return FALSE; /* another device on the line; to read the causes would clear them */
    causes = rbe_read(adapter, RBE_ICR);
    if (causes == 0 || causes == ~0u)
        return FALSE; /* another device, or ours was pulled */
    rbe_mask(adapter);
    InterlockedOr(&adapter->causes, (LONG)causes);
    *queue_dpc = TRUE;
    return TRUE;
}

static uint32_t poll(void *os, uint32_t budget)
{
    struct rbe_adapter *adapter = os;
    struct rbe_chain up, up_and_back;
    uint32_t done = 0;

    NdisAcquireSpinLock(&adapter->lock);
    if (adapter->state == RBE_RUNNING && !adapter->resetting) {
        rbe_complete_ring(adapter);
        done = dp_rx_poll(&adapter->rx, budget);
    }
    up = adapter->up;
    up_and_back = adapter->up_and_back;
    rbe_start_chains(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    rbe_finish_sends(adapter);
    rbe_indicate(adapter, up, up_and_back);
    return done;
}
// end::interrupt[]

static void mask(void *os)
{
    rbe_mask(os);
}

static void unmask(void *os)
{
    struct rbe_adapter *adapter = os;

    NdisAcquireSpinLock(&adapter->lock);
    if (!adapter->resetting)
        rbe_unmask(adapter);
    NdisReleaseSpinLock(&adapter->lock);
}

static bool has_work(void *os)
{
    struct rbe_adapter *adapter = os;
    bool waiting;

    NdisAcquireSpinLock(&adapter->lock);
    waiting = adapter->state == RBE_RUNNING && !adapter->resetting &&
              dp_rx_has_work(&adapter->rx);
    NdisReleaseSpinLock(&adapter->lock);
    return waiting;
}

static const struct dp_poll_ops polling = {poll, mask, unmask, has_work};

// tag::dpc[]
/* A DPC of our own, on the processor of this one, as soon as others had their turn. */
static void come_again(struct rbe_adapter *adapter)
{
    PROCESSOR_NUMBER here;
    GROUP_AFFINITY same;

    KeGetCurrentProcessorNumberEx(&here);
    memset(&same, 0, sizeof same);
    same.Group = here.Group;
    same.Mask = (KAFFINITY)1 << here.Number;
    NdisMQueueDpcEx(adapter->interrupt, 0, &same, NULL);
}

/*
 * If NDIS has set a limit, MoreNblsPending lets it call again when it likes; without one
 * that must be FALSE, and we ask for a DPC. Either way we stay masked until it runs.
 */
static MINIPORT_INTERRUPT_DPC dpc;
static void dpc(NDIS_HANDLE context, PVOID dpc_context, PVOID throttle, PVOID reserved)
{
    struct rbe_adapter *adapter = context;
    NDIS_RECEIVE_THROTTLE_PARAMETERS *receive = throttle;
    bool limited = receive->MaxNblsToIndicate != NDIS_INDICATE_ALL_NBLS, more;
    ULONG budget = adapter->rx.ring.size;

    UNREFERENCED_PARAMETER(dpc_context);
    UNREFERENCED_PARAMETER(reserved);
    if (InterlockedExchange(&adapter->causes, 0) & RBE_ICR_LSC)
        rbe_look_at_link(adapter);
    if (receive->MaxNblsToIndicate < budget)
        budget = receive->MaxNblsToIndicate;
    more = dp_poll_run(&polling, adapter, budget);
    receive->MoreNblsPending = more && limited;
    if (more && !limited)
        come_again(adapter);
}
// end::dpc[]

static MINIPORT_DISABLE_INTERRUPT disable;
static void disable(NDIS_HANDLE context)
{
    rbe_mask(context);
}

static MINIPORT_ENABLE_INTERRUPT enable;
static void enable(NDIS_HANDLE context)
{
    rbe_unmask(context);
}

NDIS_STATUS rbe_register_interrupt(struct rbe_adapter *adapter)
{
    NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS line;
    NDIS_STATUS status;

    memset(&line, 0, sizeof line);
    line.Header.Type = NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT;
    line.Header.Revision = NDIS_MINIPORT_INTERRUPT_REVISION_1;
    line.Header.Size = NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1;
    line.InterruptHandler = isr;
    line.InterruptDpcHandler = dpc;
    line.DisableInterruptHandler = disable;
    line.EnableInterruptHandler = enable;
    line.MsiSupported = FALSE;
    status = NdisMRegisterInterruptEx(adapter->ndis, adapter, &line, &adapter->interrupt);
    if (status == NDIS_STATUS_SUCCESS)
        rbe_unmask(adapter);
    return status;
}

static MINIPORT_SYNCHRONIZE_INTERRUPT forget;
static BOOLEAN forget(NDIS_HANDLE context)
{
    struct rbe_adapter *adapter = context;

    rbe_mask(adapter);
    adapter->causes = 0;
    return TRUE;
}

/* Afterwards no ISR runs on any processor, and none will until unmasked. */
void rbe_forget_causes(struct rbe_adapter *adapter)
{
    NdisMSynchronizeWithInterruptEx(adapter->interrupt, 0, (PVOID)forget, adapter);
}

static MINIPORT_SYNCHRONIZE_INTERRUPT lower_and_raise;
static BOOLEAN lower_and_raise(NDIS_HANDLE context)
{
    rbe_mask(context);
    rbe_unmask(context);
    return TRUE;
}

/* An interrupt controller that lost the line's edge gets another one. */
void rbe_make_edge(struct rbe_adapter *adapter)
{
    NdisMSynchronizeWithInterruptEx(adapter->interrupt, 0, (PVOID)lower_and_raise, adapter);
}

static void indicate_link(struct rbe_adapter *adapter, bool up)
{
    NDIS_LINK_STATE link;
    NDIS_STATUS_INDICATION indication;

    memset(&link, 0, sizeof link);
    link.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    link.Header.Revision = NDIS_LINK_STATE_REVISION_1;
    link.Header.Size = NDIS_SIZEOF_LINK_STATE_REVISION_1;
    link.MediaConnectState = up ? MediaConnectStateConnected : MediaConnectStateDisconnected;
    link.MediaDuplexState = up ? MediaDuplexStateFull : MediaDuplexStateUnknown;
    link.XmitLinkSpeed = link.RcvLinkSpeed = up ? 1000000000ull : NDIS_LINK_SPEED_UNKNOWN;
    link.PauseFunctions = NdisPauseFunctionsUnsupported;
    memset(&indication, 0, sizeof indication);
    indication.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
    indication.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
    indication.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
    indication.SourceHandle = adapter->ndis;
    indication.StatusCode = NDIS_STATUS_LINK_STATE;
    indication.StatusBuffer = &link;
    indication.StatusBufferSize = sizeof link;
    NdisMIndicateStatusEx(adapter->ndis, &indication);
}

void rbe_look_at_link(struct rbe_adapter *adapter)
{
    ULONG status = rbe_read(adapter, RBE_STATUS);
    bool up = status != ~0u && (status & RBE_STATUS_LU), changed;

    NdisAcquireSpinLock(&adapter->lock);
    changed = adapter->link_up != up;
    adapter->link_up = up;
    NdisReleaseSpinLock(&adapter->lock);
    if (changed)
        indicate_link(adapter, up);
}
