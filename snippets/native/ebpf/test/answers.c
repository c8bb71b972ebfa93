#include <stdlib.h>
#include <string.h>

#include "vectors.h"

struct answer {
    uint32_t verdict;
    uint64_t changed; /* FNV-1a over the frame afterwards; 0: as it was */
};

static uint64_t fnv1a(const uint8_t *bytes, uint32_t length)
{
    uint64_t sum = 0xcbf29ce484222325u;
    uint32_t i;

    for (i = 0; i < length; i++)
        sum = (sum ^ bytes[i]) * 0x100000001b3u;
    return sum;
}

/* In memory of just this length, so that a sanitizer sees each byte too many. */
static struct answer ask(judge_bytes *judge, const struct frame *frame, uint32_t length)
{
    uint8_t *bytes = malloc(length);
    struct answer answer = {0};

    memcpy(bytes, frame->bytes, length);
    answer.verdict = judge(bytes, length);
    if (memcmp(bytes, frame->bytes, length))
        answer.changed = fnv1a(bytes, length);
    free(bytes);
    return answer;
}

static void write_line(FILE *to, const struct frame *frame, uint32_t first, uint32_t last,
                       struct answer answer)
{
    fprintf(to, "%s\t%u\t%u\t%s\t", frame->name, first, last, verdict_name(answer.verdict));
    if (answer.changed)
        fprintf(to, "%016llx\n", (unsigned long long)answer.changed);
    else
        fprintf(to, "-\n");
}

static void write_frame(FILE *to, const struct frame *frame, judge_bytes *judge)
{
    uint32_t first = LEAST_FRAME, length;
    struct answer before = ask(judge, frame, first), now;

    for (length = first + 1; length <= frame->length; length++) {
        now = ask(judge, frame, length);
        if (now.verdict != before.verdict || now.changed != before.changed) {
            write_line(to, frame, first, length - 1, before);
            first = length;
            before = now;
        }
    }
    write_line(to, frame, first, frame->length, before);
}

void answers_write(FILE *to, const struct vectors *vectors, judge_bytes *judge)
{
    uint32_t i;

    fprintf(to, "# frame\tfrom bytes\tto bytes\tverdict\tFNV-1a if changed\n");
    for (i = 0; i < vectors->frames; i++)
        write_frame(to, &vectors->frame[i], judge);
}

/* The next line that says something; false at the end. */
static bool next_line(FILE *from, char *line, int bytes)
{
    while (fgets(line, bytes, from))
        if (line[0] != '#')
            return true;
    line[0] = 0;
    return false;
}

static bool same_lines(FILE *recorded, FILE *now)
{
    char was[256], is[256];

    for (;;) {
        bool one = next_line(recorded, was, sizeof was), other = next_line(now, is, sizeof is);

        if (!one && !other)
            return true;
        if (strcmp(was, is)) {
            printf("# recorded: %s", *was ? was : "nothing\n");
            printf("# now:      %s", *is ? is : "nothing\n");
            return false;
        }
    }
}

bool answers_are_recorded(const char *folder, const struct vectors *vectors, judge_bytes *judge)
{
    char file[512];
    FILE *recorded, *now = tmpfile();
    bool same = false;

    snprintf(file, sizeof file, "%s/verdicts.tsv", folder);
    recorded = fopen(file, "r");
    answers_write(now, vectors, judge);
    rewind(now);
    if (recorded) {
        same = same_lines(recorded, now);
        fclose(recorded);
    } else {
        printf("# %s is missing\n", file);
    }
    fclose(now);
    return same;
}
