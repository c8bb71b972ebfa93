/* sys/endian.h: bswap(3), htole(3); the host's are the same. */
#ifndef MOCK_SYS_ENDIAN_H
#define MOCK_SYS_ENDIAN_H

#include <endian.h>
#include <sys/param.h>

#define htons(value) htobe16(value)
#define ntohs(value) be16toh(value)

#endif
