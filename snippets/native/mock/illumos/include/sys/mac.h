/* sys/mac.h: what MAC and its providers agree on, mac(9E). illumos 2020-11. */
#ifndef MOCK_SYS_MAC_H
#define MOCK_SYS_MAC_H

#include <sys/types.h>
#include <sys/stream.h>

typedef struct __mac_handle *mac_handle_t;
typedef struct __mac_resource_handle *mac_resource_handle_t;

typedef enum { LINK_STATE_UNKNOWN = -1, LINK_STATE_DOWN, LINK_STATE_UP } link_state_t;
typedef enum { LINK_DUPLEX_UNKNOWN = 0, LINK_DUPLEX_HALF, LINK_DUPLEX_FULL } link_duplex_t;

typedef enum {
    MAC_PROP_PRIVATE = -1,
    MAC_PROP_DUPLEX = 1,
    MAC_PROP_SPEED = 2,
    MAC_PROP_STATUS = 3,
    MAC_PROP_AUTONEG = 4,
    MAC_PROP_MTU = 6,
    MAC_PROP_FLOWCTRL = 9,
    MAC_PROP_EN_1000FDX_CAP = 11,
    MAC_PROP_EN_FEC_CAP = 77
} mac_prop_id_t;

#define MAC_PROP_PERM_READ 0x0001
#define MAC_PROP_PERM_WRITE 0x0010

#define MAC_STAT_MIN 1000
#define MACTYPE_STAT_MIN 2000

enum mac_driver_stat {
    MAC_STAT_IFSPEED = MAC_STAT_MIN,
    MAC_STAT_MULTIRCV = 1001,
    MAC_STAT_BRDCSTRCV = 1002,
    MAC_STAT_NORCVBUF = 1005,
    MAC_STAT_IERRORS = 1006,
    MAC_STAT_NOXMTBUF = 1008,
    MAC_STAT_OERRORS = 1009,
    MAC_STAT_RBYTES = 1011,
    MAC_STAT_IPACKETS = 1012,
    MAC_STAT_OBYTES = 1013,
    MAC_STAT_OPACKETS = 1014
};

#endif
