/* sys/endian.h: byteorder(9). FreeBSD 15; htole64 and its like are the host's, and the same. */
#ifndef MOCK_SYS_ENDIAN_H
#define MOCK_SYS_ENDIAN_H

#include <endian.h>
#include <stdint.h>

#define htons(value) htobe16(value)
#define ntohs(value) be16toh(value)

#endif
