/* asm/byteorder.h */
#ifndef MOCK_ASM_BYTEORDER_H
#define MOCK_ASM_BYTEORDER_H

#include <linux/types.h>

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define cpu_to_le64(value) ((u64)(value))
#define htons(value) __builtin_bswap16(value)
#define htonl(value) __builtin_bswap32(value)
#else
#define cpu_to_le64(value) __builtin_bswap64(value)
#define htons(value) ((u16)(value))
#define htonl(value) ((u32)(value))
#endif
#define ntohs(value) htons(value)

#endif
