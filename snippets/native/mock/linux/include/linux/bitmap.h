/* linux/bitmap.h, linux/bitops.h */
#ifndef MOCK_LINUX_BITMAP_H
#define MOCK_LINUX_BITMAP_H

#include <linux/types.h>

#define BITS_PER_LONG (8 * (int)sizeof(long))
#define DECLARE_BITMAP(name, bits) \
    unsigned long name[((bits) + 8 * sizeof(long) - 1) / (8 * sizeof(long))]

static inline void set_bit(long bit, volatile unsigned long *map)
{
    map[bit / BITS_PER_LONG] |= 1ul << bit % BITS_PER_LONG;
}

static inline void clear_bit(long bit, volatile unsigned long *map)
{
    map[bit / BITS_PER_LONG] &= ~(1ul << bit % BITS_PER_LONG);
}

static inline bool test_bit(long bit, const volatile unsigned long *map)
{
    return map[bit / BITS_PER_LONG] >> bit % BITS_PER_LONG & 1;
}

static inline bool bitmap_empty(const unsigned long *map, unsigned int bits)
{
    unsigned int bit;

    for (bit = 0; bit < bits; bit++)
        if (test_bit(bit, map))
            return false;
    return true;
}

#endif
