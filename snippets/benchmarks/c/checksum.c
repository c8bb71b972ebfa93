/*
 * The Internet checksum: 16-bit words into a 64-bit sum, folded at the end, which gcc
 * -O3 turns into vector code; and the loop over pairs of bytes that textbooks show.
 */
#include "bench.h"

#include <stdio.h>
#include <string.h>

struct input {
    uint8_t bytes[2048];
    uint32_t length;
};

static uint16_t fold(uint64_t sum)
{
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)sum;
}

__attribute__((noinline)) static uint16_t by_words(const uint8_t *p, uint32_t length)
{
    uint64_t sum = 0;
    uint32_t i = 0;

    for (; i + 2 <= length; i += 2) {
        uint16_t word;
        memcpy(&word, p + i, 2);
        sum += word;
    }
    if (i < length)
        sum += p[i];
    return (uint16_t)~fold(sum);
}

__attribute__((noinline)) static uint16_t by_pairs(const uint8_t *p, uint32_t length)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < length; i += 2) {
        uint32_t low = i + 1 < length ? p[i + 1] : 0;
        sum += (uint32_t)p[i] << 8 | low;
        if (sum > 0xffff)
            sum -= 0xffff;
    }
    return (uint16_t)~sum;
}

static uint64_t words_work(void *state, uint64_t times)
{
    struct input *in = state;
    uint64_t all = 0;

    for (uint64_t i = 0; i < times; i++) {
        all += by_words(in->bytes, in->length);
        __asm__ volatile("" ::: "memory");
    }
    return all;
}

static uint64_t pairs_work(void *state, uint64_t times)
{
    struct input *in = state;
    uint64_t all = 0;

    for (uint64_t i = 0; i < times; i++) {
        all += by_pairs(in->bytes, in->length);
        __asm__ volatile("" ::: "memory");
    }
    return all;
}

void checksum_cases(void)
{
    static const uint32_t lengths[] = {64, 1500};
    static struct input in;

    for (uint32_t i = 0; i < sizeof in.bytes; i++)
        in.bytes[i] = (uint8_t)(i * 7 + 3);
    for (int i = 0; i < 2; i++) {
        char name[32];
        in.length = lengths[i];
        snprintf(name, sizeof name, "checksum/%u", lengths[i]);
        bench_run(name, words_work, &in, 1);
        snprintf(name, sizeof name, "checksum-pairs/%u", lengths[i]);
        bench_run(name, pairs_work, &in, 1);
    }
}
