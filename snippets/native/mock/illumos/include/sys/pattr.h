/* sys/pattr.h: flags of a message, mac_hcksum_get(9F), mac_lso_get(9F). illumos 2020-11. */
#ifndef MOCK_SYS_PATTR_H
#define MOCK_SYS_PATTR_H

#define HCK_IPV4_HDRCKSUM 0x01    /* out: fill IPv4's sum in */
#define HCK_IPV4_HDRCKSUM_OK 0x01 /* in: it is right */
#define HCK_PARTIALCKSUM 0x02
#define HCK_FULLCKSUM 0x04
#define HCK_FULLCKSUM_OK 0x08
#define HW_LSO 0x10

#endif
