/* The interrupt line, its ISR at device IRQL, its DPC with a throttle, and who waits. */
#include <string.h>

#include "memory.h"
#include "windows.h"

enum { MOST_ROUNDS = 100000 };

bool interrupt_registered;
static NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS line;
static NDIS_HANDLE isr_context;
static bool dpc_queued;
static PVOID own_context; /* of a DPC that the driver queued itself */

#define MINIPORT_ISR_PAGE "ndis/nc-ndis-miniport_isr"

/* Its own interrupt or another device's: every ISR on the line is called, at any time. */
bool windows_interrupt(void)
{
    BOOLEAN queue = FALSE, ours;
    ULONG processors = 0;
    KIRQL old = irql_now;
    bool pending = nic_interrupt_pending(windows_nic);

    irql_set(DIRQL);
    ours = line.InterruptHandler(isr_context, &queue, &processors);
    irql_set(old);
    rule_require(ours || !pending, "windows/interrupt-not-claimed", MINIPORT_ISR_PAGE,
                 "the line is pulled, and no ISR says that it is its own");
    rule_require(!ours || pending, "windows/interrupt-of-another", MINIPORT_ISR_PAGE,
                 "claims an interrupt that its device did not raise");
    rule_require(ours || !queue, "windows/dpc-for-another", MINIPORT_ISR_PAGE,
                 "asks for a DPC for an interrupt that is not its own");
    dpc_queued |= queue;
    return ours;
}

NDIS_STATUS NdisMRegisterInterruptEx(NDIS_HANDLE adapter, NDIS_HANDLE handler_context,
                                     PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS wanted,
                                     PNDIS_HANDLE handle)
{
    irql_rule("NdisMRegisterInterruptEx");
    header_rule(&wanted->Header, NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT, 1,
                NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1,
                "NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS");
    rule_require(adapter == THE_ADAPTER && windows_state() == INITIALIZING &&
                     windows_context() && !interrupt_registered,
                 "windows/register-interrupt", "ndis/nf-ndis-ndismregisterinterruptex",
                 "once, in MiniportInitializeEx, after the registration attributes");
    rule_require(wanted->InterruptHandler && wanted->InterruptDpcHandler &&
                     wanted->EnableInterruptHandler && wanted->DisableInterruptHandler,
                 "windows/interrupt-handlers",
                 "ndis/ns-ndis-_ndis_miniport_interrupt_characteristics",
                 "a line has an ISR, a DPC, and two to enable and disable");
    if (memory_may_fail("NdisMRegisterInterruptEx"))
        return NDIS_STATUS_RESOURCES;
    line = *wanted;
    wanted->InterruptType = NDIS_CONNECT_LINE_BASED;
    isr_context = handler_context;
    interrupt_registered = true;
    *handle = THE_INTERRUPT;
    (void)windows_interrupt();
    return NDIS_STATUS_SUCCESS;
}

void NdisMDeregisterInterruptEx(NDIS_HANDLE handle)
{
    irql_rule("NdisMDeregisterInterruptEx");
    rule_require(handle == THE_INTERRUPT && interrupt_registered, "windows/deregister-interrupt",
                 "ndis/nf-ndis-ndismderegisterinterruptex", "no interrupt is registered");
    rule_require(!nic_interrupt_pending(windows_nic), "windows/interrupt-left-on",
                 "ndis/nf-ndis-ndismderegisterinterruptex",
                 "the device still pulls the line: nobody will ever answer");
    interrupt_registered = false;
    dpc_queued = false;
}

static void message_rule(NDIS_HANDLE handle, ULONG message)
{
    rule_require(handle == THE_INTERRUPT && interrupt_registered, "windows/interrupt-handle",
                 "ndis/nf-ndis-ndismsynchronizewithinterruptex", "no interrupt is registered");
    rule_require(message == 0, "windows/message-id",
                 "ndis/nf-ndis-ndismsynchronizewithinterruptex",
                 "a line interrupt has message 0, not %u", message);
}

BOOLEAN NdisMSynchronizeWithInterruptEx(NDIS_HANDLE handle, ULONG message, PVOID function,
                                        PVOID function_context)
{
    MINIPORT_SYNCHRONIZE_INTERRUPT *synchronized = (MINIPORT_SYNCHRONIZE_INTERRUPT *)function;
    KIRQL old = irql_now;
    BOOLEAN result;

    irql_rule("NdisMSynchronizeWithInterruptEx");
    message_rule(handle, message);
    irql_set(DIRQL);
    result = synchronized(function_context);
    irql_set(old);
    return result;
}

/* There is one processor, group 0's first. */
ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER number)
{
    irql_rule("KeGetCurrentProcessorNumberEx");
    if (number)
        memset(number, 0, sizeof *number);
    return 0;
}

KAFFINITY NdisMQueueDpcEx(NDIS_HANDLE handle, ULONG message, PGROUP_AFFINITY processors,
                          PVOID context)
{
    bool queued_before = dpc_queued;

    irql_rule("NdisMQueueDpcEx");
    message_rule(handle, message);
    rule_require(processors->Mask == 1 && processors->Group == 0 && processors->Reserved[0] == 0 &&
                     processors->Reserved[1] == 0 && processors->Reserved[2] == 0,
                 "windows/dpc-processors", "ndis/nf-ndis-ndismqueuedpcex",
                 "wants processors %llx of group %u, there is one in group 0",
                 (unsigned long long)processors->Mask, processors->Group);
    own_context = context;
    dpc_queued = true;
    windows_counts.own_dpcs++;
    return queued_before ? 0 : processors->Mask;
}

static void run_dpc(void)
{
    NDIS_RECEIVE_THROTTLE_PARAMETERS throttle = {NDIS_INDICATE_ALL_NBLS, 0};
    ULONG before = windows_counts.received, allowed = windows_options.most_lists;
    PVOID context = own_context;

    if (allowed > 0)
        throttle.MaxNblsToIndicate = allowed;
    dpc_queued = false;
    own_context = NULL;
    irql_set(DISPATCH_LEVEL);
    line.InterruptDpcHandler(isr_context, context, &throttle, NULL);
    rule_require(irql_now == DISPATCH_LEVEL && rule_locks_held == 0, "windows/dpc-leaves",
                 "ndis/nc-ndis-miniport_interrupt_dpc", "leaves at IRQL %d with %d locks", irql_now,
                 rule_locks_held);
    irql_set(PASSIVE_LEVEL);
    rule_require(allowed == 0 || windows_counts.received - before <= allowed,
                 "windows/throttle", "ndis/ns-ndis-_ndis_receive_throttle_parameters",
                 "a DPC indicates %u lists, allowed are %u", windows_counts.received - before,
                 allowed);
    rule_require(allowed > 0 || !throttle.MoreNblsPending, "windows/pending-without-limit",
                 "ndis/ns-ndis-_ndis_receive_throttle_parameters",
                 "MoreNblsPending, though all lists could be indicated: it is for a limit of NDIS");
    dpc_queued |= throttle.MoreNblsPending;
}

static bool deliver(void)
{
    if (!interrupt_registered || !nic_interrupt_pending(windows_nic))
        return false;
    return windows_interrupt();
}

bool run_interrupts(void)
{
    bool any = deliver();

    if (!dpc_queued)
        return any;
    run_dpc();
    return true;
}

void windows_run(void)
{
    int rounds = 0;
    bool moved = true;

    while (moved) {
        moved = nic_step(windows_nic) > 0;
        moved |= run_interrupts();
        moved |= dma_run_late();
        rule_require(++rounds < MOST_ROUNDS, "windows/livelock", "mock",
                     "work never ends after %d rounds", rounds);
    }
}
