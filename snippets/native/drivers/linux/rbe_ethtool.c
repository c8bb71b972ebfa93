/* What ethtool asks, and what such a device has to refuse: see exceptions.tsv. */
#include <linux/ethtool.h>
#include <linux/sockios.h>

#include "rbe.h"

static void rbe_get_drvinfo(struct net_device *netdev, struct ethtool_drvinfo *info)
{
    struct rbe_port *port = netdev_priv(netdev);

    strscpy(info->driver, "rbe", sizeof(info->driver));
    strscpy(info->bus_info, pci_name(port->pdev), sizeof(info->bus_info));
}

/* Speed as the device found it (8254x SDM 13.4.2): two bits, 10, 100 or 1000 Mbit/s. */
static u32 speed_of(u32 status)
{
    if (status & RBE_STATUS_SPEED_1000)
        return SPEED_1000;
    return status & RBE_STATUS_SPEED_1000 >> 1 ? SPEED_100 : SPEED_10;
}

static int rbe_get_link_ksettings(struct net_device *netdev,
                                  struct ethtool_link_ksettings *settings)
{
    u32 status = rbe_read(netdev_priv(netdev), RBE_STATUS);
    bool up = netif_carrier_ok(netdev);

    ethtool_link_ksettings_zero_link_mode(settings, supported);
    ethtool_link_ksettings_add_link_mode(settings, supported, 1000baseT_Full);
    ethtool_link_ksettings_add_link_mode(settings, supported, Autoneg);
    ethtool_link_ksettings_add_link_mode(settings, supported, TP);
    settings->base.port = PORT_TP;
    settings->base.autoneg = AUTONEG_ENABLE;
    settings->base.speed = SPEED_UNKNOWN;
    settings->base.duplex = DUPLEX_UNKNOWN;
    if (!up)
        return 0;
    settings->base.speed = speed_of(status);
    settings->base.duplex = status & RBE_STATUS_FD ? DUPLEX_FULL : DUPLEX_HALF;
    return 0;
}

static void rbe_get_ringparam(struct net_device *netdev, struct ethtool_ringparam *ring,
                              struct kernel_ethtool_ringparam *kernel_ring,
                              struct netlink_ext_ack *extack)
{
    ring->rx_max_pending = ring->rx_pending = RBE_SLOTS;
    ring->tx_max_pending = ring->tx_pending = RBE_SLOTS;
}

// tag::ethtool-stats[]
static const char counter_names[][ETH_GSTRING_LEN] = {
    "tx_doorbells", "tx_contexts", "rx_doorbells", "rx_received",
};

static int rbe_get_sset_count(struct net_device *netdev, int set)
{
    return set == ETH_SS_STATS ? (int)ARRAY_SIZE(counter_names) : -EOPNOTSUPP;
}

static void rbe_get_strings(struct net_device *netdev, u32 set, u8 *data)
{
    if (set == ETH_SS_STATS)
        memcpy(data, counter_names, sizeof(counter_names));
}

static void rbe_get_ethtool_stats(struct net_device *netdev, struct ethtool_stats *stats,
                                  u64 *data)
{
    const struct rbe_port *port = netdev_priv(netdev);

    data[0] = port->tx.ring.doorbells;
    data[1] = port->tx.contexts;
    data[2] = port->rx.ring.doorbells;
    data[3] = port->rx.received;
}
// end::ethtool-stats[]

// tag::exceptions[]
static int rbe_set_rxnfc(struct net_device *netdev, struct ethtool_rxnfc *rule)
{
    DP_PORTING_EXCEPTION("flow-steering", "one receive ring, no classifier");
    return -EOPNOTSUPP;
}

/* With this in place `ip link set … xdp` says so; xdpgeneric has to be asked for by name. */
int rbe_bpf(struct net_device *netdev, struct netdev_bpf *bpf)
{
    DP_PORTING_EXCEPTION("xdp", "the core hands a page over only after the slot is paid for");
    if (bpf->command == XDP_SETUP_PROG)
        NL_SET_ERR_MSG(bpf->extack, "no native XDP; use xdpgeneric");
    return -EOPNOTSUPP;
}

int rbe_setup_tc(struct net_device *netdev, enum tc_setup_type type, void *data)
{
    DP_PORTING_EXCEPTION("tc-offload", "one queue, no shaper, no classifier");
    return -EOPNOTSUPP;
}

int rbe_set_vf_mac(struct net_device *netdev, int vf, u8 *address)
{
    DP_PORTING_EXCEPTION("sr-iov", "a PCI device without functions to share");
    return -EOPNOTSUPP;
}

int rbe_ioctl(struct net_device *netdev, struct ifreq *request, int command)
{
    DP_PORTING_EXCEPTION("hardware-timestamps", "the device has no clock (SIOCSHWTSTAMP)");
    return -EOPNOTSUPP;
}
// end::exceptions[]

const struct ethtool_ops rbe_ethtool_ops = {
    .get_drvinfo = rbe_get_drvinfo,
    .get_link = ethtool_op_get_link,
    .get_link_ksettings = rbe_get_link_ksettings,
    .get_ringparam = rbe_get_ringparam,
    .get_sset_count = rbe_get_sset_count,
    .get_strings = rbe_get_strings,
    .get_ethtool_stats = rbe_get_ethtool_stats,
    .get_ts_info = ethtool_op_get_ts_info,
    .set_rxnfc = rbe_set_rxnfc,
};
