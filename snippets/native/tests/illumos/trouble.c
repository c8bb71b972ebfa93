/* What goes wrong: memory, the device, the cable, the interrupt, the moment. */
#include "port.h"

#include <stdio.h>

#include "cases.h"
#include "dma.h"
#include "memory.h"

/* Every second frame finds no message: allocb fails for short ones, desballoc for long. */
void refill_failure(void)
{
    int i;

    port_open();
    for (i = 0; i < 600; i++) {
        memory_fail_at(i % 2);
        tap_check(port_arrive(i, i % 4 < 2 ? 200 : 1200));
        mock_run();
    }
    memory_fail_at(0);
    tap_equal(300, in_stack.count);
    tap_equal(300, port_statistic(MAC_STAT_NORCVBUF));
    tap_check(port_arrive(600, 1200));
    mock_run();
    tap_equal(301, in_stack.count);
    port_close();
}

static void traffic(int first, int count)
{
    int i;

    for (i = first; i < first + count; i++) {
        port_send(i, i % 2 ? 200 : 600, 1 + i % 3);
        (void)port_arrive(i, i % 5 ? 300 : 100);
    }
}

/* By hand, through mc_stop and mc_start, and by the second hand. */
void reset_in_traffic(void)
{
    int round;

    port_open();
    for (round = 0; round < 50; round++) {
        traffic(round * 30, 15);
        if (round % 2)
            nic_step(nic);
        nic_faults(nic)->silent = round % 3 == 0;
        traffic(round * 30 + 15, 15);
        if (round % 3 == 0) {
            mock_wait(6000);
            tap_check(!nic_faults(nic)->silent);
        } else {
            tap_equal(0, mock_up(false));
            tap_equal(0, mock_up(true));
        }
        mock_run();
    }
    on_wire.count = 0;
    traffic(5000, 1);
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(0, mock_waiting());
    port_close();
}

void detach_in_traffic(void)
{
    int steps, i;

    for (steps = 0; steps < 4; steps++) {
        port_open();
        traffic(0, 200);
        for (i = 0; i < steps; i++)
            nic_step(nic);
        port_close();
    }
}

static void attach_and_use(void)
{
    if (mock_attach(nic) != DDI_SUCCESS)
        return;
    (void)mock_set_mtu(2000);
    if (mock_up(true) == 0) {
        mock_run();
        traffic(0, 10);
        port_send(10, 1500, 50);
        mock_run();
        tap_equal(0, mock_up(false));
        if (mock_up(true) == 0)
            traffic(20, 10);
    }
    tap_equal(DDI_SUCCESS, mock_detach());
}

static void try_without(long chance)
{
    port_power_on();
    memory_fail_at(chance);
    attach_and_use();
    if (mock_leaks() != 0 || dma_faults() != 0)
        fprintf(stderr, "after failure %ld, %s\n", chance, memory_failed());
    port_power_off();
}

void low_memory_everywhere(void)
{
    long chance, chances;

    try_without(0);
    chances = memory_chances();
    tap_check(chances > 500);
    for (chance = 1; chance <= chances; chance++)
        try_without(chance);
    memory_fail_at(0);
}

void silent_device(void)
{
    port_open();
    nic_faults(nic)->silent = true;
    traffic(0, 10);
    mock_run();
    tap_equal(0, on_wire.count);
    mock_wait(6000);
    tap_check(!nic_faults(nic)->silent); /* it was reset */
    tap_equal(1, port_statistic(MAC_STAT_OERRORS));
    traffic(100, 10);
    mock_run();
    tap_equal(10, on_wire.count);
    port_close();
}

void late_device(void)
{
    port_open();
    nic_faults(nic)->late_steps = 5;
    traffic(0, 100);
    mock_wait(9000); /* the interrupt comes before what it tells of: the second hand helps */
    tap_equal(100, on_wire.count);
    tap_equal(100, in_stack.count);
    port_close();
}

void deaf_device(void)
{
    port_open();
    nic_faults(nic)->deaf_doorbells = 1;
    port_send(0, 100, 1);
    mock_wait(6000);
    port_send(1, 100, 1);
    mock_run();
    tap_check(on_wire.count >= 1);
    tap_equal(2, on_wire.next);
    port_close();
}

void endless_reset(void)
{
    port_power_on();
    nic_faults(nic)->endless_reset = true;
    tap_check(mock_attach(nic) != DDI_SUCCESS);
    port_power_off();
    port_open();
    nic_faults(nic)->endless_reset = true;
    traffic(0, 10);
    tap_equal(0, mock_up(false));
    tap_check(mock_up(true) != 0);
    port_close();
}

/* Neither sends nor comes back from its reset: until somebody stops and starts it again. */
void silent_for_good(void)
{
    port_open();
    nic_faults(nic)->silent = true;
    nic_faults(nic)->endless_reset = true;
    traffic(0, 100);
    mock_wait(8000);
    port_send(100, 100, 1); /* dropped */
    tap_equal(0, mock_waiting());
    nic_faults(nic)->endless_reset = false;
    tap_equal(0, mock_up(false));
    tap_equal(0, mock_up(true));
    mock_run();
    on_wire.count = 0;
    traffic(200, 10);
    mock_run();
    tap_equal(10, on_wire.count);
    port_close();
}

void lost_interrupt(void)
{
    port_open();
    nic_faults(nic)->lost_interrupts = 1;
    traffic(0, 20);
    mock_run();
    mock_wait(3000);
    tap_equal(20, on_wire.count);
    tap_equal(20, in_stack.count);
    traffic(20, 20);
    mock_run();
    tap_equal(40, in_stack.count);
    port_close();
}

void interrupt_storm(void)
{
    port_open();
    nic_faults(nic)->storm = 500;
    traffic(0, 100);
    mock_wait(600);
    tap_equal(100, on_wire.count);
    tap_equal(100, in_stack.count);
    port_close();
}

void link_flap(void)
{
    int round;

    port_open();
    for (round = 0; round < 20; round++) {
        nic_link(nic, false);
        port_send(2 * round, 100, 1); /* the driver has not heard of it yet */
        mock_run();
        tap_equal(LINK_STATE_DOWN, mock_link());
        port_send(2 * round + 1, 100, 1); /* dropped: nothing would ever ask for it again */
        nic_link(nic, true);
        mock_run();
        tap_equal(LINK_STATE_UP, mock_link());
    }
    tap_equal(20, on_wire.count);
    tap_equal(0, mock_up(false));
    tap_equal(LINK_STATE_UNKNOWN, mock_link());
    port_close();
}

void unplugged(void)
{
    port_open();
    traffic(0, 50);
    nic_step(nic);
    nic_faults(nic)->unplugged = true;
    mock_wait(5000);
    tap_equal(LINK_STATE_DOWN, mock_link());
    port_send(50, 100, 1);
    port_close();
    port_power_on();
    nic_faults(nic)->unplugged = true;
    tap_check(mock_attach(nic) != DDI_SUCCESS);
    port_power_off();
}

void damaged_frames(void)
{
    port_open();
    nic_faults(nic)->damaged_in = 3;
    traffic(0, 10);
    mock_wait(2000);
    tap_equal(7, in_stack.count);
    tap_equal(3, port_statistic(MAC_STAT_IERRORS));
    port_close();
}

void suspend_and_resume(void)
{
    port_open();
    traffic(0, 30);
    nic_step(nic);
    tap_equal(DDI_SUCCESS, mock_suspend());
    port_send(30, 100, 1); /* dropped */
    mock_wait(3000);       /* the second hand finds nothing to do */
    tap_equal(DDI_SUCCESS, mock_resume());
    mock_run();
    on_wire.count = in_stack.count = 0;
    traffic(100, 10);
    mock_run();
    tap_equal(10, on_wire.count);
    tap_equal(10, in_stack.count);
    port_close();
}

void quiesce_in_traffic(void)
{
    port_open();
    traffic(0, 100);
    nic_step(nic);
    tap_equal(DDI_SUCCESS, mock_quiesce());
    tap_check(!nic_is_running(nic));
    port_close();
}

void hilevel_interrupt(void)
{
    port_power_on();
    mock_set_hilevel(true);
    tap_check(mock_attach(nic) != DDI_SUCCESS);
    mock_set_hilevel(false);
    port_power_off();
}
