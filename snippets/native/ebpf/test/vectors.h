/* The vectors of ebpf/: frames, rules, and the verdicts that a kernel once gave. */
#ifndef VECTORS_H
#define VECTORS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "tables.h"

enum { MOST_FRAMES = 64, LONGEST_FRAME = 1514, LEAST_FRAME = 14 };

struct frame {
    char name[48];
    uint32_t expected; /* of the whole frame, written by hand */
    uint32_t length;
    uint8_t bytes[LONGEST_FRAME];
};

struct rule {
    struct rule_key key;
    uint32_t verdict;
};

struct vectors {
    uint32_t frames, rules;
    struct frame frame[MOST_FRAMES];
    struct rule rule[MOST_RULES];
};

/* Reads frames.tsv and rules.tsv of a folder; ends the program if a line is wrong. */
const struct vectors *vectors_read(const char *folder);

const char *verdict_name(uint32_t verdict);

/* Judges the bytes, and may change them. */
typedef uint32_t judge_bytes(uint8_t *bytes, uint32_t length);

/*
 * The table of verdicts: each frame cut at each length from LEAST_FRAME bytes, one line for
 * lengths in a row with the same answer; the last column is FNV-1a over a changed frame.
 */
void answers_write(FILE *to, const struct vectors *vectors, judge_bytes *judge);

/* Whether the judge answers as the folder's verdicts.tsv says; prints the first difference. */
bool answers_are_recorded(const char *folder, const struct vectors *vectors, judge_bytes *judge);

#endif
