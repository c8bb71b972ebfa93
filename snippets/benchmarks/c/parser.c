/* Finds the headers of a frame with one VLAN tag, IPv4 and TCP, checking every length. */
#include "bench.h"

#include <string.h>

struct parsed {
    uint32_t network, transport, payload;
    uint16_t type, vlan, source, destination;
    uint8_t protocol;
};

struct input {
    uint8_t frame[128];
    uint32_t length;
};

static uint16_t get16(const uint8_t *p)
{
    return (uint16_t)(p[0] << 8 | p[1]);
}

__attribute__((noinline)) static int parse(const uint8_t *p, uint32_t length, struct parsed *out)
{
    uint32_t at = 14, header, total;

    if (length < at)
        return -1;
    out->type = get16(p + 12);
    out->vlan = 0;
    for (int tags = 0; tags < 2 && (out->type == 0x8100 || out->type == 0x88a8); tags++) {
        if (length < at + 4)
            return -1;
        out->vlan = get16(p + at);
        out->type = get16(p + at + 2);
        at += 4;
    }
    if (out->type != 0x0800 || length < at + 20 || p[at] >> 4 != 4)
        return -1;
    header = (uint32_t)(p[at] & 15) * 4;
    total = get16(p + at + 2);
    if (header < 20 || total < header || length < at + total)
        return -1;
    out->network = at;
    out->protocol = p[at + 9];
    out->transport = at + header;
    if (get16(p + at + 6) & 0x1fff)
        return 1;
    if (out->protocol == 6) {
        uint32_t tcp;
        if (total < header + 20)
            return -1;
        tcp = (uint32_t)(p[out->transport + 12] >> 4) * 4;
        if (tcp < 20 || total < header + tcp)
            return -1;
        out->payload = out->transport + tcp;
    } else if (out->protocol == 17) {
        if (total < header + 8)
            return -1;
        out->payload = out->transport + 8;
    } else {
        return 1;
    }
    out->source = get16(p + out->transport);
    out->destination = get16(p + out->transport + 2);
    return 0;
}

static uint64_t work(void *state, uint64_t times)
{
    struct input *in = state;
    struct parsed out;
    uint64_t all = 0;

    for (uint64_t i = 0; i < times; i++) {
        if (parse(in->frame, in->length, &out) == 0)
            all += out.payload + out.destination;
        __asm__ volatile("" ::: "memory");
    }
    return all;
}

void parser_cases(void)
{
    static struct input in;
    static const uint8_t headers[58] = {
        2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 0x81, 0, 0, 100, 8, 0,
        0x45, 0, 0, 60, 0, 1, 0x40, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
        0x04, 0xd2, 0, 80, 0, 0, 0x10, 0, 0, 0, 0, 1, 0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0};

    memcpy(in.frame, headers, sizeof headers);
    in.length = 18 + 60;
    bench_run("parser/tcp", work, &in, 1);
}
