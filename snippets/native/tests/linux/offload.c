/* What the device does to frames: checksums, segmentation, tags. */
#include "cases.h"
#include "port.h"

void checksum_offload(void)
{
    u8 bytes[2048];
    struct sk_buff *skb;
    size_t length;
    int round;

    port_open();
    for (round = 0; round < 6; round++) {
        u8 protocol = round % 2 ? IPPROTO_UDP : IPPROTO_TCP;

        length = port_packet(bytes, protocol, 300 + (size_t)round);
        skb = mock_skb_spread(bytes, length, 60, 200);
        port_want_checksum(skb, protocol == IPPROTO_TCP ? 16 : 6,
                      port_sum(bytes + 26, 8, protocol + (u32)length - 34));
        tap_check(mock_send(skb, false));
        mock_run();
        tap_check(port_sum_is_right(last_on_wire()));
        memcpy(bytes, last_on_wire()->bytes, length); /* and back, with an IP checksum */
        bytes[24] = bytes[25] = 0;
        {
            u32 ip = ~port_sum(bytes + 14, 20, 0);

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
    port_want_checksum(skb, 2, 0);
    tap_equal(0, mock.netdev->netdev_ops->ndo_features_check(skb, mock.netdev,
                                                              mock.netdev->features) &
                     NETIF_F_CSUM_MASK);
    dev_kfree_skb_any(skb);
    port_close();
}

void tso(void)
{
    static u8 bytes[65536];
    size_t payload = 20000, length, at = 0, part;
    struct sk_buff *skb;
    u64 i;

    port_open();
    length = port_packet(bytes, IPPROTO_TCP, payload);
    skb = mock_skb_spread(bytes, length, 54, 3000);
    port_want_checksum(skb, 16, 0);
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
        tap_check(port_sum_is_right(&mock.wire[i]));
        tap_equal(0xffff, port_sum(mock.wire[i].bytes + 14, 20, 0));
    }
    tap_equal(14, port_statistics().tx_packets);
    tap_equal(payload + 14 * 54, port_statistics().tx_bytes);
    port_close();
}

void vlan(void)
{
    u8 tagged[104];
    struct sk_buff *skb;

    port_open();
    skb = mock_skb(pattern, 100);
    __vlan_hwaccel_put_tag(skb, htons(ETH_P_8021Q), 0x2007);
    tap_check(mock_send(skb, false));
    mock_run();
    memcpy(tagged, pattern, 12);
    memcpy(tagged + 12, "\x81\x00\x20\x07", 4);
    memcpy(tagged + 16, pattern + 12, 88);
    tap_check(port_is(last_on_wire(), tagged, 104));
    tap_equal(0, mock_vlan(7, true));
    tap_check(nic_frame_from_wire(mock.nic, tagged, 104));
    mock_run();
    tap_check(port_is(last_delivered(), pattern, 100));
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
    tap_check(port_is(last_delivered(), tagged, 104));
    port_close();
}
