/*
 * rbe: a driver for the 82540EM (PCI 8086:100e) over the portable core, for Linux 6.1.
 *
 *     rbe_pci.c      probe and remove
 *     rbe_netdev.c   open and stop, interrupt, NAPI, reset, features, statistics
 *     rbe_tx.c       from sk_buff to segments, and back when they are sent
 *     rbe_rx.c       pages for the device, sk_buffs for the stack
 *     rbe_hw.c       registers: reset, EEPROM, rings, filters, link
 *     rbe_ethtool.c  what ethtool asks, and what such a device has to refuse
 */
#ifndef RBE_H
#define RBE_H

#include <linux/bitmap.h>
#include <linux/etherdevice.h>
#include <linux/ethtool.h>
#include <linux/if_vlan.h>
#include <linux/io.h>
#include <linux/netdevice.h>
#include <linux/pci.h>
#include <linux/u64_stats_sync.h>
#include <linux/workqueue.h>

#include "../rbe_hw.h"
#include "dp_rx.h"
#include "dp_tx.h"

enum {
    RBE_SLOTS = 256,           /* of each ring */
    RBE_BUFFER_BYTES = 2048,   /* what the device may write of a page */
    RBE_BUFFERS = RBE_SLOTS + DP_MOST_PIECES,
    RBE_LONGEST_FRAME = 16128, /* on the wire, with frame check sequence */
    RBE_INTERVAL = 488,        /* units of 256 ns: 8,000 interrupts a second */
    RBE_VLANS = 4096
};

/*
 * Descriptors of the worst frame: one for each page fragment and the head, one more each
 * time 16,288 bytes of 64 KiB are exceeded, one for the split against early write-back,
 * one for a context.
 */
#define RBE_MOST_SEGMENTS (MAX_SKB_FRAGS + 1 + GSO_LEGACY_MAX_SIZE / DP_LONGEST_FRAME + 1)
#define RBE_WORST_SLOTS dp_tx_slots(RBE_MOST_SEGMENTS)

/* A frame starts so far into its page, so that build_skb finds room in front. */
#define RBE_HEADROOM (NET_SKB_PAD + NET_IP_ALIGN)

/* One piece of a sent skb, by ring slot; what the unmapping has to repeat. */
struct rbe_mapping {
    dma_addr_t address;
    u32 length;
};

/* One page with the device, or between the device and the stack. */
struct rbe_buffer {
    struct page *page;
    dma_addr_t address; /* DMA_MAPPING_ERROR: not mapped */
};

/* Written by one CPU at a time, read by any; u64_stats_sync keeps the halves together. */
struct rbe_counters {
    struct u64_stats_sync sync;
    u64_stats_t packets;
    u64_stats_t bytes;
    u64_stats_t errors;
    u64_stats_t dropped;
};

struct rbe_port {
    struct net_device *netdev;
    struct pci_dev *pdev;
    void __iomem *regs;
    struct napi_struct napi;

    struct dp_tx tx; /* guarded by the transmit queue's lock */
    void *tx_slots;
    dma_addr_t tx_address;
    void *packets[RBE_SLOTS];
    u32 ends[RBE_SLOTS];
    struct rbe_mapping mappings[RBE_SLOTS];
    bool after_tso; /* the last frame was cut: see rbe_tx.c */
    struct rbe_counters tx_counters;

    struct dp_rx rx; /* touched by NAPI only, or when NAPI is disabled */
    void *rx_slots;
    dma_addr_t rx_address;
    struct dp_buffer posted[RBE_SLOTS];
    struct rbe_buffer buffers[RBE_BUFFERS];
    struct rbe_buffer *unused[RBE_BUFFERS];
    u32 unused_count;
    struct rbe_counters rx_counters;

    struct rbe_counters missed; /* packets: lost by the device for want of slots */
    bool running; /* from up to down; what the interrupt handler may rely on */
    DECLARE_BITMAP(vlans, RBE_VLANS);
    struct delayed_work watchdog, link, reset;
};

static inline u32 rbe_read(const struct rbe_port *port, u32 offset)
{
    return readl(port->regs + offset);
}

static inline void rbe_write(const struct rbe_port *port, u32 offset, u32 value)
{
    writel(value, port->regs + offset);
}

/* rbe_netdev.c */
void rbe_init_port(struct rbe_port *port, struct net_device *netdev, struct pci_dev *pdev);
void rbe_announce(struct net_device *netdev);
int rbe_poll(struct napi_struct *napi, int budget);

/* rbe_tx.c */
int rbe_tx_open(struct rbe_port *port);
void rbe_tx_close(struct rbe_port *port);
void rbe_tx_drain(struct rbe_port *port);
bool rbe_tx_poll(struct rbe_port *port, int budget);
netdev_tx_t rbe_start_xmit(struct sk_buff *skb, struct net_device *netdev);
netdev_features_t rbe_features_check(struct sk_buff *skb, struct net_device *netdev,
                                     netdev_features_t features);

/* rbe_rx.c */
int rbe_rx_open(struct rbe_port *port);
void rbe_rx_close(struct rbe_port *port);
int rbe_rx_fill(struct rbe_port *port);
int rbe_rx_poll(struct rbe_port *port, int budget);

/* rbe_hw.c */
int rbe_hw_reset(struct rbe_port *port);
int rbe_hw_address(struct rbe_port *port, u8 address[ETH_ALEN]);
void rbe_hw_start(struct rbe_port *port);
void rbe_hw_features(struct rbe_port *port, netdev_features_t features);
void rbe_hw_rx_mode(struct rbe_port *port);
void rbe_hw_vlan(struct rbe_port *port, u16 vid);
void rbe_hw_unmask(struct rbe_port *port);
void rbe_hw_mask(struct rbe_port *port);

/* rbe_ethtool.c */
extern const struct ethtool_ops rbe_ethtool_ops;
int rbe_bpf(struct net_device *netdev, struct netdev_bpf *bpf);
int rbe_setup_tc(struct net_device *netdev, enum tc_setup_type type, void *data);
int rbe_set_vf_mac(struct net_device *netdev, int vf, u8 *address);
int rbe_ioctl(struct net_device *netdev, struct ifreq *request, int command);

#endif
