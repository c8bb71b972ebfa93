/* linux/if_vlan.h */
#ifndef MOCK_LINUX_IF_VLAN_H
#define MOCK_LINUX_IF_VLAN_H

#include <linux/netdevice.h>

#define skb_vlan_tag_present(skb) ((skb)->vlan_present)
#define skb_vlan_tag_get(skb) ((skb)->vlan_tci)

void __vlan_hwaccel_put_tag(struct sk_buff *skb, __be16 vlan_proto, u16 vlan_tci);
__be16 vlan_get_protocol(const struct sk_buff *skb);
netdev_features_t vlan_features_check(struct sk_buff *skb, netdev_features_t features);

#endif
