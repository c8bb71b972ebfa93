/* linux/ethtool.h, uapi/linux/ethtool.h */
#ifndef MOCK_LINUX_ETHTOOL_H
#define MOCK_LINUX_ETHTOOL_H

#include <linux/netdevice.h>

#define ETH_GSTRING_LEN 32
#define SPEED_10 10
#define SPEED_100 100
#define SPEED_1000 1000
#define SPEED_UNKNOWN -1
#define DUPLEX_HALF 0x00
#define DUPLEX_FULL 0x01
#define DUPLEX_UNKNOWN 0xff
#define PORT_TP 0x00
#define AUTONEG_ENABLE 0x01
enum ethtool_stringset { ETH_SS_TEST = 0, ETH_SS_STATS = 1 };
enum { ETHTOOL_LINK_MODE_1000baseT_Full_BIT = 5, ETHTOOL_LINK_MODE_Autoneg_BIT = 6,
       ETHTOOL_LINK_MODE_TP_BIT = 7 };

struct ethtool_drvinfo {
    char driver[32];
    char bus_info[32];
};

struct ethtool_ringparam {
    u32 rx_max_pending;
    u32 tx_max_pending;
    u32 rx_pending;
    u32 tx_pending;
};
struct kernel_ethtool_ringparam;
struct ethtool_rxnfc;
struct ethtool_stats;
struct ethtool_ts_info;

struct ethtool_link_settings {
    u32 speed;
    u8 duplex;
    u8 port;
    u8 autoneg;
};

struct ethtool_link_ksettings {
    struct ethtool_link_settings base;
    struct {
        unsigned long supported[2]; /* mock: longer */
    } link_modes; /* mock */
};

#define ethtool_link_ksettings_zero_link_mode(settings, name) \
    memset((settings)->link_modes.name, 0, sizeof((settings)->link_modes.name))
#define ethtool_link_ksettings_add_link_mode(settings, name, mode) \
    ((settings)->link_modes.name[0] |= 1ul << ETHTOOL_LINK_MODE_##mode##_BIT)

struct ethtool_ops {
    void (*get_drvinfo)(struct net_device *, struct ethtool_drvinfo *);
    u32 (*get_link)(struct net_device *);
    void (*get_ringparam)(struct net_device *, struct ethtool_ringparam *,
                          struct kernel_ethtool_ringparam *, struct netlink_ext_ack *);
    void (*get_strings)(struct net_device *, u32 stringset, u8 *);
    void (*get_ethtool_stats)(struct net_device *, struct ethtool_stats *, u64 *);
    int (*get_sset_count)(struct net_device *, int);
    int (*set_rxnfc)(struct net_device *, struct ethtool_rxnfc *);
    int (*get_ts_info)(struct net_device *, struct ethtool_ts_info *);
    int (*get_link_ksettings)(struct net_device *, struct ethtool_link_ksettings *);
};

u32 ethtool_op_get_link(struct net_device *dev);
int ethtool_op_get_ts_info(struct net_device *dev, struct ethtool_ts_info *eti);

#endif
