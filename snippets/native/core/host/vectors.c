/*
 * Runs the vectors that drive the core in C and the core in Java, line by line: a command,
 * " -> ", the answer. Prints TAP, a test for each section.
 *
 *     core-vectors-test [FILE]       --print: writes the file with the answers of this core
 */
#include "vectors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 8192 };

static const char ARROW[] = " -> ";

uint64_t vector_address(unsigned packet, unsigned buffer_bytes)
{
    return 0x400010000u + (uint64_t)packet * buffer_bytes;
}

void vector_say(char *answer, const char *format, ...)
{
    size_t used = strlen(answer);
    va_list arguments;

    if (used > 0)
        answer[used++] = ' ';
    va_start(arguments, format);
    vsnprintf(answer + used, VECTOR_ANSWER - used, format, arguments);
    va_end(arguments);
}

void vector_say_bytes(char *answer, const volatile void *bytes, size_t length)
{
    const volatile uint8_t *at = bytes;
    char hex[2 * 64 + 1];
    size_t i;

    for (i = 0; i < length && i < 64; i++)
        snprintf(hex + 2 * i, 3, "%02x", at[i]);
    vector_say(answer, "%s", hex);
}

long vector_option(const struct vector_line *line, const char *key, long otherwise)
{
    size_t length = strlen(key);
    int i;

    for (i = 1; i < line->count; i++)
        if (strncmp(line->words[i], key, length) == 0 && line->words[i][length] == '=')
            return strtol(line->words[i] + length + 1, NULL, 0);
    return otherwise;
}

bool vector_has(const struct vector_line *line, const char *word)
{
    int i;

    for (i = 1; i < line->count; i++)
        if (strcmp(line->words[i], word) == 0)
            return true;
    return false;
}

static void split(char *text, struct vector_line *line)
{
    char *rest = text, *word;

    line->count = 0;
    while ((word = strsep(&rest, " ")) != NULL)
        if (*word && line->count < VECTOR_WORDS)
            line->words[line->count++] = word;
}

static void answer(char *command, char *into)
{
    struct vector_line line;

    *into = 0;
    split(command, &line);
    if (!vector_tx(&line, into) && !vector_rx(&line, into) && !vector_sum(&line, into))
        vector_say(into, "unknown command");
    if (*into == 0)
        vector_say(into, "none");
}

struct run {
    bool print, failed;
    int section, number;
    char name[256];
};

static void end_section(struct run *run)
{
    if (run->section > 0 && !run->print)
        printf("%s %d - %s\n", run->failed ? "not ok" : "ok", run->section, run->name);
    run->failed = false;
}

static void command(struct run *run, char *text)
{
    char said[VECTOR_ANSWER], copy[LONGEST_LINE], *arrow = strstr(text, ARROW);

    if (arrow)
        *arrow = 0;
    memcpy(copy, text, strlen(text) + 1);
    answer(copy, said);
    if (run->print) {
        printf("%s%s%s\n", text, ARROW, said);
    } else if (!arrow || strcmp(arrow + strlen(ARROW), said) != 0) {
        printf("# line %d: %s\n#   expected: %s\n#   got:      %s\n", run->number, text,
               arrow ? arrow + strlen(ARROW) : "(no answer)", said);
        run->failed = true;
    }
}

static void one_line(struct run *run, char *text)
{
    run->number++;
    text[strcspn(text, "\n")] = 0;
    if (strncmp(text, "section ", 8) == 0) {
        end_section(run);
        run->section++;
        snprintf(run->name, sizeof run->name, "%.*s", (int)sizeof run->name - 1, text + 8);
    }
    if (*text && *text != '#' && strncmp(text, "section ", 8) != 0)
        command(run, text);
    else if (run->print)
        puts(text);
}

int main(int count, char **arguments)
{
    struct run run = {.print = count > 1 && strcmp(arguments[1], "--print") == 0};
    const char *path = count > 1 + run.print ? arguments[count - 1] : "vectors/rings.vec";
    FILE *file = fopen(path, "r");
    char text[LONGEST_LINE];
    bool bad = false;

    if (!file) {
        perror(path);
        return 2;
    }
    while (fgets(text, sizeof text, file)) {
        one_line(&run, text);
        bad |= run.failed;
    }
    fclose(file);
    end_section(&run);
    if (!run.print)
        printf("1..%d\n", run.section);
    return bad;
}
