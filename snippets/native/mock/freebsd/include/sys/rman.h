/* sys/rman.h: rman(9). FreeBSD 15. */
#ifndef MOCK_SYS_RMAN_H
#define MOCK_SYS_RMAN_H

struct resource;

#define RF_ACTIVE 0x0002
#define RF_SHAREABLE 0x0004

#endif
