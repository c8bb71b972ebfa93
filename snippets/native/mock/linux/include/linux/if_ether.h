/* uapi/linux/if_ether.h */
#ifndef MOCK_LINUX_IF_ETHER_H
#define MOCK_LINUX_IF_ETHER_H

#define ETH_ALEN 6
#define ETH_HLEN 14
#define ETH_ZLEN 60
#define ETH_DATA_LEN 1500
#define ETH_FCS_LEN 4
#define ETH_MIN_MTU 68
#define ETH_P_8021Q 0x8100
#define ETH_P_IPV6 0x86DD

#endif
