/* Sums and check sequences, byte by byte: too slow for a driver, too short to be wrong. */
#include "nic_state.h"

uint32_t nic_sum(uint32_t sum, const uint8_t *bytes, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        sum += i % 2 == 0 ? (uint32_t)bytes[i] << 8 : bytes[i];
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return sum;
}

uint32_t nic_crc(const uint8_t *bytes, size_t length)
{
    uint32_t crc = 0xffffffff;
    size_t i;
    int bit;

    for (i = 0; i < length; i++) {
        crc ^= bytes[i];
        for (bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}
