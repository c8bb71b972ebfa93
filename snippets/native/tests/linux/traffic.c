/* Attach, frames both ways, rings that wrap and fill, address filters. */
#include "cases.h"
#include "memory.h"
#include "packets.h"
#include "port.h"

void attach_detach(void)
{
    int i;

    port_fill();
    mock_power_on();
    for (i = 0; i < 3; i++) {
        tap_equal(0, mock_insmod());
        tap_equal(0x56, mock.netdev->dev_addr[5]);
        tap_equal(0, mock_open());
        mock_stop();
        tap_equal(0, mock_open());
        mock_run();
        mock_rmmod();
        tap_equal(0, mock_leaks());
    }
    mock.open_at_register = true;
    tap_equal(0, mock_insmod());
    tap_check(mock.netdev->running);
    port_close();
}

void send_one(void)
{
    struct rtnl_link_stats64 stats;

    port_open();
    tap_check(mock_send(mock_skb(pattern, 600), false));
    mock_run();
    tap_equal(1, mock.on_wire);
    tap_check(port_is(last_on_wire(), pattern, 600));
    tap_check(mock_send(mock_skb(pattern, 20), false)); /* padded */
    mock_run();
    tap_equal(60, last_on_wire()->length);
    stats = port_statistics();
    tap_equal(2, stats.tx_packets);
    tap_equal(660, stats.tx_bytes);
    port_close();
}

void receive_one(void)
{
    struct rtnl_link_stats64 stats;

    port_open();
    tap_check(nic_frame_from_wire(mock.nic, pattern, 1514));
    mock_run();
    tap_equal(1, mock.delivered);
    tap_check(port_is(last_delivered(), pattern, 1514));
    stats = port_statistics();
    tap_equal(1, stats.rx_packets);
    tap_equal(1514, stats.rx_bytes);
    port_close();
}

void send_scatter_gather(void)
{
    size_t piece;

    port_open();
    for (piece = 90; piece < 800; piece += 71) {
        tap_check(mock_send(mock_skb_spread(pattern, 1514, 54, piece), false));
        mock_run();
        tap_check(port_is(last_on_wire(), pattern, 1514));
    }
    port_close();
}

void more_to_come(void)
{
    u64 doorbells;
    int i;

    port_open();
    doorbells = port_driver()->tx.ring.doorbells;
    for (i = 0; i < 8; i++)
        tap_check(mock_send(mock_skb(pattern, 100), i < 7));
    tap_equal(doorbells + 1, port_driver()->tx.ring.doorbells);
    mock_run();
    tap_equal(8, mock.on_wire);
    /* The last of a burst is dropped: those before it must go out all the same. */
    tap_check(mock_send(mock_skb(pattern, 100), true));
    memory_fail_at(2); /* the first is the sk_buff of this test */
    mock_send(mock_skb(pattern, 100), false);
    memory_fail_at(0);
    mock_run();
    tap_equal(9, mock.on_wire);
    port_close();
}

void receive_jumbo(void)
{
    port_open();
    tap_equal(0, mock_set_mtu(9000));
    mock_run();
    tap_check(nic_frame_from_wire(mock.nic, pattern, 9014));
    mock_run();
    tap_check(port_is(last_delivered(), pattern, 9014));
    tap_equal(5, last_delivered()->pieces);
    tap_check(mock_send(mock_skb_spread(pattern, 9014, 100, 4000), false));
    mock_run();
    tap_check(port_is(last_on_wire(), pattern, 9014));
    tap_equal(-EINVAL, mock_set_mtu(60000));
    port_close();
}

void wraps(void)
{
    size_t length;
    int i;

    port_open();
    for (i = 0; i < 5000; i++) {
        length = 60 + (size_t)i % 1455;
        pattern[20] = (u8)i;
        tap_check(mock_send(mock_skb_spread(pattern, length, 40, 700), false));
        tap_check(nic_frame_from_wire(mock.nic, pattern, length));
        mock_run();
        if (!port_is(last_on_wire(), pattern, length) ||
            !port_is(last_delivered(), pattern, length))
            break;
    }
    tap_equal(5000, i);
    tap_equal(5000, mock.on_wire);
    tap_equal(5000, mock.delivered);
    port_close();
}

/* More in one step than a poll may take: the rest is for the next poll, and nothing is lost. */
void budget(void)
{
    int i;

    port_open();
    for (i = 0; i < 200; i++)
        tap_check(nic_frame_from_wire(mock.nic, pattern, 100));
    mock_run();
    tap_equal(200, mock.delivered);
    port_close();
}

// tag::ring-full[]
void ring_full(void)
{
    u64 sent = 0;
    int round;

    port_open();
    for (round = 0; round < 20; round++) {
        while (mock_send(mock_skb_spread(pattern, 1000, 100, 300), true))
            sent++;
        tap_check(mock.netdev->queue.stopped);
        mock_run();
        tap_check(!mock.netdev->queue.stopped);
    }
    tap_check(sent > 20 * 50);
    mock_send(mock_skb(pattern, 60), false);
    mock_run();
    tap_equal(sent + 1, mock.on_wire);
    tap_equal(0, mock.timeouts);
    port_close();
}
// end::ring-full[]

void addresses(void)
{
    static struct netdev_hw_addr group = {.addr = {0x01, 0, 0x5e, 0, 0, 0xfb}};
    u8 other[100];

    port_open();
    memcpy(other, pattern, 100);
    memcpy(other, "\x02\x00\x00\x00\x00\x99", 6);
    nic_frame_from_wire(mock.nic, other, 100);
    mock_run();
    tap_equal(0, mock.delivered);
    memcpy(other, group.addr, 6);
    nic_frame_from_wire(mock.nic, other, 100);
    mock_run();
    tap_equal(0, mock.delivered);
    mock.netdev->mc.first = &group;
    mock.netdev->mc.count = 1;
    netif_addr_lock_bh(mock.netdev);
    mock.netdev->netdev_ops->ndo_set_rx_mode(mock.netdev);
    netif_addr_unlock_bh(mock.netdev);
    nic_frame_from_wire(mock.nic, other, 100);
    mock_run();
    tap_equal(1, mock.delivered);
    {
        struct sockaddr wanted = {.sa_data = "\x02\x00\x00\x00\x00\x77"};

        tap_equal(0, mock.netdev->netdev_ops->ndo_set_mac_address(mock.netdev, &wanted));
    }
    memcpy(other, "\x02\x00\x00\x00\x00\x77", 6);
    nic_frame_from_wire(mock.nic, other, 100);
    mock_run();
    tap_equal(2, mock.delivered);
    port_close();
}

void packets(void)
{
    int i;

    port_open();
    for (i = 0; i < packets_to_send(); i++) {
        mock_send(mock_skb(pattern, PACKET_BYTES), false);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            mock_run();
    }
    for (i = 0; i < packets_to_receive(); i++) {
        nic_frame_from_wire(mock.nic, pattern, PACKET_BYTES);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            mock_run();
    }
    mock_run();
    tap_equal(packets_to_send(), mock.on_wire);
    tap_equal(packets_to_receive(), mock.delivered);
    port_close();
}
