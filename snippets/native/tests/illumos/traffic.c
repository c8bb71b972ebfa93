/* Frames both ways, as they are. */
#include "packets.h"
#include "port.h"

#include <sys/errno.h>

#include "cases.h"

void attach_detach(void)
{
    int i;

    port_power_on();
    tap_equal(1, mock_module_is_known());
    for (i = 0; i < 3; i++) {
        tap_equal(DDI_SUCCESS, mock_attach(nic));
        tap_check(!nic_is_running(nic));
        tap_equal(DDI_SUCCESS, mock_detach());
        tap_equal(0, mock_leaks());
    }
    port_power_off();
}

void send_one(void)
{
    port_open();
    port_send(1, 100, 1);
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(100, on_wire.length);
    port_send(2, 1000, 1); /* bound where it lies */
    mock_run();
    tap_equal(1000, on_wire.length);
    port_send(3, 200, 1); /* the places of the copy area are used in turn: dirty them */
    mock_run();
    port_send(4, 30, 1); /* short: padded with zeros */
    mock_run();
    tap_equal(60, on_wire.length);
    tap_check(on_wire.bytes[30] == 0 && on_wire.bytes[59] == 0);
    on_wire.wrong = 0; /* the padding is no pattern */
    port_close();
}

void receive_one(void)
{
    port_open();
    tap_check(port_arrive(1, 1000));
    mock_run();
    tap_equal(1, in_stack.count);
    tap_equal(1000, in_stack.length);
    tap_check(in_stack.lent);
    tap_check(port_arrive(2, 100)); /* short: copied */
    mock_run();
    tap_equal(100, in_stack.length);
    tap_check(!in_stack.lent);
    port_close();
}

void send_scatter_gather(void)
{
    int i;

    port_open();
    for (i = 0; i < 32; i++) {
        port_send(i, 1400, 1 + i);
        mock_run();
        tap_equal(1400, on_wire.length);
    }
    port_send(32, 1500, 60); /* too many pieces: copied together */
    mock_run();
    tap_equal(33, on_wire.count);
    port_send(33, 200, 20); /* short: copied piece by piece */
    mock_run();
    tap_equal(34, on_wire.count);
    port_close();
}

/* Frames linked by b_next, each of several pieces. */
void send_chain(void)
{
    mblk_t *chain = NULL, **link = &chain;
    int i;

    port_open();
    for (i = 0; i < 20; i++) {
        *link = port_message(i, 100 + 60 * i, 1 + i % 3);
        link = &(*link)->b_next;
    }
    mock_transmit(chain);
    mock_run();
    tap_equal(20, on_wire.count);
    port_close();
}

void receive_jumbo(void)
{
    port_open();
    tap_check(port_arrive(1, 4000)); /* longer than it may be */
    mock_run();
    tap_equal(0, in_stack.count);
    tap_equal(0, mock_up(false));
    tap_equal(0, mock_set_mtu(9000));
    tap_equal(0, mock_up(true));
    mock_run();
    tap_check(port_arrive(2, 9014));
    mock_run();
    tap_equal(1, in_stack.count);
    tap_equal(9014, in_stack.length);
    tap_equal(5, in_stack.pieces);
    port_send(3, 9014, 1); /* one piece to the CPU, several to the bus */
    port_send(4, 9014, 5);
    mock_run();
    tap_equal(2, on_wire.count);
    tap_equal(9014, on_wire.length);
    port_close();
}

void wraps(void)
{
    int i;

    port_open();
    for (i = 0; i < 5000; i++) {
        port_send(i, 60 + i % 1400, 1 + i % 4);
        tap_check(port_arrive(i, 60 + i * 7 % 1400));
        if (i % 37 == 0)
            mock_run();
    }
    mock_run();
    tap_equal(0, mock_waiting());
    tap_equal(5000, on_wire.count);
    tap_equal(5000, in_stack.count);
    port_close();
}

void ring_full_and_recovery(void)
{
    int i, most = 0;

    port_open();
    for (i = 0; i < 1000; i++) {
        port_send(i, i % 2 ? 64 : 700, 1 + i % 2);
        most = mock_waiting() > most ? mock_waiting() : most;
    }
    tap_check(most > 800); /* the ring is shorter than that */
    mock_run();
    tap_equal(0, mock_waiting()); /* mac_tx_update was called, as often as it was needed */
    tap_equal(1000, on_wire.count);
    port_send(1000, 64, 1);
    mock_run();
    tap_equal(1001, on_wire.count);
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

/* MAC turns to promiscuous mode then. */
static void too_many_groups(void)
{
    uint8_t address[6] = {0x01, 0, 0x5e, 0, 0, 0};
    int added = 0;

    while (added < 1000 && mock_group(true, address) == 0)
        address[5] = (uint8_t)++added;
    tap_equal(ENOSPC, mock_group(true, address));
    tap_check(added >= 32);
    for (address[5] = 0; added > 0; added--, address[5]++)
        tap_equal(0, mock_group(false, address));
}

void filters(void)
{
    static const uint8_t group[6] = {0x01, 0, 0x5e, 1, 2, 3}, other[6] = {0x02, 9, 9, 9, 9, 9};
    static const uint8_t same_bit[6] = {0x01, 7, 7, 7, 2, 3};

    port_open();
    tap_check(hears((const uint8_t *)"\xff\xff\xff\xff\xff\xff") && hears(own_address));
    tap_check(!hears(group) && !hears(other));
    tap_equal(0, mock_group(true, group));
    tap_equal(0, mock_group(true, group));
    tap_equal(0, mock_group(true, same_bit));
    tap_check(hears(group) && !hears(other));
    tap_equal(0, mock_group(false, same_bit)); /* the bit is still wanted */
    tap_check(hears(group));
    tap_equal(0, mock_up(false));
    tap_equal(0, mock_up(true)); /* a reset cleared the table */
    tap_check(hears(group));
    tap_equal(0, mock_group(false, group));
    tap_check(!hears(group));
    tap_equal(EINVAL, mock_group(true, other));
    too_many_groups();
    tap_equal(0, mock_set_promiscuous(true));
    tap_check(hears(other));
    tap_equal(0, mock_set_promiscuous(false));
    tap_check(!hears(other));
    tap_equal(0, mock_set_address(other));
    tap_check(hears(other) && !hears(own_address));
    port_close();
}

void packets(void)
{
    int i;

    port_open();
    for (i = 0; i < packets_to_send(); i++) {
        port_send(i, PACKET_BYTES, 1);
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
