/* net/if_vlanvar.h: vlan(4). */
#ifndef MOCK_NET_IF_VLANVAR_H
#define MOCK_NET_IF_VLANVAR_H

#include <net/if_ether.h>



#endif
