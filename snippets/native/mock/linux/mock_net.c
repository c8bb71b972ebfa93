/* The netdev: registration, queue, BQL, NAPI. */
#include <linux/ethtool.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

static const char NETDEVICES[] = "Documentation/networking/netdevices.rst";
static const char NAPI[] = "Documentation/networking/napi.rst";
static const char BQL[] = "lib/dynamic_queue_limits.c";

static bool more_follows;


void mock_print(const struct net_device *dev, const char *format, ...)
{
    va_list arguments;

    if (!getenv("MOCK_LOG"))
        return;
    fprintf(stderr, "%s: ", dev->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
}

void mock_warned(const char *condition, const char *file, int line)
{
    mock.warnings++;
    rule_broken("linux/warning", "WARN_ON_ONCE", "%s at %s:%d", condition, file, line);
}

struct net_device *mock_alloc_etherdev(size_t bytes)
{
    struct net_device *dev = memory_take(sizeof *dev, "a net_device");

    if (!dev)
        return NULL;
    dev->driver = memory_take(bytes, "the driver's part of a net_device");
    if (!dev->driver) {
        memory_give(dev, "a net_device");
        return NULL;
    }
    dev->bytes = bytes;
    dev->mtu = ETH_DATA_LEN;
    dev->dev_addr = dev->address;
    dev->carrier = true;
    strcpy(dev->name, "eth0");
    return dev;
}

void *netdev_priv(const struct net_device *dev)
{
    return dev->driver;
}

void free_netdev(struct net_device *dev)
{
    rule_require(!dev->registered, "linux/free-registered-netdev", NETDEVICES,
                 "free_netdev before unregister_netdev");
    rule_require(!dev->napi || !dev->napi->enabled, "linux/napi-enabled-at-free", NAPI,
                 "the netdev is freed, and its NAPI is enabled");
    rule_require(!mock_work_in(dev->driver, dev->bytes), "linux/work-pending-at-free",
                 "Documentation/core-api/workqueue.rst", "a work is pending in freed memory");
    rule_require(!mock_irq_requested(), "linux/irq-at-free", "linux/interrupt.h",
                 "the handler's argument is freed, and the handler is still there");
    memory_give(dev->driver, "the driver's part of a net_device");
    memory_give(dev, "a net_device");
}

int register_netdev(struct net_device *dev)
{
    rule_may_sleep("linux/sleep-in-atomic", NETDEVICES);
    rule_require(dev->netdev_ops && dev->napi && is_valid_ether_addr(dev->dev_addr),
                 "linux/registered-too-early", NETDEVICES,
                 "operations, NAPI and address must be there: it may be opened at once");
    if (memory_may_fail("register_netdev"))
        return -ENOMEM;
    dev->registered = true;
    mock.netdev = dev;
    if (mock.open_at_register)
        mock_open();
    return 0;
}

void unregister_netdev(struct net_device *dev)
{
    rule_may_sleep("linux/sleep-in-atomic", NETDEVICES);
    rule_require(dev->registered, "linux/unregistered-twice", NETDEVICES, "it is not registered");
    mock_rtnl(true);
    dev_close(dev);
    mock_rtnl(false);
    dev->registered = false;
    mock.netdev = NULL;
}

void dev_close(struct net_device *dev)
{
    rule_require(mock_rtnl_held(), "linux/rtnl-not-held", NETDEVICES, "dev_close without RTNL");
    if (!dev->running)
        return;
    dev->running = false; /* netif_running is false while ndo_stop runs */
    dev->netdev_ops->ndo_stop(dev);
    rule_require(dev->queue.queued == dev->queue.completed, "linux/bql-not-reset", BQL,
                 "bytes are counted as queued after ndo_stop");
    rule_require(!dev->napi->enabled, "linux/napi-enabled-after-stop", NAPI,
                 "ndo_stop leaves NAPI enabled");
    rule_require(!nic_is_running(mock.nic) || nic_faults(mock.nic)->unplugged,
                 "linux/running-after-stop", NETDEVICES,
                 "ndo_stop leaves the device running");
}

bool netif_running(const struct net_device *dev)
{
    return dev->running;
}

void netif_addr_lock_bh(struct net_device *dev)
{
    rule_require(!dev->addr_locked, "linux/deadlock", NETDEVICES,
                 "the address lock is taken twice");
    dev->addr_locked = true;
    rule_locks_held++;
}

void netif_addr_unlock_bh(struct net_device *dev)
{
    dev->addr_locked = false;
    rule_locks_held--;
}

bool is_valid_ether_addr(const u8 *addr)
{
    static const u8 none[ETH_ALEN];

    return !(addr[0] & 1) && memcmp(addr, none, ETH_ALEN) != 0;
}

void eth_hw_addr_set(struct net_device *dev, const u8 *addr)
{
    memcpy(dev->address, addr, ETH_ALEN);
}

int eth_validate_addr(struct net_device *dev)
{
    return is_valid_ether_addr(dev->dev_addr) ? 0 : -EADDRNOTAVAIL;
}

void netif_carrier_on(struct net_device *dev)
{
    dev->carrier = true;
}

void netif_carrier_off(struct net_device *dev)
{
    dev->carrier = false;
}

bool netif_carrier_ok(const struct net_device *dev)
{
    return dev->carrier;
}

u32 ethtool_op_get_link(struct net_device *dev)
{
    return dev->carrier;
}

int ethtool_op_get_ts_info(struct net_device *dev, struct ethtool_ts_info *eti)
{
    (void)dev;
    (void)eti;
    return 0;
}

void netif_start_queue(struct net_device *dev)
{
    dev->queue.stopped = false;
    dev->queue.disabled = false;
}

void netif_stop_queue(struct net_device *dev)
{
    dev->queue.stopped = true;
}

void netif_wake_queue(struct net_device *dev)
{
    rule_require(!dev->queue.disabled, "linux/wake-while-down", NETDEVICES,
                 "the queue is woken between netif_tx_disable and netif_start_queue");
    dev->queue.stopped = false;
}

bool netif_queue_stopped(const struct net_device *dev)
{
    return dev->queue.stopped && !dev->queue.disabled;
}

void netif_tx_disable(struct net_device *dev)
{
    dev->queue.stopped = dev->queue.disabled = true;
}

struct netdev_queue *netdev_get_tx_queue(const struct net_device *dev, unsigned int index)
{
    rule_require(index == 0, "linux/no-such-queue", NETDEVICES, "queue %u", index);
    return (struct netdev_queue *)&dev->queue;
}

bool __netif_tx_trylock(struct netdev_queue *txq)
{
    if (txq->locked)
        return false;
    txq->locked = true;
    rule_locks_held++;
    return true;
}

void __netif_tx_unlock(struct netdev_queue *txq)
{
    rule_require(txq->locked, "linux/unlock-of-unlocked", NETDEVICES, "the queue is not locked");
    txq->locked = false;
    rule_locks_held--;
}

bool netdev_xmit_more(void)
{
    return more_follows;
}

bool __netdev_sent_queue(struct net_device *dev, unsigned int bytes, bool xmit_more)
{
    dev->queue.queued += bytes;
    return !xmit_more || dev->queue.stopped;
}

void netdev_completed_queue(struct net_device *dev, unsigned int pkts, unsigned int bytes)
{
    (void)pkts;
    dev->queue.completed += bytes;
    rule_require(dev->queue.completed <= dev->queue.queued, "linux/bql-too-much", BQL,
                 "more bytes are completed than were queued");
}

void netdev_reset_queue(struct net_device *dev_queue)
{
    dev_queue->queue.queued = dev_queue->queue.completed = 0;
}

static void watch_queue(struct net_device *dev)
{
    if (!dev->running || !dev->carrier || !netif_queue_stopped(dev) ||
        mock.jiffies < dev->sent_at + (u64)dev->watchdog_timeo)
        return;
    mock.timeouts++;
    dev->sent_at = mock.jiffies;
    rule_context = CONTEXT_SOFT;
    if (!__netif_tx_trylock(&dev->queue))
        rule_broken("linux/deadlock", NETDEVICES, "the queue is still locked");
    dev->netdev_ops->ndo_tx_timeout(dev, 0);
    __netif_tx_unlock(&dev->queue);
    rule_context = CONTEXT_THREAD;
}

bool mock_step(void)
{
    bool moved = nic_step(mock.nic) > 0;
    static u64 steps;

    if (++steps % 4 == 0) /* a step takes a millisecond, a jiffy four */
        mock.jiffies++;
    if (nic_interrupt_pending(mock.nic)) {
        mock_irq_fire();
        moved = true;
    }
    if (mock.netdev && mock.netdev->napi->scheduled) {
        mock_poll_once(mock.netdev->napi, 64);
        moved = true;
    }
    if (mock_work_run())
        moved = true;
    if (mock.netdev)
        watch_queue(mock.netdev);
    return moved;
}

/* The interval of ITR passes as well: a line that is held back rises in a few steps. */
void mock_run(void)
{
    int quiet = 0;

    while (quiet < 4)
        quiet = mock_step() ? 0 : quiet + 1;
}

void mock_pass(unsigned int milliseconds)
{
    while (milliseconds-- > 0)
        mock_step();
    mock_run();
}

bool mock_send(struct sk_buff *skb, bool more)
{
    struct net_device *dev = mock.netdev;
    netdev_tx_t verdict;

    if (!dev || !dev->running || dev->queue.stopped) {
        dev_kfree_skb_any(skb);
        return false;
    }
    skb->dev = dev;
    rule_context = CONTEXT_SOFT;
    dev->queue.locked = true;
    rule_locks_held++;
    more_follows = more;
    verdict = dev->netdev_ops->ndo_start_xmit(skb, dev);
    rule_locks_held--;
    dev->queue.locked = false;
    rule_context = CONTEXT_THREAD;
    dev->sent_at = mock.jiffies;
    rule_require(verdict == NETDEV_TX_OK || dev->queue.stopped, "linux/busy-with-queue-open",
                 "Documentation/networking/driver.rst",
                 "NETDEV_TX_BUSY, and the queue is not stopped: the stack spins");
    if (verdict != NETDEV_TX_OK)
        dev_kfree_skb_any(skb);
    return verdict == NETDEV_TX_OK;
}

int mock_open(void)
{
    struct net_device *dev = mock.netdev;
    int error;

    mock_rtnl(true);
    dev->running = true;
    error = dev->netdev_ops->ndo_open(dev);
    if (error)
        dev->running = false;
    else if (dev->netdev_ops->ndo_set_rx_mode) {
        netif_addr_lock_bh(dev);
        dev->netdev_ops->ndo_set_rx_mode(dev);
        netif_addr_unlock_bh(dev);
    }
    rule_require(!error || !mock_irq_requested(), "linux/open-not-unwound", NETDEVICES,
                 "ndo_open failed and left its interrupt handler behind");
    mock_rtnl(false);
    return error;
}

void mock_stop(void)
{
    mock_rtnl(true);
    dev_close(mock.netdev);
    mock_rtnl(false);
}

int mock_set_mtu(unsigned int mtu)
{
    int error = -EINVAL;

    mock_rtnl(true);
    if (mtu >= mock.netdev->min_mtu && mtu <= mock.netdev->max_mtu)
        error = mock.netdev->netdev_ops->ndo_change_mtu(mock.netdev, (int)mtu);
    mock_rtnl(false);
    return error;
}

int mock_set_features(netdev_features_t features)
{
    struct net_device *dev = mock.netdev;

    mock_rtnl(true);
    features = dev->netdev_ops->ndo_fix_features(dev, features);
    dev->netdev_ops->ndo_set_features(dev, features);
    dev->features = features;
    mock_rtnl(false);
    return 0;
}

int mock_vlan(u16 vid, bool wanted)
{
    const struct net_device_ops *ops = mock.netdev->netdev_ops;

    return wanted ? ops->ndo_vlan_rx_add_vid(mock.netdev, htons(ETH_P_8021Q), vid)
                  : ops->ndo_vlan_rx_kill_vid(mock.netdev, htons(ETH_P_8021Q), vid);
}
