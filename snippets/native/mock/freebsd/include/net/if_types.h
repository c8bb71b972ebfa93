/* net/if_types.h. FreeBSD 15. */
#ifndef MOCK_NET_IF_TYPES_H
#define MOCK_NET_IF_TYPES_H

#define IFT_ETHER 0x6

#endif
