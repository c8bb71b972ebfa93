#include "port.h"

#include <linux/ethtool.h>

u8 pattern[65536];

void port_fill(void)
{
    size_t i;

    for (i = 0; i < sizeof pattern; i++)
        pattern[i] = (u8)(i * 7 + i / 251);
    memset(pattern, 0xff, ETH_ALEN); /* broadcast, of a type that nobody checks */
    pattern[12] = 0x88;
    pattern[13] = 0xb5;
}

void port_open(void)
{
    port_fill();
    mock_power_on();
    tap_equal(0, mock_insmod());
    tap_equal(0, mock_open());
    mock_run();
    tap_check(mock.netdev->carrier);
}

void port_close(void)
{
    mock_rmmod();
    tap_equal(0, mock_leaks());
}

const struct mock_frame *last_on_wire(void)
{
    return &mock.wire[(mock.on_wire - 1) % MOCK_KEPT];
}

const struct mock_frame *last_delivered(void)
{
    return &mock.stack[(mock.delivered - 1) % MOCK_KEPT];
}

bool port_is(const struct mock_frame *frame, const u8 *bytes, size_t length)
{
    return frame->length == length && memcmp(frame->bytes, bytes, length) == 0;
}

struct rbe_port *port_driver(void)
{
    return netdev_priv(mock.netdev);
}

struct rtnl_link_stats64 port_statistics(void)
{
    struct rtnl_link_stats64 stats = {0};

    mock.netdev->netdev_ops->ndo_get_stats64(mock.netdev, &stats);
    return stats;
}

/* Ethernet, IPv4 of 20 bytes, TCP of 20 or UDP of 8, payload; no sums. */
size_t port_packet(u8 *bytes, u8 protocol, size_t payload)
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

u32 port_sum(const u8 *bytes, size_t length, u32 before)
{
    size_t i;

    for (i = 0; i < length; i++)
        before += i % 2 ? bytes[i] : (u32)bytes[i] << 8;
    while (before >> 16)
        before = (before & 0xffff) + (before >> 16);
    return before;
}

/* The sum over pseudo header and segment is all ones if the checksum is right. */
bool port_sum_is_right(const struct mock_frame *frame)
{
    u32 length = (u32)(frame->bytes[16] << 8 | frame->bytes[17]) - 20;
    u32 pseudo = port_sum(frame->bytes + 26, 8, frame->bytes[23] + length);

    return port_sum(frame->bytes + 34, length, pseudo) == 0xffff;
}

/* As the stack asks for a sum: the field holds that of the pseudo header. */
void port_want_checksum(struct sk_buff *skb, u16 offset, u32 seed)
{
    skb->ip_summed = CHECKSUM_PARTIAL;
    skb->protocol = htons(0x0800);
    skb->network_header = (u16)(skb->data - skb->head + 14);
    skb->transport_header = skb->csum_start = (u16)(skb->network_header + 20);
    skb->csum_offset = offset;
    skb->data[34 + offset] = (u8)(seed >> 8);
    skb->data[34 + offset + 1] = (u8)seed;
}
