/* Vectors of the transmit ring. A packet is a number; its buffer has 16384 bytes. */
#include <stdio.h>
#include <stdlib.h>

#include "dp_tx.h"
#include "vectors.h"

enum { MOST_PACKETS = 256, BUFFER = 16384 };

static struct dp_tx tx;
static struct dp_slot slots[DP_MOST_SLOTS];
static void *packets[DP_MOST_SLOTS];
static uint32_t ends[DP_MOST_SLOTS];
static unsigned numbers[MOST_PACKETS];
static uint32_t tail;

static void heard(void *os, uint32_t rung)
{
    (void)os;
    tail = rung;
}

static void make(const struct vector_line *line, char *answer)
{
    uint32_t size = (uint32_t)vector_option(line, "size", 8);
    unsigned i;

    memset(slots, 0, sizeof slots);
    for (i = 0; i < MOST_PACKETS; i++)
        numbers[i] = i;
    tail = 0;
    if (!dp_ring_init(&tx.ring, slots, size, heard, NULL)) {
        vector_say(answer, "refused");
        return;
    }
    dp_tx_init(&tx, vector_has(line, "extended") ? DP_EXTENDED : DP_LEGACY, packets, ends);
    vector_say(answer, "ok");
}

/* "packet:length" for each segment. */
static uint32_t read_segments(const struct vector_line *line, struct dp_segment *segments,
                              unsigned *first)
{
    uint32_t count = 0;
    int i;

    for (i = 1; i < line->count; i++) {
        unsigned packet, length;
        if (sscanf(line->words[i], "%u:%u", &packet, &length) != 2)
            continue;
        if (count == 0)
            *first = packet;
        segments[count].address = vector_address(packet, BUFFER);
        segments[count++].length = length;
    }
    return count;
}

static void submit(const struct vector_line *line, char *answer)
{
    static const char *const results[] = {"accepted", "full", "refused"};
    struct dp_segment segments[VECTOR_WORDS];
    unsigned first = 0;
    struct dp_frame frame = {.segments = segments,
                             .count = read_segments(line, segments, &first)};

    frame.packet = &numbers[first];
    frame.offload = (struct dp_offload){
        .vlan = (int32_t)vector_option(line, "vlan", DP_NO_VLAN),
        .mac_length = (uint16_t)vector_option(line, "mac", 0),
        .ip_length = (uint16_t)vector_option(line, "ip", 0),
        .transport_length = (uint16_t)vector_option(line, "l4", 0),
        .segment_size = (uint16_t)vector_option(line, "mss", 0),
        .ipv6 = vector_has(line, "ipv6"),
        .tcp = vector_has(line, "tcp"),
        .ip_checksum = vector_has(line, "ipsum"),
        .transport_checksum = vector_has(line, "l4sum"),
    };
    vector_say(answer, "%s", results[dp_tx_submit(&tx, &frame, vector_has(line, "more"))]);
}

static void name(void *answer, void *packet)
{
    vector_say(answer, "%u", *(unsigned *)packet);
}

static void show(const struct vector_line *line, char *answer)
{
    int i;

    for (i = 1; i < line->count; i++)
        vector_say_bytes(answer, &slots[atoi(line->words[i])], sizeof slots[0]);
}

/* The device sets DD, in byte 12 of every format. */
static void finish(const struct vector_line *line, char *answer)
{
    int i;

    for (i = 1; i < line->count; i++)
        ((uint8_t *)&slots[atoi(line->words[i])])[12] |= 1;
    vector_say(answer, "ok");
}

static void counters(char *answer)
{
    vector_say(answer,
               "submitted=%llu refused=%llu completed=%llu drained=%llu contexts=%llu "
               "doorbells=%llu",
               (unsigned long long)tx.submitted, (unsigned long long)tx.refused,
               (unsigned long long)tx.completed, (unsigned long long)tx.drained,
               (unsigned long long)tx.contexts, (unsigned long long)tx.ring.doorbells);
}

static bool look(const struct vector_line *line, char *answer)
{
    const char *verb = line->words[0];

    if (strcmp(verb, "tx-slots") == 0)
        show(line, answer);
    else if (strcmp(verb, "tx-tail") == 0)
        vector_say(answer, "%u", tail);
    else if (strcmp(verb, "tx-free") == 0)
        vector_say(answer, "%u", dp_free_slots(&tx.ring));
    else if (strcmp(verb, "tx-counters") == 0)
        counters(answer);
    else
        return false;
    return true;
}

bool vector_tx(const struct vector_line *line, char *answer)
{
    const char *verb = line->words[0];

    if (strcmp(verb, "tx") == 0)
        make(line, answer);
    else if (strcmp(verb, "submit") == 0)
        submit(line, answer);
    else if (strcmp(verb, "kick") == 0)
        dp_kick(&tx.ring), vector_say(answer, "ok");
    else if (strcmp(verb, "finish") == 0)
        finish(line, answer);
    else if (strcmp(verb, "complete") == 0)
        dp_tx_complete(&tx, (uint32_t)atoi(line->words[1]), name, answer);
    else if (strcmp(verb, "tx-drain") == 0)
        dp_tx_drain(&tx, name, answer);
    else
        return look(line, answer);
    return true;
}
