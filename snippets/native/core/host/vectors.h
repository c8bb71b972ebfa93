/* The parts of the vector runner: see vectors/rings.vec for the commands. */
#ifndef VECTORS_H
#define VECTORS_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VECTOR_WORDS = 24, VECTOR_ANSWER = 4096 };

/* A command, split at blanks. */
struct vector_line {
    const char *words[VECTOR_WORDS];
    int count;
};

/* Buffers stand where those of the Java core do: above 4 GiB, behind a ring of 64 KiB. */
uint64_t vector_address(unsigned packet, unsigned buffer_bytes);

/* Each says whether the command is one of its own, and then gives the answer. */
bool vector_tx(const struct vector_line *line, char *answer);
bool vector_rx(const struct vector_line *line, char *answer);
bool vector_sum(const struct vector_line *line, char *answer);

/* Appends to an answer; a blank comes before it unless it is the first. */
void vector_say(char *answer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The number of "key=number", decimal or with 0x; otherwise what is given. */
long vector_option(const struct vector_line *line, const char *key, long otherwise);
bool vector_has(const struct vector_line *line, const char *word);

/* Bytes in hex, as the device would read them. */
void vector_say_bytes(char *answer, const volatile void *bytes, size_t length);

#endif
