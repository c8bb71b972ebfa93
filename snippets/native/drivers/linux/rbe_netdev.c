/* The netdev: open and stop, the interrupt, NAPI, and starting over. */
#include <linux/bottom_half.h>
#include <linux/dma-mapping.h>
#include <linux/interrupt.h>
#include <linux/rtnetlink.h>

#include "rbe.h"

#define RBE_WATCHDOG_PERIOD (2 * HZ)

static void set_link(struct rbe_port *port, bool up)
{
    if (up == netif_carrier_ok(port->netdev))
        return;
    if (up)
        netif_carrier_on(port->netdev);
    else
        netif_carrier_off(port->netdev);
    netdev_info(port->netdev, "link is %s\n", up ? "up" : "down");
}

static void count_missed(struct rbe_port *port)
{
    u32 missed = rbe_read(port, RBE_MPC); /* cleared by reading, so it has one reader */

    u64_stats_update_begin(&port->missed.sync);
    u64_stats_add(&port->missed.packets, missed);
    u64_stats_update_end(&port->missed.sync);
}

// tag::watchdog[]
static void rbe_link_changed(struct work_struct *work)
{
    struct rbe_port *port = container_of(to_delayed_work(work), struct rbe_port, link);
    u32 status = rbe_read(port, RBE_STATUS);

    set_link(port, status != ~0u && (status & RBE_STATUS_LU));
}

/* Interrupts stay masked until the poll is over. The caller is not to be preempted by it. */
static void schedule_poll(struct rbe_port *port)
{
    if (napi_schedule_prep(&port->napi)) {
        rbe_hw_mask(port);
        __napi_schedule(&port->napi);
    }
}

/* Every two seconds; an interrupt may have been lost, so NAPI looks at the rings. */
static void rbe_watchdog(struct work_struct *work)
{
    struct rbe_port *port = container_of(to_delayed_work(work), struct rbe_port, watchdog);
    u32 status = rbe_read(port, RBE_STATUS);

    if (status == ~0u) { /* pulled out: a master that is not there answers all ones */
        set_link(port, false);
        return;
    }
    set_link(port, status & RBE_STATUS_LU);
    count_missed(port);
    local_bh_disable(); /* a thread that raises a soft interrupt has to let it run */
    schedule_poll(port);
    local_bh_enable();
    schedule_delayed_work(&port->watchdog, RBE_WATCHDOG_PERIOD);
}
// end::watchdog[]

// tag::interrupt[]
/* Reading the causes clears them and lowers the line, which other devices may share. */
static irqreturn_t rbe_interrupt(int irq, void *data)
{
    struct rbe_port *port = data;
    u32 causes = rbe_read(port, RBE_ICR);

    if (causes == 0 || causes == ~0u || !READ_ONCE(port->running))
        return IRQ_NONE;
    if (causes & RBE_ICR_LSC)
        schedule_delayed_work(&port->link, 0);
    schedule_poll(port);
    return IRQ_HANDLED;
}

/*
 * Causes gather in ICR while they are masked, and unmasking raises what has come since
 * the last look at the rings: no frame is lost from sight. A budget of 0 is netpoll's.
 */
int rbe_poll(struct napi_struct *napi, int budget)
{
    struct rbe_port *port = container_of(napi, struct rbe_port, napi);
    bool sent = rbe_tx_poll(port, budget);
    int done = budget > 0 ? rbe_rx_poll(port, budget) : 0;

    if (!sent || done == budget)
        return budget;
    if (napi_complete_done(napi, done))
        rbe_hw_unmask(port);
    return done;
}
// end::interrupt[]

static void set_rx_mode(struct rbe_port *port)
{
    netif_addr_lock_bh(port->netdev);
    rbe_hw_rx_mode(port);
    netif_addr_unlock_bh(port->netdev);
}

/* A device that does not come back from its reset must not reach memory any more. */
static int reset_or_cut_off(struct rbe_port *port)
{
    int error = rbe_hw_reset(port);

    if (error) {
        pci_clear_master(port->pdev);
        netdev_err(port->netdev, "the device does not come back from its reset\n");
    }
    return error;
}

// tag::up[]
/* From reset to running; the rings exist and are empty. */
static int rbe_up(struct rbe_port *port)
{
    int error = reset_or_cut_off(port);

    if (error)
        return error;
    pci_set_master(port->pdev);
    rbe_hw_start(port);
    error = rbe_rx_fill(port);
    if (error) {
        reset_or_cut_off(port);
        dp_rx_drain(&port->rx);
        return error;
    }
    set_rx_mode(port);
    napi_enable(&port->napi);
    WRITE_ONCE(port->running, true);
    netif_start_queue(port->netdev);
    rbe_hw_unmask(port);
    schedule_delayed_work(&port->watchdog, 0);
    return 0;
}

/* The order: nobody sends, no interrupt, no poll, no DMA; only then does memory go. */
static void rbe_down(struct rbe_port *port)
{
    if (!port->running)
        return;
    WRITE_ONCE(port->running, false);
    netif_tx_disable(port->netdev);
    rbe_hw_mask(port);
    synchronize_irq(port->pdev->irq);
    cancel_delayed_work_sync(&port->watchdog);
    cancel_delayed_work_sync(&port->link);
    napi_disable(&port->napi);
    netif_carrier_off(port->netdev);
    reset_or_cut_off(port);
    rbe_tx_drain(port);
    dp_rx_drain(&port->rx);
}
// end::up[]

// tag::open[]
static int rbe_open(struct net_device *netdev)
{
    struct rbe_port *port = netdev_priv(netdev);
    int error = rbe_tx_open(port);

    if (error)
        return error;
    error = rbe_rx_open(port);
    if (error)
        goto close_tx;
    error = request_irq(port->pdev->irq, rbe_interrupt, IRQF_SHARED, netdev->name, port);
    if (error)
        goto close_rx;
    error = rbe_up(port);
    if (error)
        goto free_interrupt;
    return 0;

free_interrupt:
    free_irq(port->pdev->irq, port);
close_rx:
    rbe_rx_close(port);
close_tx:
    rbe_tx_close(port);
    return error;
}

static int rbe_stop(struct net_device *netdev)
{
    struct rbe_port *port = netdev_priv(netdev);

    rbe_down(port);
    free_irq(port->pdev->irq, port);
    rbe_rx_close(port);
    rbe_tx_close(port);
    return 0;
}
// end::open[]

// tag::reset[]
/* Under RTNL. What cannot be brought up again is closed, so that nobody waits for it. */
static int restart(struct net_device *netdev)
{
    struct rbe_port *port = netdev_priv(netdev);
    int error;

    rbe_down(port);
    error = rbe_up(port);
    if (error) {
        netdev_err(netdev, "cannot be restarted: %d\n", error);
        dev_close(netdev);
    }
    return error;
}

static void rbe_reset(struct work_struct *work)
{
    struct rbe_port *port = container_of(to_delayed_work(work), struct rbe_port, reset);

    rtnl_lock();
    if (netif_running(port->netdev))
        restart(port->netdev);
    rtnl_unlock();
}

/* Called with the queue's lock, so it cannot sleep, and a reset does. */
static void rbe_tx_timeout(struct net_device *netdev, unsigned int queue)
{
    struct rbe_port *port = netdev_priv(netdev);

    u64_stats_update_begin(&port->tx_counters.sync);
    u64_stats_inc(&port->tx_counters.errors);
    u64_stats_update_end(&port->tx_counters.sync);
    schedule_delayed_work(&port->reset, 0);
}
// end::reset[]

static int rbe_change_mtu(struct net_device *netdev, int mtu)
{
    netdev->mtu = mtu;
    return netif_running(netdev) ? restart(netdev) : 0;
}

static void rbe_set_rx_mode(struct net_device *netdev)
{
    rbe_hw_rx_mode(netdev_priv(netdev));
}

static int rbe_set_mac_address(struct net_device *netdev, void *address)
{
    struct rbe_port *port = netdev_priv(netdev);
    const u8 *wanted = (const u8 *)((struct sockaddr *)address)->sa_data;

    if (!is_valid_ether_addr(wanted))
        return -EADDRNOTAVAIL;
    eth_hw_addr_set(netdev, wanted);
    if (netif_running(netdev))
        set_rx_mode(port);
    return 0;
}

// tag::features[]
/* One bit of the device turns both on: tags taken out and tags put in (CTRL.VME). */
static netdev_features_t rbe_fix_features(struct net_device *netdev, netdev_features_t features)
{
    if (!(features & NETIF_F_HW_VLAN_CTAG_RX))
        features &= ~NETIF_F_HW_VLAN_CTAG_TX;
    return features;
}

static int rbe_set_features(struct net_device *netdev, netdev_features_t features)
{
    if (netif_running(netdev))
        rbe_hw_features(netdev_priv(netdev), features);
    return 0;
}
// end::features[]

static int change_vlan(struct net_device *netdev, u16 vid, bool wanted)
{
    struct rbe_port *port = netdev_priv(netdev);

    if (wanted)
        set_bit(vid, port->vlans);
    else
        clear_bit(vid, port->vlans);
    if (netif_running(netdev)) {
        rbe_hw_vlan(port, vid);
        set_rx_mode(port);
    }
    return 0;
}

static int rbe_add_vlan(struct net_device *netdev, __be16 protocol, u16 vid)
{
    return change_vlan(netdev, vid, true);
}

static int rbe_kill_vlan(struct net_device *netdev, __be16 protocol, u16 vid)
{
    return change_vlan(netdev, vid, false);
}

// tag::stats[]
static void read_counters(const struct rbe_counters *counters, u64 *packets, u64 *bytes,
                          u64 *errors, u64 *dropped)
{
    unsigned int start;

    do {
        start = u64_stats_fetch_begin(&counters->sync);
        *packets = u64_stats_read(&counters->packets);
        *bytes = u64_stats_read(&counters->bytes);
        *errors = u64_stats_read(&counters->errors);
        *dropped = u64_stats_read(&counters->dropped);
    } while (u64_stats_fetch_retry(&counters->sync, start));
}

static void rbe_get_stats64(struct net_device *netdev, struct rtnl_link_stats64 *stats)
{
    struct rbe_port *port = netdev_priv(netdev);
    u64 missed, unused_bytes, unused_errors, unused_drops;

    read_counters(&port->tx_counters, &stats->tx_packets, &stats->tx_bytes, &stats->tx_errors,
                  &stats->tx_dropped);
    read_counters(&port->rx_counters, &stats->rx_packets, &stats->rx_bytes, &stats->rx_errors,
                  &stats->rx_dropped);
    read_counters(&port->missed, &missed, &unused_bytes, &unused_errors, &unused_drops);
    stats->rx_missed_errors = missed;
}
// end::stats[]

static const struct net_device_ops rbe_netdev_ops = {
    .ndo_open = rbe_open,
    .ndo_stop = rbe_stop,
    .ndo_start_xmit = rbe_start_xmit,
    .ndo_features_check = rbe_features_check,
    .ndo_get_stats64 = rbe_get_stats64,
    .ndo_tx_timeout = rbe_tx_timeout,
    .ndo_change_mtu = rbe_change_mtu,
    .ndo_set_rx_mode = rbe_set_rx_mode,
    .ndo_set_mac_address = rbe_set_mac_address,
    .ndo_validate_addr = eth_validate_addr,
    .ndo_fix_features = rbe_fix_features,
    .ndo_set_features = rbe_set_features,
    .ndo_vlan_rx_add_vid = rbe_add_vlan,
    .ndo_vlan_rx_kill_vid = rbe_kill_vlan,
    .ndo_bpf = rbe_bpf,
    .ndo_setup_tc = rbe_setup_tc,
    .ndo_set_vf_mac = rbe_set_vf_mac,
    .ndo_eth_ioctl = rbe_ioctl,
};

void rbe_announce(struct net_device *netdev)
{
    netdev_features_t offloads = NETIF_F_SG | NETIF_F_HW_CSUM | NETIF_F_TSO;

    netdev->netdev_ops = &rbe_netdev_ops;
    netdev->ethtool_ops = &rbe_ethtool_ops;
    netdev->watchdog_timeo = 5 * HZ;
    netdev->min_mtu = ETH_MIN_MTU;
    netdev->max_mtu = RBE_LONGEST_FRAME - ETH_HLEN - ETH_FCS_LEN;
    netdev->hw_features =
        offloads | NETIF_F_RXCSUM | NETIF_F_HW_VLAN_CTAG_RX | NETIF_F_HW_VLAN_CTAG_TX;
    netdev->features = netdev->hw_features | NETIF_F_HW_VLAN_CTAG_FILTER | NETIF_F_HIGHDMA;
    netdev->vlan_features = offloads | NETIF_F_HIGHDMA;
}

void rbe_init_port(struct rbe_port *port, struct net_device *netdev,
                   struct pci_dev *pdev)
{
    port->netdev = netdev;
    port->pdev = pdev;
    u64_stats_init(&port->tx_counters.sync);
    u64_stats_init(&port->rx_counters.sync);
    u64_stats_init(&port->missed.sync);
    INIT_DELAYED_WORK(&port->watchdog, rbe_watchdog);
    INIT_DELAYED_WORK(&port->link, rbe_link_changed);
    INIT_DELAYED_WORK(&port->reset, rbe_reset);
}
