/* Frames both ways, as they are and with the device's help. */
#include "cases.h"
#include "packets.h"
#include "port.h"

void attach_detach(void)
{
    int i;

    port_power_on();
    for (i = 0; i < 3; i++) {
        tap_equal(RTOS_OK, rbe_attach(&port, &board));
        tap_equal(RTOS_BUSY, rbe_attach(&(struct rbe_port){0}, &board)); /* memory for one */
        mock_run();
        tap_check(nic_is_running(nic));
        tap_equal(RTOS_OK, rbe_detach(&port));
        tap_check(!nic_is_running(nic));
    }
    port_power_off();
}

void send_one(void)
{
    port_open();
    tap_equal(RTOS_OK, port_send(1, 100, 512));
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(100, on_wire.length);
    tap_equal(0, on_wire.wrong);
    tap_equal(RTOS_OK, port_send(2, 30, 512)); /* short: padded with zeros */
    mock_run();
    tap_equal(60, on_wire.length);
    tap_check(on_wire.bytes[59] == 0 && on_wire.bytes[30] == 0);
    on_wire.wrong = 0; /* the padding is no pattern */
    port_close();
}

void receive_one(void)
{
    struct rbe_statistics statistics;

    port_open();
    tap_check(port_arrive(1, 300));
    mock_run();
    tap_equal(1, in_stack.count);
    tap_equal(300, in_stack.length);
    tap_equal(1, in_stack.pieces);
    rbe_read_statistics(&port, &statistics);
    tap_equal(1, statistics.received);
    tap_equal(300, statistics.received_bytes);
    port_close();
}

void send_scatter_gather(void)
{
    uint8_t bytes[PORT_LONGEST];
    int i, home = 0;

    port_open();
    for (i = 0; i < 200; i++) {
        int pieces = 1 + i % 8, length = 60 + i * 7 % 1400;

        if (length > 220 * pieces)
            length = 220 * pieces;
        port_frame(bytes, length, i, board.address);
        tap_equal(RTOS_OK, rbe_output(&port, port_own(bytes, length, pieces)));
        home += pieces;
        mock_run();
        tap_equal(length, on_wire.length);
    }
    tap_equal(200, on_wire.count);
    tap_equal(home, stack.came_home);
    tap_equal(RTOS_INVALID, port_output(port_own(bytes, 900, 9)));
    tap_equal(RTOS_INVALID, port_output(port_own(bytes, 0, 1)));
    tap_equal(RTOS_INVALID, port_output(port_own(bytes, 1519, 7)));
    port_close();
}

void receive_chain(void)
{
    port_open();
    tap_check(port_arrive(1, 1514));
    mock_run();
    tap_equal(1514, in_stack.length);
    tap_equal(3, in_stack.pieces); /* blocks of 512 bytes */
    tap_check(port_arrive(2, 1600)); /* longer than it may be */
    mock_run();
    tap_equal(1, in_stack.count);
    tap_check(port_arrive(3, 1024)); /* nothing is left for a third piece */
    mock_run();
    tap_equal(2, in_stack.count);
    tap_equal(2, in_stack.pieces);
    port_close();
}

void wraps(void)
{
    int i;

    port_open();
    for (i = 0; i < 5000; i++) {
        tap_equal(RTOS_OK, port_send(i, 60 + i % 1400, 512));
        tap_check(port_arrive(i, 60 + i * 7 % 1400));
        if (i % 7 == 0)
            mock_run();
    }
    mock_run();
    tap_equal(5000, on_wire.count);
    tap_equal(5000, in_stack.count);
    port_close();
}

/* A received frame goes out again in the very blocks that it came in. */
void echo_without_copy(void)
{
    struct rbe_statistics statistics;
    int i;

    port_open();
    stack.echoes = true;
    for (i = 0; i < 1000; i++) {
        tap_check(port_arrive(i, 60 + i * 11 % 1450));
        if (i % 5 == 0)
            mock_run();
    }
    mock_run();
    tap_equal(1000, in_stack.count);
    tap_equal(1000, on_wire.count);
    rbe_read_statistics(&port, &statistics);
    tap_equal(1000, statistics.sent);
    tap_check(statistics.blocks_least < statistics.blocks_available);
    port_close();
}

/* What waits in the queue goes out when there is room, and nobody needs a second hand. */
void ring_full_and_recovery(void)
{
    int i, refused = 0;

    port_open();
    nic_link(nic, false);
    mock_run();
    for (i = 0; i < 60; i++)
        refused += port_send(i, 64, 512) == RTOS_FULL;
    tap_equal(60 - RBE_QUEUE, refused);
    nic_link(nic, true);
    mock_run();
    tap_equal(RBE_QUEUE, on_wire.count);
    tap_equal(1, stack.rooms);
    for (i = 60; i < 200; i++) { /* five descriptors each: the ring is full, the queue too */
        uint8_t bytes[300];

        port_frame(bytes, 300, i, board.address);
        (void)port_output(port_own(bytes, 300, 5));
        if (i % 12 == 0)
            mock_run();
    }
    mock_run();
    tap_equal(200, on_wire.next);
    tap_equal(RTOS_OK, port_send(200, 64, 512));
    mock_run();
    tap_equal(201, on_wire.next);
    port_close();
}

static void send_ip(bool ipv6, int protocol, int pieces, int tag)
{
    uint8_t bytes[2048];
    int length = port_ip_frame(bytes, ipv6, protocol, 601, tag);
    struct netbuf *frame = port_own(bytes, length, pieces);

    frame->flags = NETBUF_WANTS_CHECKSUMS;
    tap_equal(RTOS_OK, rbe_output(&port, frame));
    mock_run();
    tap_equal(length, on_wire.length);
    port_sums(bytes, length);
    tap_check(memcmp(bytes, on_wire.bytes, (size_t)length) == 0);
}

static void receive_ip(bool ipv6, int protocol, int damage, int expected)
{
    uint8_t bytes[2048];
    int length = port_ip_frame(bytes, ipv6, protocol, 333, -1);

    port_sums(bytes, length);
    bytes[length - 1] ^= (uint8_t)damage;
    tap_check(nic_frame_from_wire(nic, bytes, (size_t)length));
    mock_run();
    tap_equal(length, in_stack.length);
    tap_equal(expected, in_stack.flags);
}

void checksum_offload(void)
{
    struct rbe_statistics statistics;
    struct netbuf *odd;
    int pieces;

    port_open();
    for (pieces = 4; pieces <= 8; pieces += 2) {
        send_ip(false, 6, pieces, -1);
        send_ip(false, 17, pieces, -1);
        send_ip(true, 6, pieces, -1);
        send_ip(true, 17, pieces, 5);
    }
    receive_ip(false, 6, 0, NETBUF_IP_GOOD | NETBUF_TRANSPORT_GOOD);
    receive_ip(true, 17, 0, NETBUF_IP_GOOD | NETBUF_TRANSPORT_GOOD);
    receive_ip(false, 6, 1, 0);
    odd = port_own((const uint8_t *)"neither IP nor long enough for it, but asks for sums", 50, 1);
    odd->flags = NETBUF_WANTS_CHECKSUMS;
    tap_equal(RTOS_OK, rbe_output(&port, odd));
    mock_run();
    rbe_read_statistics(&port, &statistics);
    tap_equal(1, statistics.refused);
    port_close();
}

/* The tag is a part of the frame, both ways. */
void vlan(void)
{
    uint8_t bytes[200];

    port_open();
    port_frame(bytes, 100, 1, board.address);
    memcpy(bytes + 12, "\x81\x00\x21\x23\x88\xb5", 6);
    tap_equal(RTOS_OK, rbe_output(&port, port_own(bytes, 100, 2)));
    mock_run();
    tap_equal(100, on_wire.length);
    tap_check(memcmp(on_wire.bytes, bytes, 100) == 0);
    tap_check(nic_frame_from_wire(nic, bytes, 100));
    mock_run();
    tap_equal(100, in_stack.length);
    tap_check(memcmp(in_stack.bytes, bytes, 100) == 0);
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
    tap_check(hears((const uint8_t *)"\xff\xff\xff\xff\xff\xff") && hears(board.address));
    tap_check(hears(group) && !hears(other));
    rbe_listen_to_all(&port, true);
    tap_check(hears(other));
    rbe_listen_to_all(&port, false);
    tap_check(!hears(other));
    port_close();
}

void packets(void)
{
    int i;

    port_open();
    for (i = 0; i < packets_to_send(); i++) {
        (void)port_send(i, PACKET_BYTES, 512);
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
