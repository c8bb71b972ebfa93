/* Memory that is refused, resets and detach in traffic, devices that misbehave. */
#include "cases.h"
#include "memory.h"
#include "port.h"

void refill_failure(void)
{
    int i;

    port_open();
    mock.refuse_pages = true;
    for (i = 0; i < 600; i++) {
        tap_check(nic_frame_from_wire(mock.nic, pattern, 200));
        mock_run();
    }
    tap_equal(0, mock.delivered);
    tap_equal(600, port_statistics().rx_dropped);
    mock.refuse_pages = false;
    tap_check(nic_frame_from_wire(mock.nic, pattern, 200));
    mock_run();
    tap_equal(1, mock.delivered);
    port_close();
}

void reset_in_traffic(void)
{
    int i;

    port_open();
    for (i = 0; i < 50; i++) {
        int burst;

        for (burst = 0; burst < 30; burst++) {
            mock_send(mock_skb(pattern, 500), false);
            nic_frame_from_wire(mock.nic, pattern, 300);
        }
        mock_step();
        tap_equal(0, mock_set_mtu(i % 2 ? 1500 : 4000));
    }
    mock_run();
    tap_check(mock.netdev->carrier);
    mock.on_wire = mock.delivered = 0;
    mock_send(mock_skb(pattern, 500), false);
    nic_frame_from_wire(mock.nic, pattern, 300);
    mock_run();
    tap_check(port_is(last_on_wire(), pattern, 500));
    tap_check(port_is(last_delivered(), pattern, 300));
    port_close();
}

void detach_in_traffic(void)
{
    int i, burst, steps;

    port_fill();
    mock_power_on();
    for (i = 0; i < 20; i++) {
        tap_equal(0, mock_insmod());
        tap_equal(0, mock_open());
        mock_step();
        for (burst = 0; burst < 60; burst++) {
            mock_send(mock_skb_spread(pattern, 900, 100, 300), burst % 4 != 3);
            nic_frame_from_wire(mock.nic, pattern, 300);
        }
        for (steps = 0; steps < i % 5; steps++)
            mock_step();
        mock_rmmod();
        tap_equal(0, mock_leaks());
    }
}

/* The calls of the test itself do not count: frames are made before. */
static void traffic(struct sk_buff **frames, int count)
{
    int i;

    for (i = 0; i < count; i++) {
        mock_send(frames[i], false);
        nic_frame_from_wire(mock.nic, pattern, 300);
        mock_run();
    }
}

/* One life of the driver, in which the n-th call that may fail does. True if it was reached. */
static bool life(long n)
{
    struct sk_buff *frames[4];
    bool reached;
    int i;

    for (i = 0; i < 4; i++)
        frames[i] = mock_skb_spread(pattern, 300, i ? 100 : 50, 100);
    frames[3]->len = 20; /* to be padded */
    for (i = 0; i < skb_shinfo(frames[3])->nr_frags; i++)
        __free_page(skb_shinfo(frames[3])->frags[i].bv_page);
    skb_shinfo(frames[3])->nr_frags = 0;
    frames[3]->data_len = 0;
    memory_fail_at(n);
    if (mock_insmod() == 0) {
        if (mock_open() == 0) {
            traffic(frames, 4);
            mock_set_mtu(3000);
            mock_run();
        } else {
            for (i = 0; i < 4; i++)
                dev_kfree_skb_any(frames[i]);
        }
        mock_rmmod();
    } else {
        for (i = 0; i < 4; i++)
            dev_kfree_skb_any(frames[i]);
    }
    reached = memory_chances() >= n;
    memory_fail_at(0);
    tap_equal(0, mock_leaks());
    return reached;
}

void low_memory_everywhere(void)
{
    long n = 1;

    port_fill();
    mock_power_on();
    while (life(n))
        n++;
    tap_check(n > 1000); /* two fillings of the ring and what is around them */
}

void silent_device(void)
{
    port_open();
    nic_faults(mock.nic)->silent = true;
    while (mock_send(mock_skb(pattern, 500), false))
        ;
    mock_pass(12000);
    tap_check(mock.timeouts >= 1);
    tap_check(!mock.netdev->queue.stopped);
    tap_check(port_statistics().tx_errors >= 1);
    nic_faults(mock.nic)->silent = false;
    mock_send(mock_skb(pattern, 500), false);
    mock_run();
    tap_check(mock.on_wire >= 1);
    port_close();
}

void endless_reset(void)
{
    port_fill();
    mock_power_on();
    nic_faults(mock.nic)->endless_reset = true;
    tap_equal(-EIO, mock_insmod());
    tap_equal(0, mock_leaks());
    nic_faults(mock.nic)->endless_reset = false;
    tap_equal(0, mock_insmod());
    tap_equal(0, mock_open());
    mock_run();
    nic_faults(mock.nic)->endless_reset = true;
    mock_set_mtu(3000); /* cannot be restarted: it is closed, and cut off from memory */
    tap_check(!mock.netdev->running);
    port_close();
}

void lost_interrupt(void)
{
    port_open();
    nic_faults(mock.nic)->lost_interrupts = 1;
    nic_frame_from_wire(mock.nic, pattern, 200);
    mock_run();
    mock_pass(2500); /* the watchdog raises one itself */
    tap_equal(1, mock.delivered);
    port_close();
}

void interrupt_storm(void)
{
    port_open();
    nic_faults(mock.nic)->storm = 3000;
    mock_pass(4000);
    nic_frame_from_wire(mock.nic, pattern, 200);
    mock_send(mock_skb(pattern, 200), false);
    mock_run();
    tap_equal(1, mock.delivered);
    tap_equal(1, mock.on_wire);
    port_close();
}

void link_flap(void)
{
    int i;

    port_open();
    for (i = 0; i < 5; i++) {
        nic_link(mock.nic, false);
        mock_pass(10);
        tap_check(!mock.netdev->carrier);
        nic_link(mock.nic, true);
        mock_pass(10);
        tap_check(mock.netdev->carrier);
    }
    mock_send(mock_skb(pattern, 200), false);
    mock_run();
    tap_equal(1, mock.on_wire);
    port_close();
}

void unplugged(void)
{
    port_open();
    mock_send(mock_skb(pattern, 200), false);
    nic_faults(mock.nic)->unplugged = true;
    mock_pass(3000);
    tap_check(!mock.netdev->carrier);
    mock_rmmod();
    nic_faults(mock.nic)->unplugged = false;
    tap_equal(0, mock_leaks());
}
