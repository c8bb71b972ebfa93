/* The rules in user space: against verdicts written by hand, and those that a kernel gave. */
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "tap.h"

#define FOLDER "ebpf"

static const struct vectors *vectors;

/* In memory of its own length; kept: where the bytes afterwards go, or NULL. */
static uint32_t judge_cut(const struct frame *frame, uint32_t length, uint8_t *kept)
{
    uint8_t *bytes = malloc(length ? length : 1);
    uint32_t verdict;

    memcpy(bytes, frame->bytes, length);
    verdict = host_judge(bytes, length);
    if (kept)
        memcpy(kept, bytes, length);
    free(bytes);
    return verdict;
}

static void each_frame_as_written(void)
{
    uint32_t i;

    for (i = 0; i < vectors->frames; i++) {
        const struct frame *frame = &vectors->frame[i];
        uint32_t verdict = judge_cut(frame, frame->length, NULL);

        if (verdict != frame->expected)
            printf("# %s: %s\n", frame->name, verdict_name(verdict));
        tap_equal(frame->expected, verdict);
    }
}

static void answers_as_recorded(void)
{
    tap_check(answers_are_recorded(FOLDER, vectors, host_judge));
}

static uint32_t read16_of(const uint8_t *at)
{
    return (uint32_t)(at[0] << 8 | at[1]);
}

/* Bytes to the end of the IPv4 packet, told by the tags alone; 0: there is none. */
static uint32_t end_of_packet(const struct frame *frame)
{
    uint32_t at = 12;

    while (at < 20 && (read16_of(frame->bytes + at) == 0x8100 ||
                       read16_of(frame->bytes + at) == 0x88a8))
        at += 4;
    if (read16_of(frame->bytes + at) != 0x0800 || frame->expected == VERDICT_ABORTED)
        return 0;
    return at + 2 + read16_of(frame->bytes + at + 4);
}

/* A packet that is cut is aborted, wherever it was cut. */
static void no_prefix_is_accepted(void)
{
    uint32_t i, length, packets = 0, end;

    for (i = 0; i < vectors->frames; i++) {
        end = end_of_packet(&vectors->frame[i]);
        packets += end > 0;
        for (length = 0; length < end; length++)
            if (!tap_equal(VERDICT_ABORTED, judge_cut(&vectors->frame[i], length, NULL)))
                printf("# %s cut to %u bytes\n", vectors->frame[i].name, length);
    }
    tap_check(packets > 10);
}

/* What lies behind a frame's end is not the frame's. */
static void bytes_behind_the_end_do_not_matter(void)
{
    uint8_t with[LONGEST_FRAME + 64];
    uint32_t i, length;

    for (i = 0; i < vectors->frames; i++) {
        const struct frame *frame = &vectors->frame[i];

        for (length = 0; length <= frame->length; length++) {
            memcpy(with, frame->bytes, length);
            memset(with + length, 0xa5, 64);
            tap_equal(judge_cut(frame, length, NULL), host_judge(with, length));
            memcpy(with, frame->bytes, frame->length);
            tap_equal(judge_cut(frame, length, NULL), host_judge(with, length));
        }
    }
}

static bool sum_holds(const uint8_t *bytes, uint32_t length, uint32_t sum)
{
    uint32_t i;

    for (i = 0; i < length; i++)
        sum += i % 2 ? bytes[i] : (uint32_t)bytes[i] << 8;
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum == 0xffff;
}

/* Untagged, no options: addresses and ports exchanged, all else as it was, both sums right. */
static void check_reflected(const struct frame *frame)
{
    uint8_t back[LONGEST_FRAME];
    const uint8_t *ip = back + 14;
    uint32_t segment, pseudo = 0, i;

    tap_equal(VERDICT_TX, judge_cut(frame, frame->length, back));
    tap_check(!memcmp(back, frame->bytes + 6, 6) && !memcmp(back + 6, frame->bytes, 6));
    tap_check(!memcmp(ip + 12, frame->bytes + 30, 4) && !memcmp(ip + 16, frame->bytes + 26, 4));
    tap_check(!memcmp(ip + 20, frame->bytes + 36, 2) && !memcmp(ip + 22, frame->bytes + 34, 2));
    tap_check(!memcmp(back + 12, frame->bytes + 12, 14));
    tap_check(!memcmp(back + 38, frame->bytes + 38, frame->length - 38));
    segment = read16_of(ip + 2) - 20;
    for (i = 12; i < 20; i += 2)
        pseudo += read16_of(ip + i);
    tap_check(sum_holds(ip, 20, 0));
    tap_check(sum_holds(ip + 20, segment, pseudo + ip[9] + segment));
}

static bool has_ports(const struct frame *frame)
{
    const uint8_t *ip = frame->bytes + 14;

    return read16_of(frame->bytes + 12) == 0x0800 && ip[0] == 0x45 &&
           (ip[9] == PROTOCOL_TCP || ip[9] == PROTOCOL_UDP) && !(read16_of(ip + 6) & 0x3fff);
}

static void reflected_frames_keep_their_sums(void)
{
    uint32_t i, reflected = 0;

    for (i = 0; i < vectors->frames; i++)
        if (vectors->frame[i].expected == VERDICT_TX && has_ports(&vectors->frame[i])) {
            check_reflected(&vectors->frame[i]);
            reflected++;
        }
    tap_check(reflected >= 3);
}

static void an_unknown_verdict_aborts(void)
{
    static const struct rule wrong = {{PROTOCOL_UDP, 0, 0}, 17};
    uint32_t i;

    host_rules(&wrong, 1);
    for (i = 0; i < vectors->frames; i++) {
        const struct frame *frame = &vectors->frame[i];

        if (!strcmp(frame->name, "udp-other-port"))
            tap_equal(VERDICT_ABORTED, judge_cut(frame, frame->length, NULL));
    }
}

static const struct tap_case cases[] = {
    {"each-frame-as-written", each_frame_as_written},
    {"answers-as-recorded", answers_as_recorded},
    {"no-prefix-is-accepted", no_prefix_is_accepted},
    {"bytes-behind-the-end-do-not-matter", bytes_behind_the_end_do_not_matter},
    {"reflected-frames-keep-their-sums", reflected_frames_keep_their_sums},
    {"an-unknown-verdict-aborts", an_unknown_verdict_aborts},
};

int main(void)
{
    vectors = vectors_read(FOLDER);
    host_rules(vectors->rule, vectors->rules);
    return tap_run(cases, sizeof cases / sizeof cases[0]);
}
