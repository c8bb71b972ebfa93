/* The Linux driver against the mock kernel and the device model. */
#include <linux/ethtool.h>
#include <stdio.h>
#include <stdlib.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "packets.h"
#include "rbe.h"
#include "tap.h"

static u8 pattern[65536];

static void fill_pattern(void)
{
    size_t i;

    for (i = 0; i < sizeof pattern; i++)
        pattern[i] = (u8)(i * 7 + i / 251);
    memset(pattern, 0xff, ETH_ALEN); /* broadcast, of a type that nobody checks */
    pattern[12] = 0x88;
    pattern[13] = 0xb5;
}

static void start(void)
{
    fill_pattern();
    mock_power_on();
    tap_equal(0, mock_insmod());
    tap_equal(0, mock_open());
    mock_run();
    tap_check(mock.netdev->carrier);
}

static void finish(void)
{
    mock_rmmod();
    tap_equal(0, mock_leaks());
}

static const struct mock_frame *last_on_wire(void)
{
    return &mock.wire[(mock.on_wire - 1) % MOCK_KEPT];
}

static const struct mock_frame *last_delivered(void)
{
    return &mock.stack[(mock.delivered - 1) % MOCK_KEPT];
}

static bool is(const struct mock_frame *frame, const u8 *bytes, size_t length)
{
    return frame->length == length && memcmp(frame->bytes, bytes, length) == 0;
}

static struct rbe_port *port(void)
{
    return netdev_priv(mock.netdev);
}

static struct rtnl_link_stats64 statistics(void)
{
    struct rtnl_link_stats64 stats = {0};

    mock.netdev->netdev_ops->ndo_get_stats64(mock.netdev, &stats);
    return stats;
}

static void attach_detach(void)
{
    int i;

    fill_pattern();
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
    finish();
}

static void send_one(void)
{
    struct rtnl_link_stats64 stats;

    start();
    tap_check(mock_send(mock_skb(pattern, 600), false));
    mock_run();
    tap_equal(1, mock.on_wire);
    tap_check(is(last_on_wire(), pattern, 600));
    tap_check(mock_send(mock_skb(pattern, 20), false)); /* padded */
    mock_run();
    tap_equal(60, last_on_wire()->length);
    stats = statistics();
    tap_equal(2, stats.tx_packets);
    tap_equal(660, stats.tx_bytes);
    finish();
}

static void receive_one(void)
{
    struct rtnl_link_stats64 stats;

    start();
    tap_check(nic_frame_from_wire(mock.nic, pattern, 1514));
    mock_run();
    tap_equal(1, mock.delivered);
    tap_check(is(last_delivered(), pattern, 1514));
    stats = statistics();
    tap_equal(1, stats.rx_packets);
    tap_equal(1514, stats.rx_bytes);
    finish();
}

static void send_scatter_gather(void)
{
    size_t piece;

    start();
    for (piece = 90; piece < 800; piece += 71) {
        tap_check(mock_send(mock_skb_spread(pattern, 1514, 54, piece), false));
        mock_run();
        tap_check(is(last_on_wire(), pattern, 1514));
    }
    finish();
}

static void more_to_come(void)
{
    u64 doorbells;
    int i;

    start();
    doorbells = port()->tx.ring.doorbells;
    for (i = 0; i < 8; i++)
        tap_check(mock_send(mock_skb(pattern, 100), i < 7));
    tap_equal(doorbells + 1, port()->tx.ring.doorbells);
    mock_run();
    tap_equal(8, mock.on_wire);
    /* The last of a burst is dropped: those before it must go out all the same. */
    tap_check(mock_send(mock_skb(pattern, 100), true));
    memory_fail_at(2); /* the first is the sk_buff of this test */
    mock_send(mock_skb(pattern, 100), false);
    memory_fail_at(0);
    mock_run();
    tap_equal(9, mock.on_wire);
    finish();
}

static void receive_jumbo(void)
{
    start();
    tap_equal(0, mock_set_mtu(9000));
    mock_run();
    tap_check(nic_frame_from_wire(mock.nic, pattern, 9014));
    mock_run();
    tap_check(is(last_delivered(), pattern, 9014));
    tap_equal(5, last_delivered()->pieces);
    tap_check(mock_send(mock_skb_spread(pattern, 9014, 100, 4000), false));
    mock_run();
    tap_check(is(last_on_wire(), pattern, 9014));
    tap_equal(-EINVAL, mock_set_mtu(60000));
    finish();
}

static void wraps(void)
{
    size_t length;
    int i;

    start();
    for (i = 0; i < 5000; i++) {
        length = 60 + (size_t)i % 1455;
        pattern[20] = (u8)i;
        tap_check(mock_send(mock_skb_spread(pattern, length, 40, 700), false));
        tap_check(nic_frame_from_wire(mock.nic, pattern, length));
        mock_run();
        if (!is(last_on_wire(), pattern, length) || !is(last_delivered(), pattern, length))
            break;
    }
    tap_equal(5000, i);
    tap_equal(5000, mock.on_wire);
    tap_equal(5000, mock.delivered);
    finish();
}

/* More in one step than a poll may take: the rest is for the next poll, and nothing is lost. */
static void budget(void)
{
    int i;

    start();
    for (i = 0; i < 200; i++)
        tap_check(nic_frame_from_wire(mock.nic, pattern, 100));
    mock_run();
    tap_equal(200, mock.delivered);
    finish();
}

static void ring_full(void)
{
    u64 sent = 0;
    int round;

    start();
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
    finish();
}

static void refill_failure(void)
{
    int i;

    start();
    mock.refuse_pages = true;
    for (i = 0; i < 600; i++) {
        tap_check(nic_frame_from_wire(mock.nic, pattern, 200));
        mock_run();
    }
    tap_equal(0, mock.delivered);
    tap_equal(600, statistics().rx_dropped);
    mock.refuse_pages = false;
    tap_check(nic_frame_from_wire(mock.nic, pattern, 200));
    mock_run();
    tap_equal(1, mock.delivered);
    finish();
}

/* Ethernet, IPv4 of 20 bytes, TCP of 20 or UDP of 8, payload; no sums. */
static size_t packet(u8 *bytes, u8 protocol, size_t payload)
{
    static const u8 head[] = {2, 0, 0, 0, 0, 1, 0x52, 0x54, 0, 0x12, 0x34, 0x56, 8, 0, 0x45};
    size_t transport = protocol == IPPROTO_TCP ? 20 : 8, ip = 20 + transport + payload;

    memcpy(bytes, pattern, 34 + transport + payload);
    memset(bytes, 0, 34 + transport);
    memcpy(bytes, head, sizeof head);
    bytes[16] = (u8)(ip >> 8);
    bytes[17] = (u8)ip;
    bytes[22] = 64;
    bytes[23] = protocol;
    memcpy(bytes + 26, "\xc0\x00\x02\x01\xc0\x00\x02\x02", 8);
    bytes[34] = bytes[36] = 0x20;
    if (protocol == IPPROTO_TCP)
        bytes[46] = 0x50;
    else
        bytes[39] = (u8)(8 + payload), bytes[38] = (u8)((8 + payload) >> 8);
    return 14 + ip;
}

static u32 sum(const u8 *bytes, size_t length, u32 before)
{
    size_t i;

    for (i = 0; i < length; i++)
        before += i % 2 ? bytes[i] : (u32)bytes[i] << 8;
    while (before >> 16)
        before = (before & 0xffff) + (before >> 16);
    return before;
}

/* The sum over pseudo header and segment is all ones if the checksum is right. */
static bool transport_is_right(const struct mock_frame *frame)
{
    u32 length = (u32)(frame->bytes[16] << 8 | frame->bytes[17]) - 20;

    return sum(frame->bytes + 34, length, sum(frame->bytes + 26, 8, frame->bytes[23] + length)) ==
           0xffff;
}

/* As the stack asks for a sum: the field holds that of the pseudo header. */
static void want_checksum(struct sk_buff *skb, u16 offset, u32 seed)
{
    skb->ip_summed = CHECKSUM_PARTIAL;
    skb->protocol = htons(0x0800);
    skb->network_header = (u16)(skb->data - skb->head + 14);
    skb->transport_header = skb->csum_start = (u16)(skb->network_header + 20);
    skb->csum_offset = offset;
    skb->data[34 + offset] = (u8)(seed >> 8);
    skb->data[34 + offset + 1] = (u8)seed;
}

static void checksum_offload(void)
{
    u8 bytes[2048];
    struct sk_buff *skb;
    size_t length;
    int round;

    start();
    for (round = 0; round < 6; round++) {
        u8 protocol = round % 2 ? IPPROTO_UDP : IPPROTO_TCP;

        length = packet(bytes, protocol, 300 + (size_t)round);
        skb = mock_skb_spread(bytes, length, 60, 200);
        want_checksum(skb, protocol == IPPROTO_TCP ? 16 : 6,
                      sum(bytes + 26, 8, protocol + (u32)length - 34));
        tap_check(mock_send(skb, false));
        mock_run();
        tap_check(transport_is_right(last_on_wire()));
        memcpy(bytes, last_on_wire()->bytes, length); /* and back, with an IP checksum */
        bytes[24] = bytes[25] = 0;
        {
            u32 ip = ~sum(bytes + 14, 20, 0);

            bytes[24] = (u8)(ip >> 8);
            bytes[25] = (u8)ip;
        }
        memset(bytes, 0xff, ETH_ALEN);
        tap_check(nic_frame_from_wire(mock.nic, bytes, length));
        mock_run();
        tap_equal(CHECKSUM_UNNECESSARY, last_delivered()->ip_summed);
        bytes[length - 1] ^= 1;
        tap_check(nic_frame_from_wire(mock.nic, bytes, length));
        mock_run();
        tap_equal(CHECKSUM_NONE, last_delivered()->ip_summed);
    }
    skb = mock_skb(bytes, 200); /* a sum where no TCP and no UDP has it */
    want_checksum(skb, 2, 0);
    tap_equal(0, mock.netdev->netdev_ops->ndo_features_check(skb, mock.netdev,
                                                              mock.netdev->features) &
                     NETIF_F_CSUM_MASK);
    dev_kfree_skb_any(skb);
    finish();
}

static void tso(void)
{
    static u8 bytes[65536];
    size_t payload = 20000, length, at = 0, part;
    struct sk_buff *skb;
    u64 i;

    start();
    length = packet(bytes, IPPROTO_TCP, payload);
    skb = mock_skb_spread(bytes, length, 54, 3000);
    want_checksum(skb, 16, 0);
    skb_shinfo(skb)->gso_size = 1448;
    skb_shinfo(skb)->gso_segs = (payload + 1447) / 1448;
    skb_shinfo(skb)->gso_type = SKB_GSO_TCPV4;
    tap_check(mock_send(skb, false));
    mock_run();
    tap_equal((payload + 1447) / 1448, mock.on_wire);
    for (i = 0; i < mock.on_wire; i++, at += part) {
        part = payload - at < 1448 ? payload - at : 1448;
        tap_equal(54 + part, mock.wire[i].length);
        tap_check(memcmp(mock.wire[i].bytes + 54, bytes + 54 + at, part) == 0);
        tap_check(transport_is_right(&mock.wire[i]));
        tap_equal(0xffff, sum(mock.wire[i].bytes + 14, 20, 0));
    }
    tap_equal(14, statistics().tx_packets);
    tap_equal(payload + 14 * 54, statistics().tx_bytes);
    finish();
}

static void vlan(void)
{
    u8 tagged[104];
    struct sk_buff *skb;

    start();
    skb = mock_skb(pattern, 100);
    __vlan_hwaccel_put_tag(skb, htons(ETH_P_8021Q), 0x2007);
    tap_check(mock_send(skb, false));
    mock_run();
    memcpy(tagged, pattern, 12);
    memcpy(tagged + 12, "\x81\x00\x20\x07", 4);
    memcpy(tagged + 16, pattern + 12, 88);
    tap_check(is(last_on_wire(), tagged, 104));
    tap_equal(0, mock_vlan(7, true));
    tap_check(nic_frame_from_wire(mock.nic, tagged, 104));
    mock_run();
    tap_check(is(last_delivered(), pattern, 100));
    tap_equal(0x2007, last_delivered()->vlan);
    tap_equal(0, mock_vlan(7, false));
    tap_equal(0, mock_vlan(9, true));
    nic_frame_from_wire(mock.nic, tagged, 104);
    mock_run();
    tap_equal(1, mock.delivered); /* filtered */
    tap_equal(0, mock_vlan(7, true));
    tap_equal(0, mock_set_features(mock.netdev->features & ~NETIF_F_HW_VLAN_CTAG_RX));
    tap_check(!(mock.netdev->features & NETIF_F_HW_VLAN_CTAG_TX));
    nic_frame_from_wire(mock.nic, tagged, 104);
    mock_run();
    tap_check(is(last_delivered(), tagged, 104));
    finish();
}

static void addresses(void)
{
    static struct netdev_hw_addr group = {.addr = {0x01, 0, 0x5e, 0, 0, 0xfb}};
    u8 other[100];

    start();
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
    finish();
}

static void reset_in_traffic(void)
{
    int i;

    start();
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
    tap_check(is(last_on_wire(), pattern, 500));
    tap_check(is(last_delivered(), pattern, 300));
    finish();
}

static void detach_in_traffic(void)
{
    int i, burst, steps;

    fill_pattern();
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

static void low_memory_everywhere(void)
{
    long n = 1;

    fill_pattern();
    mock_power_on();
    while (life(n))
        n++;
    tap_check(n > 1000); /* two fillings of the ring and what is around them */
}

static void silent_device(void)
{
    start();
    nic_faults(mock.nic)->silent = true;
    while (mock_send(mock_skb(pattern, 500), false))
        ;
    mock_pass(12000);
    tap_check(mock.timeouts >= 1);
    tap_check(!mock.netdev->queue.stopped);
    tap_check(statistics().tx_errors >= 1);
    nic_faults(mock.nic)->silent = false;
    mock_send(mock_skb(pattern, 500), false);
    mock_run();
    tap_check(mock.on_wire >= 1);
    finish();
}

static void endless_reset(void)
{
    fill_pattern();
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
    finish();
}

static void lost_interrupt(void)
{
    start();
    nic_faults(mock.nic)->lost_interrupts = 1;
    nic_frame_from_wire(mock.nic, pattern, 200);
    mock_run();
    mock_pass(2500); /* the watchdog raises one itself */
    tap_equal(1, mock.delivered);
    finish();
}

static void interrupt_storm(void)
{
    start();
    nic_faults(mock.nic)->storm = 3000;
    mock_pass(4000);
    nic_frame_from_wire(mock.nic, pattern, 200);
    mock_send(mock_skb(pattern, 200), false);
    mock_run();
    tap_equal(1, mock.delivered);
    tap_equal(1, mock.on_wire);
    finish();
}

static void link_flap(void)
{
    int i;

    start();
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
    finish();
}

static void unplugged(void)
{
    start();
    mock_send(mock_skb(pattern, 200), false);
    nic_faults(mock.nic)->unplugged = true;
    mock_pass(3000);
    tap_check(!mock.netdev->carrier);
    mock_rmmod();
    nic_faults(mock.nic)->unplugged = false;
    tap_equal(0, mock_leaks());
}

static void exceptions(void)
{
    const struct net_device_ops *ops;
    struct netlink_ext_ack ack = {0};
    struct netdev_bpf bpf = {XDP_SETUP_PROG, &ack};

    start();
    ops = mock.netdev->netdev_ops;
    tap_equal(-EOPNOTSUPP, ops->ndo_bpf(mock.netdev, &bpf));
    tap_check(ack._msg != NULL);
    tap_equal(-EOPNOTSUPP, ops->ndo_setup_tc(mock.netdev, TC_QUERY_CAPS, NULL));
    tap_equal(-EOPNOTSUPP, ops->ndo_set_vf_mac(mock.netdev, 0, pattern));
    tap_equal(-EOPNOTSUPP, ops->ndo_eth_ioctl(mock.netdev, NULL, 0));
    tap_equal(-EOPNOTSUPP, mock.netdev->ethtool_ops->set_rxnfc(mock.netdev, NULL));
    finish();
}

static void packets(void)
{
    int i;

    start();
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
    finish();
}

/* Every line of the register names a function that carries the mark, and none is missing. */
static void exceptions_register(void)
{
    static char source[65536];
    char line[512], feature[64], function[64], mark[160];
    FILE *code = fopen("drivers/linux/rbe_ethtool.c", "r");
    FILE *list = fopen("drivers/linux/exceptions.tsv", "r");
    int lines = -1, marks = 0; /* the first line has the names of the columns */
    const char *at;

    if (!tap_expect(code && list, "the register and the source can be read", __FILE__, __LINE__))
        return;
    source[fread(source, 1, sizeof source - 1, code)] = 0;
    for (; fgets(line, sizeof line, list); lines++) {
        if (lines < 0 || sscanf(line, "%63s %63s", feature, function) != 2)
            continue;
        snprintf(mark, sizeof mark, "DP_PORTING_EXCEPTION(\"%s\"", feature);
        tap_expect(strstr(source, mark) != NULL, mark, __FILE__, __LINE__);
        tap_expect(strstr(source, function) != NULL, function, __FILE__, __LINE__);
    }
    for (at = source; (at = strstr(at, "DP_PORTING_EXCEPTION(")); at++)
        marks++;
    tap_equal(marks, lines);
    fclose(code);
    fclose(list);
}

static const struct tap_case cases[] = {
    {"attach-detach", attach_detach},
    {"send-one", send_one},
    {"receive-one", receive_one},
    {"send-scatter-gather", send_scatter_gather},
    {"more-to-come", more_to_come},
    {"receive-jumbo", receive_jumbo},
    {"wraps", wraps},
    {"budget", budget},
    {"ring-full-and-recovery", ring_full},
    {"refill-failure", refill_failure},
    {"checksum-offload", checksum_offload},
    {"tso", tso},
    {"vlan", vlan},
    {"addresses", addresses},
    {"reset-in-traffic", reset_in_traffic},
    {"detach-in-traffic", detach_in_traffic},
    {"low-memory-everywhere", low_memory_everywhere},
    {"silent-device", silent_device},
    {"endless-reset", endless_reset},
    {"lost-interrupt", lost_interrupt},
    {"interrupt-storm", interrupt_storm},
    {"link-flap", link_flap},
    {"unplugged", unplugged},
    {"exceptions", exceptions},
    {"exceptions-register", exceptions_register},
    {"packets", packets},
};

int main(void)
{
    return tap_run(cases, sizeof cases / sizeof cases[0]);
}
