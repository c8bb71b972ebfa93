/* Frames both ways, as they are and with the device's help. */
#include "packets.h"
#include "port.h"

#include "cases.h"
#include "rbe_reg.h"

void attach_detach(void)
{
    port_power_on();
    tap_equal(0, mock_attach(nic));
    tap_check(memcmp(if_getlladdr(mock_interface()), own_address, 6) == 0);
    tap_check(!nic_is_running(nic));
    port_close();
}

// tag::send-one[]
void send_one(void)
{
    port_open();
    tap_equal(0, port_send(1, 100, 1));
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(100, on_wire.length);
    tap_equal(1, mock_tapped());
    tap_equal(0, port_send(2, 30, 1)); /* short: padded with zeros */
    mock_run();
    tap_equal(60, on_wire.length);
    tap_check(on_wire.bytes[59] == 0);
    on_wire.wrong = 0; /* the padding is no pattern */
    port_close();
}
// end::send-one[]

void receive_one(void)
{
    port_open();
    tap_check(port_arrive(1, 1000));
    mock_run();
    tap_equal(1, in_stack.count);
    tap_equal(1000, in_stack.length);
    tap_equal(1, if_get_counter_default(mock_interface(), IFCOUNTER_IPACKETS));
    port_close();
}

void send_scatter_gather(void)
{
    int i;

    port_open();
    for (i = 0; i < 32; i++) {
        tap_equal(0, port_send(i, 1400, 1 + i));
        mock_run();
        tap_equal(1400, on_wire.length);
    }
    tap_equal(0, port_send(32, 1500, 60)); /* EFBIG, then copied together */
    mock_run();
    tap_equal(33, on_wire.count);
    port_close();
}

void receive_jumbo(void)
{
    port_open();
    tap_check(port_arrive(1, 4000)); /* longer than it may be */
    mock_run();
    tap_equal(0, in_stack.count);
    tap_equal(0, mock_set_mtu(9000));
    mock_run();
    tap_check(port_arrive(2, 9014));
    mock_run();
    tap_equal(1, in_stack.count);
    tap_equal(9014, in_stack.length);
    tap_equal(5, in_stack.pieces);
    tap_equal(0, if_get_counter_default(mock_interface(), IFCOUNTER_IERRORS));
    tap_equal(0, port_send(3, 9014, 5));
    mock_run();
    tap_equal(9014, on_wire.length);
    port_close();
}

void wraps(void)
{
    int i;

    port_open();
    for (i = 0; i < 5000; i++) {
        tap_equal(0, port_send(i, 60 + i % 1400, 1 + i % 4));
        tap_check(port_arrive(i, 60 + i * 7 % 1400));
        if (i % 37 == 0)
            mock_run();
    }
    mock_run();
    tap_equal(5000, on_wire.count);
    tap_equal(5000, in_stack.count);
    port_close();
}

void ring_full_and_recovery(void)
{
    int i, refused = 0;

    port_open();
    for (i = 0; i < 1000; i++)
        refused += port_send(i, 64, 1) == ENOBUFS;
    tap_check(refused > 0 && refused < 600);
    mock_run();
    tap_equal(1000 - refused, on_wire.count);
    tap_equal(0, port_send(1000, 64, 1));
    mock_run();
    tap_equal(1001 - refused, on_wire.count);
    port_close();
}

void contended(void)
{
    int i;

    port_open();
    for (i = 0; i < 100; i++) {
        mock_contend(i % 2);
        tap_equal(0, port_send(i, 64, 1));
    }
    mock_run();
    mock_contend(1);
    tap_equal(0, port_send(100, 64, 1)); /* nobody but the task can send this one */
    mock_run();
    tap_equal(101, on_wire.count);
    port_close();
}

static void send_ip(bool ipv6, int protocol, uint32_t flags, int pieces)
{
    uint8_t bytes[2048];
    int length = port_ip_frame(bytes, ipv6, protocol, 601);
    struct mbuf *m;

    port_seed(bytes, length, protocol, ipv6);
    m = mock_packet(bytes, length, pieces);
    m->m_pkthdr.csum_flags = flags;
    tap_equal(0, mock_transmit(m));
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
    tap_equal(expected, in_stack.checked & (CSUM_DATA_VALID | CSUM_PSEUDO_HDR));
}

void checksum_offload(void)
{
    int pieces;

    port_open();
    for (pieces = 1; pieces < 32; pieces += 10) {
        send_ip(false, 6, CSUM_IP | CSUM_IP_TCP, pieces);
        send_ip(false, 17, CSUM_IP | CSUM_IP_UDP, pieces);
        send_ip(true, 6, CSUM_IP6_TCP, pieces);
        send_ip(true, 17, CSUM_IP6_UDP, pieces);
    }
    receive_ip(false, 6, 0, CSUM_DATA_VALID | CSUM_PSEUDO_HDR);
    receive_ip(true, 17, 0, CSUM_DATA_VALID | CSUM_PSEUDO_HDR);
    receive_ip(false, 6, 1, 0);
    tap_equal(0, mock_set_capabilities(IFCAP_TXCSUM));
    mock_run();
    receive_ip(false, 6, 0, 0);
    tap_equal(CSUM_IP | CSUM_IP_TCP | CSUM_IP_UDP, if_gethwassist(mock_interface()));
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

static void send_large(bool shared)
{
    static uint8_t bytes[70000];
    int length = port_ip_frame(bytes, false, 6, 20000);
    struct mbuf *m = mock_packet(bytes, length, 20);

    segments = segments_wrong = segment_bytes = 0;
    m->m_pkthdr.csum_flags = CSUM_IP | CSUM_IP_TSO;
    m->m_pkthdr.tso_segsz = 1000;
    m->m_flags |= shared ? M_RDONLY : 0;
    tap_equal(0, mock_transmit(m));
    mock_run();
    tap_equal(20, segments);
    tap_equal(0, segments_wrong);
    tap_equal(20000, segment_bytes);
}

void tso(void)
{
    port_power_on();
    nic_power_off(nic);
    nic = nic_power_on(own_address, segment, NULL);
    tap_equal(0, mock_attach(nic));
    tap_equal(0, mock_up(true));
    mock_run();
    send_large(false);
    send_large(true); /* headers that must not be changed in place */
    port_close();
}

/* ifconfig, with these switched: every segment's sums are the device's work. */
static void check_tso(int on, int off, bool expected)
{
    int enabled = if_getcapenable(mock_interface());

    tap_equal(0, mock_set_capabilities((enabled | on) & ~off));
    enabled = if_getcapenable(mock_interface());
    tap_equal(expected, (enabled & IFCAP_TSO4) != 0);
    tap_equal(expected, (if_gethwassist(mock_interface()) & CSUM_IP_TSO) != 0);
    tap_equal(on & IFCAP_TXCSUM, enabled & on & IFCAP_TXCSUM);
    tap_equal(0, enabled & off);
}

/* iflib answers SIOCSIFCAP by itself, and toggles just what it was asked. */
void tso_needs_checksums(void)
{
    port_open();
    check_tso(0, IFCAP_TXCSUM_IPV6, true); /* TSO4 cuts no IPv6 */
    check_tso(0, IFCAP_TXCSUM, PORT_IS_IFLIB);
    check_tso(IFCAP_TSO4, 0, PORT_IS_IFLIB);
    check_tso(IFCAP_TXCSUM, 0, PORT_IS_IFLIB); /* what nobody asks for stays off */
    check_tso(IFCAP_TSO4, 0, true);
    check_tso(0, IFCAP_TSO4, false);
    check_tso(0, IFCAP_TXCSUM, false);
    check_tso(IFCAP_TSO4 | IFCAP_TXCSUM, 0, true);
    check_tso(IFCAP_TSO4, IFCAP_TXCSUM, PORT_IS_IFLIB);
    port_close();
}

void vlan(void)
{
    uint8_t bytes[200];
    struct mbuf *m;

    port_open();
    m = mock_packet(bytes, port_frame(bytes, 100, 1, own_address), 1);
    m->m_flags |= M_VLANTAG;
    m->m_pkthdr.ether_vtag = 0x2123;
    tap_equal(0, mock_transmit(m));
    mock_run();
    tap_equal(104, on_wire.length);
    tap_check(memcmp(on_wire.bytes + 12, "\x81\x00\x21\x23\x88\xb5", 6) == 0);
    tap_check(nic_frame_from_wire(nic, on_wire.bytes, 104));
    mock_run();
    tap_equal(100, in_stack.length);
    tap_equal(0x2123, in_stack.tag);
    port_close();
}

static bool hears(const uint8_t address[6])
{
    uint8_t bytes[100];
    int before = in_stack.count;

    port_frame(bytes, 100, in_stack.next, address);
    nic_frame_from_wire(nic, bytes, 100);
    mock_run();
    return in_stack.count > before;
}

void filters(void)
{
    static const uint8_t group[6] = {0x01, 0, 0x5e, 1, 2, 3}, other[6] = {0x02, 9, 9, 9, 9, 9};

    port_open();
    tap_check(hears((const uint8_t *)"\xff\xff\xff\xff\xff\xff") && hears(own_address));
    tap_check(!hears(group) && !hears(other));
    tap_equal(0, mock_add_group(group));
    tap_check(hears(group) && !hears(other));
    tap_equal(0, mock_set_flag(IFF_PROMISC, true));
    tap_check(hears(other));
    tap_equal(0, mock_set_flag(IFF_PROMISC, false));
    tap_check(!hears(other) && hears(group));
    port_close();
}

void packets(void)
{
    int i;

    port_open();
    for (i = 0; i < packets_to_send(); i++) {
        (void)port_send(i, PACKET_BYTES, 1);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            mock_run();
    }
    for (i = 0; i < packets_to_receive(); i++) {
        (void)port_arrive(i, PACKET_BYTES);
        if (i % PACKETS_A_BURST == PACKETS_A_BURST - 1)
            mock_run();
    }
    mock_run();
    tap_equal(packets_to_send(), on_wire.count);
    tap_equal(packets_to_receive(), in_stack.count);
    port_close();
}
