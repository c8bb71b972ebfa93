/*
 * TCP segmentation of one frame with 65483 bytes of payload over IPv4: copies headers
 * and payload, sets lengths, identification, sequence number and flags, and computes
 * both checksums of each segment.
 */
#include "bench.h"

#include <string.h>

enum { MAC = 14, IP = 20, TCP = 20, HEADERS = MAC + IP + TCP, PAYLOAD = 65483, MSS = 1448 };

struct input {
    uint8_t frame[HEADERS + PAYLOAD];
    uint8_t out[HEADERS + MSS];
};

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void put16(uint8_t *p, uint32_t value)
{
    p[0] = (uint8_t)(value >> 8);
    p[1] = (uint8_t)value;
}

static uint64_t sum(const uint8_t *p, uint32_t length)
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
    return sum;
}

static void put_checksum(uint8_t *p, uint64_t sum)
{
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    uint16_t checksum = (uint16_t)~sum;
    memcpy(p, &checksum, 2);
}

static void segment(struct input *in, uint32_t number, uint32_t from, uint32_t length)
{
    uint8_t *ip = in->out + MAC, *tcp = ip + IP;
    uint8_t pseudo[4] = {0, 6, 0, 0};
    int last = from + length == PAYLOAD;

    memcpy(in->out, in->frame, HEADERS);
    memcpy(in->out + HEADERS, in->frame + HEADERS + from, length);
    put16(ip + 2, IP + TCP + length);
    put16(ip + 4, 1 + number);
    put16(ip + 10, 0);
    put_checksum(ip + 10, sum(ip, IP));
    uint32_t sequence = get32(in->frame + MAC + IP + 4) + from;
    put16(tcp + 4, sequence >> 16);
    put16(tcp + 6, sequence & 0xffff);
    if (!last)
        tcp[13] &= (uint8_t)~(0x01 | 0x08);
    put16(tcp + 16, 0);
    put16(pseudo + 2, TCP + length);
    put_checksum(tcp + 16, sum(ip + 12, 8) + sum(pseudo, 4) + sum(tcp, TCP + length));
}

static uint64_t work(void *state, uint64_t times)
{
    struct input *in = state;
    uint64_t all = 0;

    for (uint64_t i = 0; i < times; i++) {
        uint32_t number = 0;
        for (uint32_t from = 0; from < PAYLOAD; from += MSS, number++) {
            uint32_t left = PAYLOAD - from;
            segment(in, number, from, left < MSS ? left : MSS);
            all += (uint64_t)in->out[MAC + IP + 16] << 8 | in->out[MAC + IP + 17];
            __asm__ volatile("" ::: "memory");
        }
    }
    return all;
}

void segmentation_cases(void)
{
    static struct input in;
    static const uint8_t headers[HEADERS] = {
        2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0,
        0x45, 0, 0, 0, 0, 1, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
        0x04, 0xd2, 0, 80, 0, 0, 0x10, 0, 0, 0, 0, 1, 0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0};

    memcpy(in.frame, headers, HEADERS);
    for (uint32_t i = 0; i < PAYLOAD; i++)
        in.frame[HEADERS + i] = (uint8_t)(i * 7 + 3);
    bench_run("segmentation/65483", work, &in, 1);
}
