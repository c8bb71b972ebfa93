/* linux/types.h, linux/kernel.h, linux/minmax.h, linux/build_bug.h, linux/compiler.h */
#ifndef MOCK_LINUX_TYPES_H
#define MOCK_LINUX_TYPES_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef u16 __be16;
typedef u32 __be32;
typedef u16 __sum16;
typedef u32 __wsum;
typedef u64 dma_addr_t;
typedef unsigned int gfp_t;

#define __iomem
#define __force
#define GFP_KERNEL 0u /* linux/gfp_types.h; its value is of no account */
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define BUILD_BUG_ON(condition) _Static_assert(!(condition), #condition)
#define container_of(pointer, type, member) \
    ((type *)((char *)(pointer) - offsetof(type, member)))
#define min_t(type, a, b) ((type)(a) < (type)(b) ? (type)(a) : (type)(b))
#define max_t(type, a, b) ((type)(a) > (type)(b) ? (type)(a) : (type)(b))
#define READ_ONCE(place) (*(const volatile __typeof__(place) *)&(place))
#define WRITE_ONCE(place, value) (*(volatile __typeof__(place) *)&(place) = (value))
#define lower_32_bits(value) ((u32)(value))
#define upper_32_bits(value) ((u32)((u64)(value) >> 32))
#define HZ 250

void mock_warned(const char *condition, const char *file, int line);
#define WARN_ON_ONCE(condition) \
    ({ \
        bool mock_holds = (condition); \
        if (mock_holds) \
            mock_warned(#condition, __FILE__, __LINE__); \
        mock_holds; \
    })

#endif
