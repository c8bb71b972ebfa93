/* What the stack above does with messages and properties. */
#include "port.h"

#include <stdio.h>

#include <sys/errno.h>
#include <sys/mac_ether.h>

#include "cases.h"

enum { MANY = 400 };

/* The stack keeps everything: long frames are lent until too many buffers are away. */
void lent_buffers(void)
{
    int i, lent = 0;

    port_open();
    mock_hold(MANY);
    for (i = 0; i < MANY; i++) {
        tap_check(port_arrive(i, 1200));
        mock_run();
        lent += in_stack.lent;
    }
    tap_equal(MANY, in_stack.count); /* the ring never ran dry */
    tap_check(lent > 50 && lent < 128);
    mock_let_go();
    tap_check(port_arrive(MANY, 1200));
    mock_run();
    tap_check(in_stack.lent);
    port_close();
}

/* What is lent is memory of the module: it stays until the last buffer is back. */
void lent_at_detach(void)
{
    port_open();
    mock_hold(1);
    tap_check(port_arrive(1, 1200));
    mock_run();
    tap_equal(DDI_FAILURE, mock_detach());
    tap_equal(0, mock_up(true)); /* it still works */
    mock_run();
    tap_check(port_arrive(2, 1200));
    mock_run();
    tap_equal(2, in_stack.count);
    mock_let_go();
    port_close();
}

/* MAC refuses to let an instance go that is open, and all goes on. */
void open_at_detach(void)
{
    port_open();
    tap_equal(DDI_FAILURE, mock_detach_open());
    port_send(1, 1000, 2);
    tap_check(port_arrive(1, 1000));
    mock_run();
    tap_equal(1, on_wire.count);
    tap_equal(1, in_stack.count);
    port_close();
}

/* A bridge: each frame comes back down before mac_rx returns, in the driver's own buffer. */
void echoed(void)
{
    int i;

    port_open();
    mock_echo(true);
    for (i = 0; i < 500; i++) {
        tap_check(port_arrive(i, i % 2 ? 1000 : 90));
        if (i % 9 == 0)
            mock_run();
    }
    mock_run();
    mock_echo(false);
    tap_equal(500, in_stack.count);
    tap_equal(500, on_wire.count);
    port_close();
}

static void check_link_properties(void)
{
    link_state_t link;
    link_duplex_t duplex;
    uint64_t speed;
    uint32_t mtu;

    tap_equal(0, mock_get_property(MAC_PROP_STATUS, &link, sizeof link));
    tap_equal(LINK_STATE_UP, link);
    tap_equal(0, mock_get_property(MAC_PROP_DUPLEX, &duplex, sizeof duplex));
    tap_equal(LINK_DUPLEX_FULL, duplex);
    tap_equal(0, mock_get_property(MAC_PROP_SPEED, &speed, sizeof speed));
    tap_equal(1000000000, speed);
    tap_equal(EOVERFLOW, mock_get_property(MAC_PROP_SPEED, &speed, 4));
    tap_equal(0, mock_get_property(MAC_PROP_MTU, &mtu, sizeof mtu));
    tap_equal(1500, mtu);
    tap_equal(ENOTSUP, mock_get_property(MAC_PROP_EN_1000FDX_CAP, &mtu, 1));
}

/* Also what is not supported: the register exceptions.tsv. */
void properties(void)
{
    uint8_t off = 0;
    uint32_t none;

    port_open();
    check_link_properties();
    tap_equal(EBUSY, mock_set_mtu(9000)); /* it is started */
    tap_equal(EOVERFLOW, mock_set_property(MAC_PROP_MTU, &off, 1));
    tap_equal(EINVAL, mock_set_mtu(20));
    tap_equal(EINVAL, mock_set_mtu(10000));
    tap_equal(ENOTSUP, mock_set_property(MAC_PROP_SPEED, &off, 1));
    tap_equal(ENOTSUP, mock_set_property(MAC_PROP_EN_1000FDX_CAP, &off, 1));
    tap_equal(ENOTSUP, mock_set_property(MAC_PROP_AUTONEG, &off, 1));
    tap_equal(ENOTSUP, mock_set_property(MAC_PROP_FLOWCTRL, &off, 1));
    tap_equal(ENOTSUP, mock_set_property(MAC_PROP_EN_FEC_CAP, &off, 1));
    tap_check(!mock_capability(MAC_CAPAB_RINGS, &none));
    tap_check(!mock_capability(MAC_CAPAB_SHARES, &none));
    tap_check(!mock_capability(MAC_CAPAB_TRANSCEIVER, &none));
    tap_check(!mock_capability(MAC_CAPAB_LED, &none));
    port_close();
}

void statistics(void)
{
    uint8_t group[100];
    uint64_t unknown;

    port_open();
    tap_equal(1000000000, port_statistic(MAC_STAT_IFSPEED));
    port_send(1, 100, 1);
    port_send(2, 900, 3);
    tap_check(port_arrive(1, 300));
    port_frame(group, 100, 2, (const uint8_t *)"\xff\xff\xff\xff\xff\xff");
    tap_check(nic_frame_from_wire(nic, group, 100));
    mock_wait(1500); /* what the device counts is read each second */
    tap_equal(2, port_statistic(MAC_STAT_OPACKETS));
    tap_equal(1000, port_statistic(MAC_STAT_OBYTES));
    tap_equal(2, port_statistic(MAC_STAT_IPACKETS));
    tap_equal(400, port_statistic(MAC_STAT_RBYTES));
    tap_equal(1, port_statistic(MAC_STAT_BRDCSTRCV));
    tap_equal(0, port_statistic(MAC_STAT_MULTIRCV));
    tap_equal(0, port_statistic(MAC_STAT_NORCVBUF));
    tap_equal(0, port_statistic(MAC_STAT_IERRORS));
    tap_equal(0, port_statistic(MAC_STAT_NOXMTBUF));
    tap_equal(0, port_statistic(ETHER_STAT_FCS_ERRORS));
    tap_equal(XCVR_1000T, port_statistic(ETHER_STAT_XCVR_INUSE));
    tap_equal(LINK_DUPLEX_FULL, port_statistic(ETHER_STAT_LINK_DUPLEX));
    tap_equal(ENOTSUP, mock_statistic(MAC_STAT_OPACKETS + 500, &unknown));
    port_close();
}
