/* Memory that is refused, devices that misbehave, cables that are pulled. */
#include <stdio.h>

#include "bench.h"

/* Attach, traffic both ways, detach; what may fail, may fail once. */
static void one_life(void)
{
    ULONG filter = NDIS_PACKET_TYPE_DIRECTED;
    uint32_t i;

    if (windows_load(nic) != NDIS_STATUS_SUCCESS)
        return;
    if (windows_initialize() == NDIS_STATUS_SUCCESS) {
        tap_equal(NDIS_STATUS_SUCCESS, windows_restart());
        windows_set(OID_GEN_CURRENT_PACKET_FILTER, &filter, sizeof filter, NULL);
        for (i = 0; i < 10; i++) {
            bench_send(100, i);
            (void)bench_arrive(100, i);
            windows_run();
        }
        tap_equal(0, windows_sends_outstanding());
        tap_check(bench_pause());
        windows_halt();
    }
    windows_unload();
}

static void low_memory_everywhere(void)
{
    long n, failed = 0;

    windows_options.receive_buffers = 16;
    windows_options.transmit_buffers = 64;
    for (n = 1;; n++) {
        bench_power_on();
        memory_fail_at(n);
        one_life();
        if (memory_failed()[0] == '\0')
            break;
        failed++;
        nic_power_off(nic);
    }
    nic_power_off(nic);
    memory_fail_at(0);
    tap_check(failed > 40);
    tap_equal(0, dma_faults());
    printf("# %ld places may fail, each did\n", failed);
}

static void silent_device(void)
{
    uint32_t i;

    bench_start();
    nic_faults(nic)->silent = true;
    for (i = 0; i < 5; i++)
        bench_send(100, i);
    windows_run();
    tap_equal(0, windows_counts.completed);
    tap_check(!windows_check_for_hang());
    windows_run();
    tap_check(windows_check_for_hang());
    tap_equal(5, windows_counts.completed);
    windows_run();
    heard.next = 0;
    bench_send(100, 0);
    windows_run();
    tap_equal(1, heard.frames);
    bench_end();
}

static void lost_interrupt(void)
{
    bench_start();
    nic_faults(nic)->lost_interrupts = 1;
    bench_send(100, 0);
    windows_run();
    tap_equal(1, heard.frames);
    tap_equal(0, windows_counts.completed);
    tap_check(!windows_check_for_hang());
    windows_run();
    tap_equal(1, windows_counts.completed);
    tap_check(!windows_check_for_hang());
    tap_equal(0, windows_counts.failed);
    bench_end();
}

static void interrupt_storm(void)
{
    uint32_t i;

    bench_start();
    nic_faults(nic)->storm = 2000;
    for (i = 0; i < 50; i++) {
        bench_send(100, i);
        (void)bench_arrive(100, i);
        windows_run();
    }
    tap_equal(50, windows_counts.completed);
    tap_equal(50, windows_counts.received);
    bench_end();
}

/* Our device raised an interrupt and is masked now; then it has more to say. */
static void arrive_and_mask(uint32_t number)
{
    tap_check(bench_arrive(100, number));
    (void)nic_step(nic);
    tap_check(windows_interrupt());
}

/* Others on the line interrupt: the ISR says no, asks for no DPC, and loses no cause. */
static void shared_line(void)
{
    ULONG changes;

    bench_start();
    changes = windows_counts.link_changes;
    tap_check(!windows_interrupt());
    arrive_and_mask(0);
    tap_check(bench_arrive(100, 1));
    (void)nic_step(nic);
    tap_check(!windows_interrupt());
    windows_run();
    tap_equal(2, windows_counts.received);
    arrive_and_mask(2);
    nic_link(nic, false);
    (void)nic_step(nic);
    tap_check(!windows_interrupt());
    windows_run();
    tap_equal(3, windows_counts.received);
    tap_equal(changes + 1, windows_counts.link_changes);
    tap_check(bench_pause());
    tap_check(!windows_interrupt());
    bench_end();
}

static void link_flap(void)
{
    int i;

    bench_start();
    for (i = 0; i < 5; i++) {
        nic_link(nic, false);
        windows_run();
        tap_check(!windows_counts.link_up);
        bench_send(100, 0);
        windows_run();
        tap_equal(NDIS_STATUS_MEDIA_DISCONNECTED, windows_counts.last_status);
        nic_link(nic, true);
        windows_run();
        tap_check(windows_counts.link_up);
    }
    bench_send(100, 0);
    windows_run();
    tap_equal(1, heard.frames);
    bench_end();
}

static void unplugged(void)
{
    uint32_t i;

    bench_start();
    for (i = 0; i < 100; i++)
        bench_send(100, i);
    windows_surprise_removal();
    tap_equal(100, windows_counts.completed);
    bench_send(100, 100);
    tap_equal(101, windows_counts.completed);
    bench_end();
}

static void endless_reset(void)
{
    bench_start();
    bench_send(100, 0);
    nic_faults(nic)->endless_reset = true;
    tap_equal(NDIS_STATUS_HARD_ERRORS, windows_reset());
    tap_equal(1, windows_counts.completed);
    nic_faults(nic)->endless_reset = false;
    bench_end();
}

static void damaged_frames(void)
{
    bench_start();
    nic_faults(nic)->damaged_in = 3;
    for (uint32_t i = 0; i < 5; i++)
        tap_check(bench_arrive(100, i));
    windows_run();
    tap_equal(2, windows_counts.received);
    bench_end();
}

const struct tap_case trouble_cases[] = {
    {"low-memory-everywhere", low_memory_everywhere},
    {"silent-device", silent_device},
    {"lost-interrupt", lost_interrupt},
    {"interrupt-storm", interrupt_storm},
    {"shared-line", shared_line},
    {"link-flap", link_flap},
    {"unplugged", unplugged},
    {"endless-reset", endless_reset},
    {"damaged-frames", damaged_frames},
};
const size_t trouble_count = sizeof trouble_cases / sizeof trouble_cases[0];
