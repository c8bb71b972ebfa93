/* sys/mac_ether.h: the plug-in for Ethernet, mac(9E). illumos 2020-11. */
#ifndef MOCK_SYS_MAC_ETHER_H
#define MOCK_SYS_MAC_ETHER_H

#include <sys/mac.h>

#define MAC_PLUGIN_IDENT_ETHER "mac_ether"

enum ether_stat {
    ETHER_STAT_FCS_ERRORS = 2001,
    ETHER_STAT_XCVR_INUSE = 2014,
    ETHER_STAT_LINK_DUPLEX = 2045
};

#endif
