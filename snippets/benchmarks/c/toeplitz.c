/* The Toeplitz hash with a table for each byte of the input, made from the key. */
#include "bench.h"

#include <stdio.h>

static const uint8_t KEY[40] = {
    0x6d, 0x5a, 0x56, 0xda, 0x25, 0x5b, 0x0e, 0xc2, 0x41, 0x67, 0x25, 0x3d, 0x43, 0xa3,
    0x8f, 0xb0, 0xd0, 0xca, 0x2b, 0xcb, 0xae, 0x7b, 0x30, 0xb4, 0x77, 0xcb, 0x2d, 0xa3,
    0x80, 0x30, 0xf2, 0x0c, 0x6a, 0x42, 0xb7, 0x3b, 0xbe, 0xac, 0x01, 0xfa};

struct input {
    uint32_t table[36][256];
    uint8_t bytes[36];
    int length;
};

static uint32_t key_bits(int from)
{
    uint32_t bits = 0;

    for (int i = 0; i < 32; i++) {
        int at = from + i;
        int bit = at < 320 ? KEY[at / 8] >> (7 - at % 8) & 1 : 0;
        bits = bits << 1 | (uint32_t)bit;
    }
    return bits;
}

static void make_table(struct input *in)
{
    for (int byte = 0; byte < 36; byte++)
        for (int value = 0; value < 256; value++) {
            uint32_t hash = 0;
            for (int bit = 0; bit < 8; bit++)
                if (value >> (7 - bit) & 1)
                    hash ^= key_bits(byte * 8 + bit);
            in->table[byte][value] = hash;
        }
}

__attribute__((noinline)) static uint32_t hash(const struct input *in)
{
    uint32_t hash = 0;

    for (int i = 0; i < in->length; i++)
        hash ^= in->table[i][in->bytes[i]];
    return hash;
}

static uint64_t work(void *state, uint64_t times)
{
    struct input *in = state;
    uint64_t all = 0;

    for (uint64_t i = 0; i < times; i++) {
        all += hash(in);
        __asm__ volatile("" ::: "memory");
    }
    return all;
}

void toeplitz_cases(void)
{
    static const int lengths[] = {12, 36};
    static struct input in;

    make_table(&in);
    for (int i = 0; i < 36; i++)
        in.bytes[i] = (uint8_t)(i * 7 + 3);
    for (int i = 0; i < 2; i++) {
        char name[32];
        in.length = lengths[i];
        snprintf(name, sizeof name, "toeplitz/%d", lengths[i]);
        bench_run(name, work, &in, 1);
    }
}
