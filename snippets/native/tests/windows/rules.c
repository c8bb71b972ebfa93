/* The mock kernel itself: each rule that a driver can break is broken here once. */
#include "bench.h"

static void completes_twice(void)
{
    PNET_BUFFER_LIST list;
    uint8_t bytes[100];

    bench_start();
    bench_frame(bytes, 100, 0);
    list = bench_list(bytes, 100);
    NdisMSendNetBufferListsComplete(THE_ADAPTER, list, 0);
}

static void maps_at_passive_level(void)
{
    uint8_t bytes[100];

    bench_start();
    bench_frame(bytes, 100, 0);
    NdisMAllocateNetBufferSGList(THE_DMA, bench_list(bytes, 100)->FirstNetBuffer, NULL,
                                 NDIS_SG_LIST_WRITE_TO_DEVICE, NULL, 0);
}

static void indicates_at_device_irql(void)
{
    bench_start();
    irql_set(DIRQL);
    NdisMIndicateReceiveNetBufferLists(THE_ADAPTER, NULL, 0, 0, 0);
}

static void indicates_while_paused(void)
{
    bench_start();
    bench_pause();
    NdisMIndicateReceiveNetBufferLists(THE_ADAPTER, NULL, 0, 0, 0);
}

static void indicates_under_a_lock(void)
{
    NDIS_SPIN_LOCK lock;

    bench_start();
    NdisAllocateSpinLock(&lock);
    NdisAcquireSpinLock(&lock);
    NdisMIndicateReceiveNetBufferLists(THE_ADAPTER, NULL, 0, 0, 0);
}

static void locks_twice(void)
{
    NDIS_SPIN_LOCK lock;

    NdisAllocateSpinLock(&lock);
    NdisAcquireSpinLock(&lock);
    NdisAcquireSpinLock(&lock);
}

static void synchronizes_with_a_message(void)
{
    bench_start();
    NdisMSynchronizeWithInterruptEx(THE_INTERRUPT, 1, NULL, NULL);
}

static void pauses_twice(void)
{
    bench_start();
    bench_pause();
    NdisMPauseComplete(THE_ADAPTER);
}

static void frees_others_list(void)
{
    uint8_t bytes[100];

    bench_start();
    bench_frame(bytes, 100, 0);
    NdisFreeNetBufferList(bench_list(bytes, 100));
}

static void leaks_at_halt(void)
{
    bench_start();
    (void)NdisAllocateMemoryWithTagPriority(THE_ADAPTER, 10, 1, NormalPoolPriority);
    bench_end();
}

static void every_rule_can_be_broken(void)
{
    tap_check(tap_breaks("windows/double-completion", completes_twice));
    tap_check(tap_breaks("windows/irql", maps_at_passive_level));
    tap_check(tap_breaks("windows/irql", indicates_at_device_irql));
    tap_check(tap_breaks("windows/indicate-while-paused", indicates_while_paused));
    tap_check(tap_breaks("windows/lock-across-up-call", indicates_under_a_lock));
    tap_check(tap_breaks("windows/spin-lock-twice", locks_twice));
    tap_check(tap_breaks("windows/message-id", synchronizes_with_a_message));
    tap_check(tap_breaks("windows/pause-twice", pauses_twice));
    tap_check(tap_breaks("windows/free-of-others-list", frees_others_list));
    tap_check(tap_breaks("windows/leak", leaks_at_halt));
}

const struct tap_case rule_cases[] = {
    {"every-rule-can-be-broken", every_rule_can_be_broken},
};
const size_t rule_count = sizeof rule_cases / sizeof rule_cases[0];
