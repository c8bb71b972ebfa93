/*
 * linux/netdevice.h, linux/netdev_features.h; rules: Documentation/networking/netdevices.rst,
 * napi.rst, driver.rst
 */
#ifndef MOCK_LINUX_NETDEVICE_H
#define MOCK_LINUX_NETDEVICE_H

#include <linux/if_ether.h>
#include <linux/pci.h>
#include <linux/skbuff.h>

typedef u64 netdev_features_t;

/* Bits of the mock's own choice; a driver uses names only. */
#define NETIF_F_SG ((netdev_features_t)1 << 0)
#define NETIF_F_HW_CSUM ((netdev_features_t)1 << 3)
#define NETIF_F_IP_CSUM ((netdev_features_t)1 << 1)
#define NETIF_F_IPV6_CSUM ((netdev_features_t)1 << 4)
#define NETIF_F_CSUM_MASK (NETIF_F_HW_CSUM | NETIF_F_IP_CSUM | NETIF_F_IPV6_CSUM)
#define NETIF_F_HIGHDMA ((netdev_features_t)1 << 5)
#define NETIF_F_HW_VLAN_CTAG_TX ((netdev_features_t)1 << 7)
#define NETIF_F_HW_VLAN_CTAG_RX ((netdev_features_t)1 << 8)
#define NETIF_F_HW_VLAN_CTAG_FILTER ((netdev_features_t)1 << 9)
#define NETIF_F_TSO ((netdev_features_t)1 << 16)
#define NETIF_F_GSO_MASK ((netdev_features_t)0xff << 16)
#define NETIF_F_RXCSUM ((netdev_features_t)1 << 40)

#define GSO_LEGACY_MAX_SIZE 65536u
#define IFNAMSIZ 16
#define IFF_PROMISC 0x100
#define IFF_ALLMULTI 0x200

enum netdev_tx { NETDEV_TX_OK = 0x00, NETDEV_TX_BUSY = 0x10 };
typedef enum netdev_tx netdev_tx_t;

struct sockaddr { /* linux/socket.h */
    unsigned short sa_family;
    char sa_data[14];
};

struct rtnl_link_stats64 { /* uapi/linux/if_link.h */
    u64 rx_packets;
    u64 tx_packets;
    u64 rx_bytes;
    u64 tx_bytes;
    u64 rx_errors;
    u64 tx_errors;
    u64 rx_dropped;
    u64 tx_dropped;
    u64 rx_missed_errors;
};

struct netlink_ext_ack { /* linux/netlink.h */
    const char *_msg;
};
#define NL_SET_ERR_MSG(extack, text) ((extack) ? (void)((extack)->_msg = (text)) : (void)0)

enum bpf_netdev_command { XDP_SETUP_PROG = 0 };
struct netdev_bpf {
    enum bpf_netdev_command command;
    struct netlink_ext_ack *extack;
};

enum tc_setup_type { TC_QUERY_CAPS = 0 };
struct ifreq;
struct ethtool_ops;

struct napi_struct {
    struct net_device *dev;
    int (*poll)(struct napi_struct *, int);
    bool added, enabled, scheduled, prepared, missed, polling, completed; /* mock */
};

struct netdev_queue {
    bool locked, stopped, disabled; /* mock */
    u64 queued, completed;          /* mock: bytes, of BQL */
};

struct netdev_hw_addr {
    unsigned char addr[32];
    struct netdev_hw_addr *next; /* mock */
};

struct netdev_hw_addr_list {
    int count;
    struct netdev_hw_addr *first; /* mock */
};

struct net_device_ops {
    int (*ndo_open)(struct net_device *dev);
    int (*ndo_stop)(struct net_device *dev);
    netdev_tx_t (*ndo_start_xmit)(struct sk_buff *skb, struct net_device *dev);
    netdev_features_t (*ndo_features_check)(struct sk_buff *skb, struct net_device *dev,
                                            netdev_features_t features);
    void (*ndo_set_rx_mode)(struct net_device *dev);
    int (*ndo_set_mac_address)(struct net_device *dev, void *addr);
    int (*ndo_validate_addr)(struct net_device *dev);
    int (*ndo_eth_ioctl)(struct net_device *dev, struct ifreq *ifr, int cmd);
    int (*ndo_change_mtu)(struct net_device *dev, int new_mtu);
    void (*ndo_tx_timeout)(struct net_device *dev, unsigned int txqueue);
    void (*ndo_get_stats64)(struct net_device *dev, struct rtnl_link_stats64 *storage);
    int (*ndo_vlan_rx_add_vid)(struct net_device *dev, __be16 proto, u16 vid);
    int (*ndo_vlan_rx_kill_vid)(struct net_device *dev, __be16 proto, u16 vid);
    int (*ndo_set_vf_mac)(struct net_device *dev, int queue, u8 *mac);
    int (*ndo_setup_tc)(struct net_device *dev, enum tc_setup_type type, void *type_data);
    netdev_features_t (*ndo_fix_features)(struct net_device *dev, netdev_features_t features);
    int (*ndo_set_features)(struct net_device *dev, netdev_features_t features);
    int (*ndo_bpf)(struct net_device *dev, struct netdev_bpf *bpf);
};

struct net_device {
    char name[IFNAMSIZ];
    netdev_features_t features;
    netdev_features_t hw_features;
    netdev_features_t vlan_features;
    unsigned int flags;
    unsigned int mtu;
    unsigned int min_mtu;
    unsigned int max_mtu;
    int watchdog_timeo;
    const unsigned char *dev_addr;
    const struct net_device_ops *netdev_ops;
    const struct ethtool_ops *ethtool_ops;
    struct netdev_hw_addr_list uc;
    struct netdev_hw_addr_list mc;
    struct netdev_queue queue;             /* mock: the only one */
    struct napi_struct *napi;              /* mock */
    unsigned char address[ETH_ALEN];       /* mock */
    bool registered, running, carrier, addr_locked; /* mock */
    u64 sent_at;                           /* mock: jiffies */
    size_t bytes;                          /* mock: with the driver's part */
    void *driver;                          /* mock: the driver's part */
};

#define SET_NETDEV_DEV(net, pdev) ((void)(net), (void)(pdev))
#define netdev_err(dev, ...) mock_print(dev, __VA_ARGS__)
#define netdev_info(dev, ...) mock_print(dev, __VA_ARGS__)
void mock_print(const struct net_device *dev, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
#define netdev_uc_count(dev) ((dev)->uc.count)
#define netdev_for_each_uc_addr(ha, dev) for (ha = (dev)->uc.first; ha; ha = ha->next)
#define netdev_for_each_mc_addr(ha, dev) for (ha = (dev)->mc.first; ha; ha = ha->next)

void *netdev_priv(const struct net_device *dev);
void free_netdev(struct net_device *dev);
int register_netdev(struct net_device *dev);
void unregister_netdev(struct net_device *dev);
void dev_close(struct net_device *dev);
bool netif_running(const struct net_device *dev);
void netif_addr_lock_bh(struct net_device *dev);
void netif_addr_unlock_bh(struct net_device *dev);

void netif_carrier_on(struct net_device *dev);
void netif_carrier_off(struct net_device *dev);
bool netif_carrier_ok(const struct net_device *dev);

void netif_start_queue(struct net_device *dev);
void netif_stop_queue(struct net_device *dev);
void netif_wake_queue(struct net_device *dev);
bool netif_queue_stopped(const struct net_device *dev);
void netif_tx_disable(struct net_device *dev);
struct netdev_queue *netdev_get_tx_queue(const struct net_device *dev, unsigned int index);
bool __netif_tx_trylock(struct netdev_queue *txq);
void __netif_tx_unlock(struct netdev_queue *txq);
bool netdev_xmit_more(void);
bool __netdev_sent_queue(struct net_device *dev, unsigned int bytes, bool xmit_more);
void netdev_completed_queue(struct net_device *dev, unsigned int pkts, unsigned int bytes);
void netdev_reset_queue(struct net_device *dev_queue);

void netif_napi_add(struct net_device *dev, struct napi_struct *napi,
                    int (*poll)(struct napi_struct *, int));
void netif_napi_del(struct napi_struct *napi);
void napi_enable(struct napi_struct *n);
void napi_disable(struct napi_struct *n);
bool napi_schedule_prep(struct napi_struct *n);
void __napi_schedule(struct napi_struct *n);
bool napi_complete_done(struct napi_struct *n, int work_done);

enum gro_result { GRO_MERGED, GRO_MERGED_FREE, GRO_HELD, GRO_NORMAL, GRO_CONSUMED };
typedef enum gro_result gro_result_t;
gro_result_t napi_gro_receive(struct napi_struct *napi, struct sk_buff *skb);

#endif
