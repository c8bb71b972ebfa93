#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule.h"

struct piece {
    struct piece *next;
    const char *what;
    void *memory;
    size_t bytes;
};

static struct piece *pieces;
static long fail_at, chances;
static const char *failed = "";

bool memory_may_fail(const char *what)
{
    if (++chances != fail_at)
        return false;
    failed = what;
    return true;
}

void memory_fail_at(long n)
{
    fail_at = n;
    chances = 0;
    failed = "";
}

long memory_chances(void)
{
    return chances;
}

const char *memory_failed(void)
{
    return failed;
}

void *memory_take(size_t bytes, const char *what)
{
    struct piece *piece;

    if (memory_may_fail(what))
        return NULL;
    piece = malloc(sizeof *piece);
    piece->memory = calloc(1, bytes ? bytes : 1);
    piece->bytes = bytes;
    piece->what = what;
    piece->next = pieces;
    pieces = piece;
    return piece->memory;
}

static struct piece **find(const void *memory)
{
    struct piece **link = &pieces;

    while (*link && (*link)->memory != memory)
        link = &(*link)->next;
    return link;
}

bool memory_in_use(const void *memory)
{
    return *find(memory) != NULL;
}

void memory_give(void *memory, const char *what)
{
    struct piece **link = find(memory), *piece = *link;

    rule_require(piece, "memory/free-of-free", "any kernel",
                 "%s is given back twice, or was never taken",
                 what);
    *link = piece->next;
    memset(piece->memory, 0xdd, piece->bytes);
    free(piece->memory);
    free(piece);
}

int memory_leaks(void)
{
    int count = 0;
    const struct piece *piece;

    for (piece = pieces; piece; piece = piece->next, count++)
        fprintf(stderr, "leak: %s, %zu bytes\n", piece->what, piece->bytes);
    return count;
}
