#include "vectors.h"

#include <stdlib.h>
#include <string.h>

static struct vectors all;
static const char *const names[VERDICTS] = {"aborted", "drop", "pass", "tx"};

const char *verdict_name(uint32_t verdict)
{
    return verdict < VERDICTS ? names[verdict] : "no verdict";
}

static _Noreturn void stop(const char *file, const char *line)
{
    fprintf(stderr, "%s: not understood: %s\n", file, line);
    exit(2);
}

static uint32_t verdict_of(const char *name, const char *file)
{
    uint32_t verdict;

    for (verdict = 0; verdict < VERDICTS; verdict++)
        if (!strcmp(name, names[verdict]))
            return verdict;
    stop(file, name);
}

static uint32_t from_hex(uint8_t *to, const char *hex, const char *file)
{
    uint32_t length = 0;
    unsigned byte;

    for (; *hex; hex += 2) {
        if (length == LONGEST_FRAME || sscanf(hex, "%2x", &byte) != 1 || !hex[1])
            stop(file, hex);
        to[length++] = (uint8_t)byte;
    }
    return length;
}

static void read_frame(char *line, const char *file)
{
    static char hex[2 * LONGEST_FRAME + 1];
    struct frame *frame = &all.frame[all.frames++];
    char verdict[16];

    if (all.frames > MOST_FRAMES ||
        sscanf(line, "%47[^\t]\t%15[^\t]\t%3028[0-9a-f]", frame->name, verdict, hex) != 3)
        stop(file, line);
    frame->expected = verdict_of(verdict, file);
    frame->length = from_hex(frame->bytes, hex, file);
}

static void read_rule(char *line, const char *file)
{
    struct rule *rule = &all.rule[all.rules++];
    unsigned protocol, port;
    char verdict[16];

    if (all.rules > MOST_RULES ||
        sscanf(line, "%u\t%u\t%15[a-z]", &protocol, &port, verdict) != 3)
        stop(file, line);
    rule->key = (struct rule_key){(uint8_t)protocol, 0, (uint16_t)port};
    rule->verdict = verdict_of(verdict, file);
}

static void read_lines(const char *folder, const char *name, void (*read)(char *, const char *))
{
    static char line[2 * LONGEST_FRAME + 128];
    char file[512];
    FILE *from;

    snprintf(file, sizeof file, "%s/%s", folder, name);
    from = fopen(file, "r");
    if (!from)
        stop(file, "the file is missing");
    while (fgets(line, sizeof line, from))
        if (line[0] != '#')
            read(line, file);
    fclose(from);
}

const struct vectors *vectors_read(const char *folder)
{
    memset(&all, 0, sizeof all);
    read_lines(folder, "rules.tsv", read_rule);
    read_lines(folder, "frames.tsv", read_frame);
    return &all;
}
