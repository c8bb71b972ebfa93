/* What goes wrong: memory, the device, the cable, the interrupt, the moment. */
#include "port.h"

#include <stdio.h>
#include <sys/sockio.h>

#include "cases.h"
#include "dma.h"
#include "memory.h"
#include "rbe_chip.h"

void refill_failure(void)
{
    int i;

    port_open();
    for (i = 0; i < 600; i++) {
        memory_fail_at(i % 2);
        tap_check(port_arrive(i, 200));
        mock_run();
    }
    memory_fail_at(0);
    tap_equal(300, in_stack.count); /* the core drops a frame that it has no successor for */
    tap_check(port_arrive(600, 200));
    mock_run();
    tap_equal(301, in_stack.count);
    port_close();
}

static void traffic(int first, int count)
{
    int i;

    for (i = first; i < first + count; i++) {
        (void)port_send(i, 200, 1 + i % 3);
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
        tap_equal(0, mock_set_mtu(round % 3 ? 1500 : 3000));
        mock_run();
    }
    on_wire.count = 0;
    traffic(5000, 1);
    mock_run();
    tap_equal(1, on_wire.count);
    port_close();
}

void detach_in_traffic(void)
{
    int steps;

    for (steps = 0; steps < 4; steps++) {
        port_open();
        traffic(0, 200);
        for (int i = 0; i < steps; i++)
            nic_step(nic);
        port_close();
    }
}

/* A frame to be cut, whose headers are shared and lie in two pieces; a frame with a tag. */
static void use_offloads(void)
{
    static uint8_t bytes[4000];
    struct mbuf *m = mock_packet(bytes, port_ip_frame(bytes, false, 6, 3000), 80), *kept;

    m->m_pkthdr.csum_flags = M_CSUM_IPv4 | M_CSUM_TSOv4;
    m->m_pkthdr.csum_data = 20u << 16 | 16;
    m->m_pkthdr.segsz = 1000;
    kept = mock_kept(m);
    (void)mock_transmit(m);
    m_freem(kept);
    m = mock_packet(bytes, port_frame(bytes, 100, 0, own_address), 1);
    mock_tag(m, 5);
    (void)mock_transmit(m);
}

static bool attach_and_use(void)
{
    int error = mock_attach(nic);

    if (error != 0)
        return false;
    (void)mock_set_capabilities(port_offloads);
    (void)mock_add_group((const uint8_t *)"\1\0\x5e\1\2\3", (const uint8_t *)"\1\0\x5e\1\2\3");
    if (mock_up(true) == 0) {
        mock_run();
        traffic(0, 10);
        (void)port_send(10, 1500, 50);
        use_offloads();
        mock_run();
        (void)mock_set_mtu(2000);
        mock_run();
        traffic(20, 10);
    }
    tap_equal(0, mock_detach());
    return true;
}

static void try_without(long chance)
{
    port_power_on();
    memory_fail_at(chance);
    attach_and_use();
    if (mock_leaks() != 0 || dma_faults() != 0)
        fprintf(stderr, "after failure %ld, %s\n", chance, memory_failed());
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
    port_close();
}

void late_device(void)
{
    port_open();
    nic_faults(nic)->late_steps = 5;
    traffic(0, 100);
    mock_wait(5000); /* the interrupt comes before what it tells of: the second hand helps */
    tap_equal(100, on_wire.count);
    tap_equal(100, in_stack.count);
    port_close();
}

void deaf_device(void)
{
    port_open();
    nic_faults(nic)->deaf_doorbells = 1;
    (void)port_send(0, 100, 1);
    mock_wait(6000);
    (void)port_send(1, 100, 1);
    mock_run();
    tap_check(on_wire.count >= 1);
    tap_equal(2, on_wire.next);
    port_close();
}

void endless_reset(void)
{
    port_power_on();
    nic_faults(nic)->endless_reset = true;
    tap_check(mock_attach(nic) != 0);
    port_power_off();
    port_open();
    nic_faults(nic)->endless_reset = true;
    traffic(0, 10);
    tap_check(mock_set_mtu(2000) != 0);
    port_close();
}

void lost_interrupt(void)
{
    port_open();
    nic_faults(nic)->lost_interrupts = 1;
    traffic(0, 20);
    mock_run();
    mock_wait(3000);
    tap_equal(20, on_wire.count);
    tap_equal(20, in_stack.count);
    traffic(20, 20);
    mock_run();
    tap_equal(40, in_stack.count);
    port_close();
}

void interrupt_storm(void)
{
    port_open();
    nic_faults(nic)->storm = 500;
    traffic(0, 100);
    mock_wait(600);
    tap_equal(100, on_wire.count);
    tap_equal(100, in_stack.count);
    port_close();
}

void link_flap(void)
{
    int round;

    port_open();
    for (round = 0; round < 20; round++) {
        nic_link(nic, false);
        (void)port_send(2 * round, 100, 1); /* the driver has not heard of it yet */
        mock_run();
        tap_check(!mock_link_is_up());
        (void)port_send(2 * round + 1, 100, 1);
        nic_link(nic, true);
        mock_run();
        tap_check(mock_link_is_up());
    }
    tap_equal(40, on_wire.count);
    port_close();
}

void unplugged(void)
{
    port_open();
    traffic(0, 50);
    nic_step(nic);
    nic_faults(nic)->unplugged = true;
    mock_wait(5000);
    tap_check(!mock_link_is_up());
    (void)port_send(50, 100, 1);
    port_close();
    port_power_on();
    nic_faults(nic)->unplugged = true;
    tap_check(mock_attach(nic) != 0);
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

static int plain(u_long command)
{
    struct ifreq request = {.ifr_mtu = 0};

    return mock_ioctl(command, &request);
}

void requests(void)
{
    port_open();
    tap_equal(EINVAL, mock_set_mtu(20));
    tap_equal(EINVAL, mock_set_mtu(10000));
    tap_equal(0, plain(SIOCGIFMEDIA));
    tap_equal(0, mock_set_media(IFM_ETHER | IFM_AUTO));
    tap_equal(EINVAL, mock_set_media(IFM_ETHER | IFM_1000_T));
    tap_equal(ENOTTY, plain(SIOCGDRVSPEC));
    tap_equal(ENOTTY, plain(SIOCSDRVSPEC));
    tap_equal(ENOTTY, plain(SIOCGIFGENERIC));
    tap_equal(ENOTTY, plain(SIOCSIFGENERIC));
    tap_equal(ENOTTY, plain(0x1234));
    tap_equal(0, mock_set_flag(IFF_LINK0, true)); /* of no meaning here: the device starts anew */
    tap_equal(0, mock_up(false));
    tap_check(!nic_is_running(nic));
    (void)port_send(0, 100, 1); /* waits for the interface */
    tap_equal(0, mock_up(true));
    mock_run();
    tap_equal(1, on_wire.count);
    port_close();
}

/* A callout that callout_stop came too late for: it must find out that nobody wants it. */
void late_callout(void)
{
    port_open();
    tap_equal(0, mock_up(false));
    mock_wait(3000);
    tap_check(!nic_is_running(nic));
    tap_equal(0, mock_pending_callouts());
    tap_equal(0, mock_up(true));
    mock_wait(3000);
    traffic(0, 10);
    mock_run();
    tap_equal(10, on_wire.count);
    tap_equal(0, mock_up(false)); /* and detached at the same moment */
    port_close();
}

void second_detach(void)
{
    int i;

    for (i = 0; i < 3; i++) {
        port_open();
        traffic(0, 20);
        mock_run();
        tap_equal(20, on_wire.count);
        port_close();
    }
}
