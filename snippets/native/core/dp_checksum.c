#include "dp_checksum.h"

static uint16_t fold(uint64_t sum)
{
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)sum;
}

uint16_t dp_sum(const uint8_t *bytes, uint32_t length)
{
    uint64_t sum = 0;
    uint32_t i;

    for (i = 0; i + 1 < length; i += 2)
        sum += (uint32_t)bytes[i] << 8 | bytes[i + 1];
    if (i < length)
        sum += (uint32_t)bytes[i] << 8;
    return fold(sum);
}

uint16_t dp_sum_add(uint16_t sum, uint16_t other)
{
    return fold((uint64_t)sum + other);
}

uint16_t dp_sum_finish(uint16_t sum)
{
    return (uint16_t)~sum;
}

uint16_t dp_sum_update(uint16_t checksum, uint16_t before, uint16_t after)
{
    uint16_t sum = dp_sum_add((uint16_t)~checksum, (uint16_t)~before);

    return dp_sum_finish(dp_sum_add(sum, after));
}

uint16_t dp_pseudo_header(const uint8_t *addresses, uint32_t bytes, uint8_t protocol,
                          uint32_t length)
{
    return fold((uint64_t)dp_sum(addresses, bytes) + protocol + (length >> 16) +
                (length & 0xffff));
}
