/* sys/dlpi.h: what MAC_CAPAB_HCKSUM answers, mac(9E). illumos 2020-11. */
#ifndef MOCK_SYS_DLPI_H
#define MOCK_SYS_DLPI_H

#define HCKSUM_INET_PARTIAL 0x02
#define HCKSUM_INET_FULL_V4 0x04
#define HCKSUM_INET_FULL_V6 0x08
#define HCKSUM_IPHDRCKSUM 0x10

#endif
