/* net/if_vlan_var.h: vlan(4). FreeBSD 15. */
#ifndef MOCK_NET_IF_VLAN_VAR_H
#define MOCK_NET_IF_VLAN_VAR_H

#include <net/ethernet.h>

#endif
