/* The Internet checksum (RFC 1071) and the pseudo header that offloads want seeded. */
#ifndef DP_CHECKSUM_H
#define DP_CHECKSUM_H

#include "dp_os.h"

/* Ones' complement sum of bytes as big-endian words, 0 to 65535; an odd last byte counts
 * as the upper half of a word. */
uint16_t dp_sum(const uint8_t *bytes, uint32_t length);

/* Adds two sums; the parts must start at even offsets. */
uint16_t dp_sum_add(uint16_t sum, uint16_t other);

/* What stands in the field: the complement. */
uint16_t dp_sum_finish(uint16_t sum);

/* RFC 1624, equation 3: the field after one word of what it covers has changed. */
uint16_t dp_sum_update(uint16_t checksum, uint16_t before, uint16_t after);

/* Sum of the pseudo header: addresses (8 or 32 bytes), protocol, length of the segment;
 * length 0 where the device cuts the frame and fills lengths in itself. */
uint16_t dp_pseudo_header(const uint8_t *addresses, uint32_t bytes, uint8_t protocol,
                          uint32_t length);

#endif
