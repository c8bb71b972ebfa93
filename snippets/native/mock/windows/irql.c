/*
 * IRQLs: where each call may be made. The levels are those of the Requirements table of
 * each call's page; pages are below wdk-ddi-src/content.
 */
#include <string.h>

#include "windows.h"

enum { HIGH_LEVEL = 15 };

struct irql_row {
    const char *function;
    KIRQL least, most;
    const char *page;
};

static const struct irql_row rows[] = {
    {"KeGetCurrentProcessorNumberEx", 0, HIGH_LEVEL,
     "ntddk/nf-ntddk-kegetcurrentprocessornumberex"},
    {"KeLowerIrql", 0, HIGH_LEVEL, "wdm/nf-wdm-kelowerirql"},
    {"KeRaiseIrqlToDpcLevel", 0, DISPATCH_LEVEL, "ntddk/nf-ntddk-keraiseirqltodpclevel"},
    {"KeStallExecutionProcessor", 0, HIGH_LEVEL, "ntifs/nf-ntifs-kestallexecutionprocessor"},
    {"NdisAcquireSpinLock", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndisacquirespinlock"},
    {"NdisReleaseSpinLock", DISPATCH_LEVEL, DISPATCH_LEVEL, "ndis/nf-ndis-ndisreleasespinlock"},
    {"NdisAllocateMdl", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndisallocatemdl"},
    {"NdisFreeMdl", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndisfreemdl"},
    {"NdisAllocateMemoryWithTagPriority", 0, DISPATCH_LEVEL,
     "ndis/nf-ndis-ndisallocatememorywithtagpriority"},
    {"NdisFreeMemory", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndisfreememory"},
    {"NdisAllocateNetBufferAndNetBufferList", 0, DISPATCH_LEVEL,
     "nblapi/nf-nblapi-ndisallocatenetbufferandnetbufferlist"},
    {"NdisAllocateNetBufferListPool", 0, DISPATCH_LEVEL,
     "nblapi/nf-nblapi-ndisallocatenetbufferlistpool"},
    {"NdisFreeNetBufferList", 0, DISPATCH_LEVEL, "nblapi/nf-nblapi-ndisfreenetbufferlist"},
    {"NdisFreeNetBufferListPool", 0, DISPATCH_LEVEL,
     "nblapi/nf-nblapi-ndisfreenetbufferlistpool"},
    {"NdisAllocateSpinLock", 0, HIGH_LEVEL, "ndis/nf-ndis-ndisallocatespinlock"},
    {"NdisFreeSpinLock", 0, HIGH_LEVEL, "ndis/nf-ndis-ndisfreespinlock"},
    {"NdisOpenConfigurationEx", 0, 0, "ndis/nf-ndis-ndisopenconfigurationex"},
    {"NdisReadConfiguration", 0, 0, "ndis/nf-ndis-ndisreadconfiguration"},
    {"NdisReadNetworkAddress", 0, 0, "ndis/nf-ndis-ndisreadnetworkaddress"},
    {"NdisCloseConfiguration", 0, 0, "ndis/nf-ndis-ndiscloseconfiguration"},
    {"NdisGetDataBuffer", 0, DISPATCH_LEVEL, "nblapi/nf-nblapi-ndisgetdatabuffer"},
    {"NdisMAllocateNetBufferSGList", DISPATCH_LEVEL, DISPATCH_LEVEL,
     "ndis/nf-ndis-ndismallocatenetbuffersglist"},
    {"NdisMFreeNetBufferSGList", DISPATCH_LEVEL, DISPATCH_LEVEL,
     "ndis/nf-ndis-ndismfreenetbuffersglist"},
    {"NdisMAllocateSharedMemory", 0, 0, "ndis/nf-ndis-ndismallocatesharedmemory"},
    {"NdisMFreeSharedMemory", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndismfreesharedmemory"},
    {"NdisMRegisterInterruptEx", 0, 0, "ndis/nf-ndis-ndismregisterinterruptex"},
    {"NdisMDeregisterInterruptEx", 0, 0, "ndis/nf-ndis-ndismderegisterinterruptex"},
    {"NdisMSynchronizeWithInterruptEx", 0, DIRQL, "ndis/nf-ndis-ndismsynchronizewithinterruptex"},
    {"NdisMQueueDpcEx", 0, HIGH_LEVEL, "ndis/nf-ndis-ndismqueuedpcex"},
    {"NdisMRegisterMiniportDriver", 0, 0, "ndis/nf-ndis-ndismregisterminiportdriver"},
    {"NdisMDeregisterMiniportDriver", 0, 0, "ndis/nf-ndis-ndismderegisterminiportdriver"},
    {"NdisMRegisterScatterGatherDma", 0, 0, "ndis/nf-ndis-ndismregisterscattergatherdma"},
    {"NdisMDeregisterScatterGatherDma", 0, 0, "ndis/nf-ndis-ndismderegisterscattergatherdma"},
    {"NdisMIndicateReceiveNetBufferLists", 0, DISPATCH_LEVEL,
     "ndis/nf-ndis-ndismindicatereceivenetbufferlists"},
    {"NdisMIndicateStatusEx", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndismindicatestatusex"},
    {"NdisMMapIoSpace", 0, 0, "ndis/nf-ndis-ndismmapiospace"},
    {"NdisMUnmapIoSpace", 0, 0, "ndis/nf-ndis-ndismunmapiospace"},
    {"NdisMPauseComplete", 0, DISPATCH_LEVEL, "ndis/nf-ndis-ndismpausecomplete"},
    {"NdisMSendNetBufferListsComplete", 0, DISPATCH_LEVEL,
     "ndis/nf-ndis-ndismsendnetbufferlistscomplete"},
    {"NdisMSetMiniportAttributes", 0, 0, "ndis/nf-ndis-ndismsetminiportattributes"},
    {"NdisMSleep", 0, APC_LEVEL, "ndis/nf-ndis-ndismsleep"},
};

KIRQL irql_now;

void irql_set(KIRQL irql)
{
    irql_now = irql;
    rule_context = irql > DISPATCH_LEVEL    ? CONTEXT_INTERRUPT
                   : irql == DISPATCH_LEVEL ? CONTEXT_SOFT
                                            : CONTEXT_THREAD;
}

void irql_rule(const char *function)
{
    size_t i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].function, function) != 0)
            continue;
        rule_require(irql_now >= rows[i].least && irql_now <= rows[i].most, "windows/irql",
                     rows[i].page, "%s is called at IRQL %d, not at %d to %d", function, irql_now,
                     rows[i].least, rows[i].most);
        return;
    }
    rule_broken("windows/no-irql", "mock/windows/irql.c", "no IRQL is known for %s", function);
}

void no_lock_rule(const char *function)
{
    rule_require(rule_locks_held == 0, "windows/lock-across-up-call",
                 "network/synchronization-and-notification-in-network-drivers",
                 "%s is called with %d spin locks held", function, rule_locks_held);
}

KIRQL KeRaiseIrqlToDpcLevel(void)
{
    KIRQL old = irql_now;

    irql_rule("KeRaiseIrqlToDpcLevel");
    irql_set(DISPATCH_LEVEL);
    return old;
}

void KeLowerIrql(KIRQL irql)
{
    irql_rule("KeLowerIrql");
    rule_require(irql <= irql_now, "windows/lower-raises", "wdm/nf-wdm-kelowerirql",
                 "lowers from %d to %d", irql_now, irql);
    rule_require(irql >= DISPATCH_LEVEL || rule_locks_held == 0, "windows/lower-under-lock",
                 "ndis/nf-ndis-ndisacquirespinlock", "lowers to %d with a spin lock held", irql);
    irql_set(irql);
}

/* A lock that is held holds its owner's mark. */
enum { FREE = 0, INITIALIZED = 0x51, HELD = 0x52 };

void NdisAllocateSpinLock(PNDIS_SPIN_LOCK lock)
{
    irql_rule("NdisAllocateSpinLock");
    lock->SpinLock = INITIALIZED;
}

void NdisFreeSpinLock(PNDIS_SPIN_LOCK lock)
{
    irql_rule("NdisFreeSpinLock");
    rule_require(lock->SpinLock == INITIALIZED, "windows/spin-lock-freed-held",
                 "ndis/nf-ndis-ndisfreespinlock", "frees a lock that is held or was never made");
    lock->SpinLock = FREE;
}

void NdisAcquireSpinLock(PNDIS_SPIN_LOCK lock)
{
    irql_rule("NdisAcquireSpinLock");
    rule_require(lock->SpinLock != HELD, "windows/spin-lock-twice",
                 "ndis/nf-ndis-ndisacquirespinlock",
                 "takes a lock that it holds: it waits for ever");
    rule_require(lock->SpinLock == INITIALIZED, "windows/spin-lock-not-made",
                 "ndis/nf-ndis-ndisallocatespinlock", "takes a lock that was never made");
    lock->SpinLock = HELD;
    lock->OldIrql = irql_now;
    rule_locks_held++;
    irql_set(DISPATCH_LEVEL);
}

void NdisReleaseSpinLock(PNDIS_SPIN_LOCK lock)
{
    irql_rule("NdisReleaseSpinLock");
    rule_require(lock->SpinLock == HELD, "windows/spin-lock-not-held",
                 "ndis/nf-ndis-ndisreleasespinlock", "releases a lock that it does not hold");
    lock->SpinLock = INITIALIZED;
    rule_locks_held--;
    irql_set(lock->OldIrql);
}
