/* What goes wrong: memory, the device, the cable, the interrupt, the moment. */
#include <stdio.h>

#include "cases.h"
#include "dma.h"
#include "memory.h"
#include "port.h"

void refill_failure(void)
{
    struct rbe_statistics statistics;
    int i;

    port_open();
    for (i = 0; i < 600; i++) {
        memory_fail_at(i % 2);
        tap_check(port_arrive(i, 200));
        mock_run();
    }
    memory_fail_at(0);
    tap_equal(600, in_stack.count); /* no block at the first look, one at the second */
    stack.holds = true;
    for (i = 600; i < 700; i++) {
        (void)port_arrive(i, 200);
        mock_run();
    }
    tap_equal(665, in_stack.count); /* all blocks but those of the ring */
    rbe_read_statistics(&port, &statistics);
    tap_equal(35, statistics.no_buffer);
    tap_equal(0, statistics.blocks_least);
    stack_release();
    tap_check(port_arrive(700, 200));
    mock_run();
    tap_equal(666, in_stack.count);
    port_close();
}

static void traffic(int first, int count)
{
    int i;

    for (i = first; i < first + count; i++) {
        (void)port_send(i, 200 + i % 3 * 400, 300);
        (void)port_arrive(i, 300 + i % 2 * 600);
    }
}

/* No more than the pool has room for, so that all of it must come. */
static void light_traffic(int first, int count)
{
    int i;

    for (i = first; i < first + count; i++) {
        (void)port_send(i, 200, 512);
        (void)port_arrive(i, 300);
    }
}

void reset_in_traffic(void)
{
    int round;

    port_open();
    for (round = 0; round < 50; round++) {
        traffic(round * 30, 30);
        if (round % 2)
            nic_step(nic);
        tap_equal(RTOS_OK, rbe_reset(&port));
        mock_run();
    }
    on_wire.count = 0;
    traffic(5000, 1);
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(5001, in_stack.next);
    port_close();
}

void detach_in_traffic(void)
{
    int steps, i;

    for (steps = 0; steps < 4; steps++) {
        port_open();
        traffic(0, 60);
        for (i = 0; i < steps; i++)
            nic_step(nic);
        port_close();
    }
}

/* Blocks that the stack has yet outlive the port; its memory is not given away before. */
void detach_with_blocks_out(void)
{
    port_open();
    stack.holds = true;
    traffic(0, 20);
    mock_run();
    tap_equal(RTOS_BUSY, rbe_detach(&port));
    tap_check(!nic_is_running(nic));
    tap_equal(RTOS_BUSY, rbe_attach(&(struct rbe_port){0}, &board));
    port_close();
}

static bool attach_and_use(void)
{
    if (rbe_attach(&port, &board) != RTOS_OK)
        return false;
    mock_run();
    traffic(0, 20);
    mock_run();
    (void)rbe_reset(&port);
    stack.holds = true;
    traffic(20, 20);
    mock_run();
    stack_release();
    tap_equal(RTOS_OK, rbe_detach(&port));
    return true;
}

static void try_without(long chance)
{
    bool used;

    port_power_on();
    memory_fail_at(chance);
    used = attach_and_use();
    if (!used && chance == 0)
        tap_check(!"attach failed though nothing did");
    port_power_off();
}

void low_memory_everywhere(void)
{
    long chance, chances;

    try_without(0);
    chances = memory_chances();
    tap_check(chances > 100);
    for (chance = 1; chance <= chances; chance++)
        try_without(chance);
    memory_fail_at(0);
}

void silent_device(void)
{
    struct rbe_statistics statistics;

    port_open();
    nic_faults(nic)->silent = true;
    traffic(0, 10);
    mock_run();
    tap_equal(0, on_wire.count);
    mock_wait(6000);
    tap_check(!nic_faults(nic)->silent); /* it was reset */
    traffic(100, 10);
    mock_run();
    tap_equal(10, on_wire.count);
    rbe_read_statistics(&port, &statistics);
    tap_equal(1, statistics.resets);
    port_close();
}

void late_device(void)
{
    port_open();
    nic_faults(nic)->late_steps = 5;
    light_traffic(0, 30);
    mock_wait(5000); /* the interrupt comes before what it tells of: the second hand helps */
    tap_equal(30, on_wire.count);
    tap_equal(30, in_stack.count);
    port_close();
}

void deaf_device(void)
{
    port_open();
    nic_faults(nic)->deaf_doorbells = 1;
    (void)port_send(0, 100, 512);
    mock_wait(6000);
    (void)port_send(1, 100, 512);
    mock_run();
    tap_check(on_wire.count >= 1);
    tap_equal(2, on_wire.next);
    port_close();
}

void endless_reset(void)
{
    port_power_on();
    nic_faults(nic)->endless_reset = true;
    tap_equal(RTOS_IO_ERROR, rbe_attach(&port, &board));
    port_power_off();
    port_open();
    nic_faults(nic)->endless_reset = true;
    light_traffic(0, 10);
    tap_equal(RTOS_IO_ERROR, rbe_reset(&port));
    mock_run();
    tap_check(!stack.link_up);
    nic_faults(nic)->endless_reset = false;
    mock_wait(2500); /* it is tried again in a second */
    tap_check(stack.link_up);
    port_close();
}

void lost_interrupt(void)
{
    port_open();
    nic_faults(nic)->lost_interrupts = 1;
    light_traffic(0, 20);
    mock_run();
    mock_wait(3000);
    tap_equal(20, on_wire.count);
    tap_equal(20, in_stack.count);
    light_traffic(20, 20);
    mock_run();
    tap_equal(40, in_stack.count);
    port_close();
}

void interrupt_storm(void)
{
    port_open();
    nic_faults(nic)->storm = 500;
    light_traffic(0, 30);
    mock_wait(600);
    tap_equal(30, on_wire.count);
    tap_equal(30, in_stack.count);
    port_close();
}

void link_flap(void)
{
    int round;

    port_open();
    for (round = 0; round < 20; round++) {
        nic_link(nic, false);
        (void)port_send(2 * round, 100, 512); /* the driver has not heard of it yet */
        mock_run();
        tap_check(!stack.link_up);
        (void)port_send(2 * round + 1, 100, 512);
        nic_link(nic, true);
        mock_run();
        tap_check(stack.link_up);
    }
    tap_equal(40, on_wire.count);
    tap_equal(41, stack.links);
    port_close();
}

void unplugged(void)
{
    port_open();
    traffic(0, 30);
    nic_step(nic);
    nic_faults(nic)->unplugged = true;
    mock_wait(5000);
    tap_check(!stack.link_up);
    (void)port_send(50, 100, 512);
    port_close();
    port_power_on();
    nic_faults(nic)->unplugged = true;
    tap_equal(RTOS_NO_DEVICE, rbe_attach(&port, &board));
    port_power_off();
}

void damaged_frames(void)
{
    port_open();
    nic_faults(nic)->damaged_in = 3;
    traffic(0, 10);
    mock_wait(2000);
    tap_equal(7, in_stack.count);
    port_close();
}

void exceptions(void)
{
    uint64_t time;

    port_open();
    tap_equal(RTOS_NOT_SUPPORTED, rbe_set_mtu(&port, 9000));
    tap_equal(RTOS_NOT_SUPPORTED, rbe_segment(&port, NULL, 1460));
    tap_equal(RTOS_NOT_SUPPORTED, rbe_insert_tag(&port, NULL, 5));
    tap_equal(RTOS_NOT_SUPPORTED, rbe_spread(&port, 2));
    tap_equal(RTOS_NOT_SUPPORTED, rbe_attach_program(&port, NULL));
    tap_equal(RTOS_NOT_SUPPORTED, rbe_time_of(&port, NULL, &time));
    tap_equal(RTOS_INVALID, rbe_moderate(&port, 0x10000));
    tap_equal(RTOS_OK, rbe_moderate(&port, 4000));
    port_close();
}
