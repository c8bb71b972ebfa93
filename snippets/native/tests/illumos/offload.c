/* What the device does to frames: sums, segments; and tags, which MAC does. */
#include "port.h"

#include <sys/dlpi.h>
#include <sys/pattr.h>

#include "cases.h"

enum { IPV4_START = 20, IPV6_START = 40, TCP_SUM = 16, UDP_SUM = 6, TCP = 6, UDP = 17, GRE = 47 };

static void send_ip(bool ipv6, int protocol, int pieces)
{
    uint8_t bytes[2048];
    int length = port_ip_frame(bytes, ipv6, protocol, 601);
    uint32_t start = ipv6 ? IPV6_START : IPV4_START;
    mblk_t *mp;

    port_seed(bytes, length, protocol, ipv6);
    mp = mock_message(bytes, length, pieces);
    mock_ask(mp, HCK_PARTIALCKSUM | (ipv6 ? 0 : HCK_IPV4_HDRCKSUM), start,
             start + (protocol == TCP ? TCP_SUM : UDP_SUM), 0);
    mock_transmit(mp);
    mock_run();
    tap_equal(length, on_wire.length);
    port_sums(bytes, length);
    tap_check(memcmp(bytes, on_wire.bytes, (size_t)length) == 0);
}

static void receive_ip(bool ipv6, int protocol, int damage, uint32_t expected)
{
    uint8_t bytes[2048];
    int length = port_ip_frame(bytes, ipv6, protocol, 333);

    port_sums(bytes, length);
    bytes[length - 1] ^= (uint8_t)damage;
    tap_check(nic_frame_from_wire(nic, bytes, (size_t)length));
    mock_run();
    tap_equal(length, in_stack.length);
    tap_equal(expected, in_stack.checked);
}

/* A sum of IPv4's header alone: the payload's is right already. */
static void send_header_sum(void)
{
    uint8_t bytes[600], expected[600];
    int length = port_ip_frame(bytes, false, UDP, 100);
    mblk_t *mp;

    port_sums(bytes, length);
    memcpy(expected, bytes, (size_t)length);
    bytes[24] = bytes[25] = 0;
    mp = mock_message(bytes, length, 2);
    mock_ask(mp, HCK_IPV4_HDRCKSUM, 0, 0, 0);
    mock_transmit(mp);
    mock_run();
    tap_check(memcmp(expected, on_wire.bytes, (size_t)length) == 0);
}

void checksum_offload(void)
{
    uint32_t can = 0;
    int pieces;

    port_open();
    tap_check(mock_capability(MAC_CAPAB_HCKSUM, &can));
    tap_equal(HCKSUM_INET_PARTIAL | HCKSUM_IPHDRCKSUM, can);
    for (pieces = 1; pieces < 60; pieces += 7) { /* headers in several pieces as well */
        send_ip(false, TCP, pieces);
        send_ip(false, UDP, pieces);
        send_ip(true, TCP, pieces);
        send_ip(true, UDP, pieces);
    }
    send_header_sum();
    receive_ip(false, TCP, 0, HCK_IPV4_HDRCKSUM_OK | HCK_FULLCKSUM_OK);
    receive_ip(true, UDP, 0, HCK_IPV4_HDRCKSUM_OK | HCK_FULLCKSUM_OK);
    receive_ip(false, TCP, 1, 0);
    receive_ip(false, GRE, 0, HCK_IPV4_HDRCKSUM_OK);
    port_close();
}

static int segments, segments_wrong, segment_bytes;

static void segment(void *listener, const uint8_t *bytes, size_t length)
{
    uint8_t copy[2048];

    (void)listener;
    memcpy(copy, bytes, length);
    segments++;
    segments_wrong += !port_sums(copy, (int)length);
    segments_wrong += bytes[54] != (uint8_t)(segment_bytes * 7);
    segment_bytes += (int)length - 54;
}

/* As ip_output leaves it: lengths of the whole, and a pseudo header without one. */
static mblk_t *large(int payload, int pieces)
{
    static uint8_t bytes[70000];
    int length = port_ip_frame(bytes, false, TCP, payload);
    uint16_t without;
    mblk_t *mp;

    port_seed(bytes, 34, TCP, false);
    without = (uint16_t)(bytes[50] << 8 | bytes[51]);
    tap_check(without != 0);
    bytes[24] = 0x12; /* the sum's place is not clean */
    mp = mock_message(bytes, length, pieces);
    mock_ask(mp, HCK_IPV4_HDRCKSUM | HCK_PARTIALCKSUM | HW_LSO, IPV4_START,
             IPV4_START + TCP_SUM, 1000);
    return mp;
}

static void open_for_segments(void)
{
    port_power_on();
    nic_power_off(nic);
    nic = nic_power_on(own_address, segment, NULL);
    tap_equal(DDI_SUCCESS, mock_attach(nic));
    tap_equal(0, mock_up(true));
    mock_run();
    segments = segments_wrong = segment_bytes = 0;
}

static void send_large(int payload, int pieces)
{
    segments = segment_bytes = 0;
    mock_transmit(large(payload, pieces));
    mock_run();
    tap_equal((payload + 999) / 1000, segments);
    tap_equal(0, segments_wrong);
    tap_equal(payload, segment_bytes);
}

void tso(void)
{
    mac_capab_lso_t lso = {0};

    open_for_segments();
    tap_check(mock_capability(MAC_CAPAB_LSO, &lso));
    tap_equal(LSO_TX_BASIC_TCP_IPV4, lso.lso_flags);
    send_large(20000, 20);
    send_large(1400, 29); /* the headers are in more than one piece */
    send_large(60000, 1);
    send_large(60000, 50); /* too many pieces: copied together, headers apart */
    send_large((int)lso.lso_basic_tcp_ipv4.lso_max - 54, 7);
    port_close();
}

/* A message that TCP keeps for a retransmission: nobody else may change its headers. */
void tso_shared(void)
{
    uint8_t before[54];
    mblk_t *mp, *kept;

    open_for_segments();
    mp = large(20000, 4);
    kept = dupmsg(mp);
    memcpy(before, kept->b_rptr, sizeof before);
    mock_transmit(mp);
    mock_run();
    tap_equal(20, segments);
    tap_check(memcmp(before, kept->b_rptr, sizeof before) == 0);
    freemsg(kept);
    port_close();
}

static int tagged_frame(uint8_t *bytes, int length)
{
    uint8_t plain[2000];

    port_frame(plain, length, 1, own_address);
    memcpy(bytes, plain, 12);
    memcpy(bytes + 12, "\x81\x00\x21\x23", 4);
    memcpy(bytes + 16, plain + 12, (size_t)length - 12);
    return length + 4;
}

/* The tag is MAC's: it is in the frame when it comes down, and stays in when it goes up. */
void vlan(void)
{
    uint8_t bytes[2000], plain[2000];
    int length = tagged_frame(bytes, 1514); /* the largest, and m_margin */
    mblk_t *mp;

    port_open();
    mock_transmit(mock_message(bytes, length, 3));
    mock_run();
    tap_equal(length, on_wire.length);
    tap_check(memcmp(bytes, on_wire.bytes, (size_t)length) == 0);
    tap_check(nic_frame_from_wire(nic, bytes, (size_t)length));
    mock_run();
    tap_equal(length, in_stack.length);
    tap_check(memcmp(bytes, in_stack.bytes, (size_t)length) == 0);

    length = port_ip_frame(plain, false, TCP, 400); /* sums behind a tag */
    port_seed(plain, length, TCP, false);
    memcpy(bytes, plain, 12);
    memcpy(bytes + 16, plain + 12, (size_t)length - 12);
    mp = mock_message(bytes, length + 4, 2);
    mock_ask(mp, HCK_PARTIALCKSUM | HCK_IPV4_HDRCKSUM, IPV4_START, IPV4_START + TCP_SUM, 0);
    mock_transmit(mp);
    mock_run();
    port_sums(plain, length);
    tap_check(memcmp(plain + 12, on_wire.bytes + 16, (size_t)length - 12) == 0);
    port_close();
}

/* What no frame can be like is dropped, and counted, and harms no other. */
void wrong_requests(void)
{
    uint8_t bytes[2000];
    mblk_t *mp;

    port_open();
    mp = port_message(1, 400, 1); /* no IP in it */
    mock_ask(mp, HCK_PARTIALCKSUM, IPV4_START, IPV4_START + TCP_SUM, 0);
    mock_transmit(mp);
    mp = mock_message(bytes, port_ip_frame(bytes, false, TCP, 0), 1); /* ends before its TCP */
    mock_ask(mp, HCK_PARTIALCKSUM, 60, 60 + TCP_SUM, 0);
    mock_transmit(mp);
    mp = mock_message(bytes, port_ip_frame(bytes, true, TCP, 1500), 1); /* LSO of IPv6 */
    mock_ask(mp, HCK_PARTIALCKSUM | HW_LSO, IPV6_START, IPV6_START + TCP_SUM, 1000);
    mock_transmit(mp);
    mock_run();
    port_send(1, 17000, 2); /* longer than a descriptor can say */
    mp = mock_message(bytes, port_ip_frame(bytes, false, TCP, 0), 1); /* half a TCP header */
    mock_ask(mp, HCK_PARTIALCKSUM, IPV4_START + 10, IPV4_START + 10 + TCP_SUM, 0);
    mock_transmit(mp);
    mock_run();
    tap_equal(0, on_wire.count);
    tap_equal(5, port_statistic(MAC_STAT_OERRORS));
    port_send(2, 400, 1);
    mock_run();
    tap_equal(1, on_wire.count);
    port_close();
}
