/* linux/etherdevice.h */
#ifndef MOCK_LINUX_ETHERDEVICE_H
#define MOCK_LINUX_ETHERDEVICE_H

#include <linux/if_ether.h>
#include <linux/netdevice.h>

struct net_device *mock_alloc_etherdev(size_t bytes);
#define alloc_etherdev(sizeof_priv) mock_alloc_etherdev(sizeof_priv)

bool is_valid_ether_addr(const u8 *addr);
void eth_hw_addr_set(struct net_device *dev, const u8 *addr);
__be16 eth_type_trans(struct sk_buff *skb, struct net_device *dev);
int eth_skb_pad(struct sk_buff *skb);
int eth_validate_addr(struct net_device *dev);

#endif
