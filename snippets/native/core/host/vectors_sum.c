/* Vectors of the checksum. */
#include <stdio.h>
#include <stdlib.h>

#include "dp_checksum.h"
#include "vectors.h"

enum { MOST_BYTES = 2048 };

static uint8_t bytes[MOST_BYTES];

static uint32_t read_hex(const char *hex)
{
    uint32_t length = 0;
    unsigned byte;

    while (length < MOST_BYTES && sscanf(hex + 2 * length, "%2x", &byte) == 1)
        bytes[length++] = (uint8_t)byte;
    return length;
}

static uint16_t hex_word(const struct vector_line *line, int at)
{
    return (uint16_t)strtoul(line->words[at], NULL, 16);
}

/* "pseudo ADDRESSES protocol=… length=…". */
static uint16_t pseudo(const struct vector_line *line)
{
    uint32_t length = read_hex(line->words[1]);

    return dp_pseudo_header(bytes, length, (uint8_t)vector_option(line, "protocol", 0),
                            (uint32_t)vector_option(line, "length", 0));
}

bool vector_sum(const struct vector_line *line, char *answer)
{
    const char *verb = line->words[0];
    uint16_t value;

    if (strcmp(verb, "sum") == 0)
        value = dp_sum(bytes, line->count > 1 ? read_hex(line->words[1]) : 0);
    else if (strcmp(verb, "checksum") == 0)
        value = dp_sum_finish(dp_sum(bytes, read_hex(line->words[1])));
    else if (strcmp(verb, "add") == 0)
        value = dp_sum_add(hex_word(line, 1), hex_word(line, 2));
    else if (strcmp(verb, "update") == 0)
        value = dp_sum_update(hex_word(line, 1), hex_word(line, 2), hex_word(line, 3));
    else if (strcmp(verb, "pseudo") == 0)
        value = pseudo(line);
    else
        return false;
    vector_say(answer, "%04x", value);
    return true;
}
