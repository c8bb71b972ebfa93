/* net/checksum.h */
#ifndef MOCK_NET_CHECKSUM_H
#define MOCK_NET_CHECKSUM_H

#include <linux/types.h>

__sum16 csum_tcpudp_magic(__be32 saddr, __be32 daddr, u32 len, u8 proto, __wsum sum);

#endif
