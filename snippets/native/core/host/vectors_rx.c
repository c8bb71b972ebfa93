/* Vectors of the receive ring: buffers come from a stack of numbered packets. */
#include <stdio.h>
#include <stdlib.h>

#include "dp_rx.h"
#include "vectors.h"

enum { MOST_PACKETS = 256 };

static struct dp_rx rx;
static struct dp_slot slots[DP_MOST_SLOTS];
static struct dp_buffer posted[DP_MOST_SLOTS];
static unsigned numbers[MOST_PACKETS];
static unsigned stack[MOST_PACKETS];
static unsigned available, buffer_bytes;
static uint32_t tail;
static char *said;

static void heard(void *os, uint32_t rung)
{
    (void)os;
    tail = rung;
}

static bool take(void *os, struct dp_buffer *fresh)
{
    unsigned packet;

    (void)os;
    if (available == 0)
        return false;
    packet = stack[--available];
    fresh->address = vector_address(packet, buffer_bytes);
    fresh->packet = &numbers[packet];
    return true;
}

static void received(void *os, void *packet, uint32_t length)
{
    (void)os;
    (void)packet;
    (void)length;
}

static void give_back(void *os, void *packet)
{
    (void)os;
    stack[available++] = *(unsigned *)packet;
}

/* "packet:length+packet:length/vlan/verdict". */
static void deliver(void *os, const struct dp_received *frame)
{
    static const char *const verdicts[] = {"not-checked", "ip-good", "all-good", "bad"};
    char text[512] = "";
    size_t used = 0;
    uint32_t i;

    (void)os;
    for (i = 0; i < frame->count; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%u:%u", i ? "+" : "",
                                 *(unsigned *)frame->packets[i], frame->lengths[i]);
    vector_say(said, "%s/%d/%s", text, (int)frame->vlan, verdicts[frame->checksums]);
}

static const struct dp_rx_ops ops = {take, received, deliver, give_back};

static void make(const struct vector_line *line, char *answer)
{
    uint32_t size = (uint32_t)vector_option(line, "size", 8);
    unsigned pool = (unsigned)vector_option(line, "pool", 16), i;

    memset(slots, 0, sizeof slots);
    buffer_bytes = (unsigned)vector_option(line, "buffer", 2048);
    tail = 0;
    for (i = 0; i < pool; i++) {
        numbers[i] = i;
        stack[pool - 1 - i] = i;
    }
    available = pool;
    if (!dp_ring_init(&rx.ring, slots, size, heard, NULL)) {
        vector_say(answer, "refused");
        return;
    }
    dp_rx_init(&rx, posted, buffer_bytes, (uint32_t)vector_option(line, "longest", 1), &ops,
               NULL);
    vector_say(answer, "ok");
}

/* "write SLOT length=… status=0x… errors=0x… special=0x… sum=0x…": what a device writes. */
static void write_back(const struct vector_line *line, char *answer)
{
    uint64_t word = (uint64_t)vector_option(line, "length", 0) |
                    (uint64_t)vector_option(line, "sum", 0) << 16 |
                    (uint64_t)vector_option(line, "status", 3) << 32 |
                    (uint64_t)vector_option(line, "errors", 0) << 40 |
                    (uint64_t)vector_option(line, "special", 0) << 48;

    slots[atoi(line->words[1])].rest = dp_le64(word);
    vector_say(answer, "ok");
}

static void show(const struct vector_line *line, char *answer)
{
    int i;

    for (i = 1; i < line->count; i++)
        vector_say_bytes(answer, &slots[atoi(line->words[i])], sizeof slots[0]);
}

static void counters(char *answer)
{
    vector_say(answer, "received=%llu bytes=%llu no-buffer=%llu damaged=%llu oversize=%llu "
                       "doorbells=%llu",
               (unsigned long long)rx.received, (unsigned long long)rx.bytes,
               (unsigned long long)rx.no_buffer, (unsigned long long)rx.damaged,
               (unsigned long long)rx.oversize, (unsigned long long)rx.ring.doorbells);
}

static void poll(const struct vector_line *line, char *answer)
{
    char frames[VECTOR_ANSWER] = "";
    uint32_t done;

    said = frames;
    done = dp_rx_poll(&rx, (uint32_t)atoi(line->words[1]));
    vector_say(answer, "%u%s%s", done, *frames ? " " : "", frames);
}

static void give(const struct vector_line *line, char *answer)
{
    int i;

    for (i = 1; i < line->count; i++)
        stack[available++] = (unsigned)atoi(line->words[i]);
    vector_say(answer, "ok");
}

static bool look(const struct vector_line *line, char *answer)
{
    const char *verb = line->words[0];

    if (strcmp(verb, "rx-slots") == 0)
        show(line, answer);
    else if (strcmp(verb, "rx-tail") == 0)
        vector_say(answer, "%u", tail);
    else if (strcmp(verb, "rx-posted") == 0)
        vector_say(answer, "%u", dp_in_flight(&rx.ring));
    else if (strcmp(verb, "pool") == 0)
        vector_say(answer, "%u", available);
    else if (strcmp(verb, "rx-counters") == 0)
        counters(answer);
    else
        return false;
    return true;
}

bool vector_rx(const struct vector_line *line, char *answer)
{
    const char *verb = line->words[0];

    if (strcmp(verb, "rx") == 0)
        make(line, answer);
    else if (strcmp(verb, "refill") == 0)
        vector_say(answer, "%u", dp_rx_refill(&rx));
    else if (strcmp(verb, "write") == 0)
        write_back(line, answer);
    else if (strcmp(verb, "poll") == 0)
        poll(line, answer);
    else if (strcmp(verb, "give") == 0)
        give(line, answer);
    else if (strcmp(verb, "rx-drain") == 0)
        vector_say(answer, "%u", dp_rx_drain(&rx));
    else
        return look(line, answer);
    return true;
}
