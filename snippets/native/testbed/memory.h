/*
 * Memory that a mock kernel hands out: counted, named, and able to fail on request.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory, or NULL if this call was chosen to fail. what: as leaks name it. */
void *memory_take(size_t bytes, const char *what);

/* Gives it back; poisons it, so that a later use shows. Breaks a rule if it is not in use. */
void memory_give(void *memory, const char *what);

/* Whether it is handed out now. */
bool memory_in_use(const void *memory);

/*
 * Fault injection by count: the n-th call of memory_may_fail from now on fails, once;
 * 0: none does. Everything in a mock that a kernel may refuse asks it.
 */
void memory_fail_at(long n);
bool memory_may_fail(const char *what);

/* Calls that could have failed since memory_fail_at, and the name of the one that did. */
long memory_chances(void);
const char *memory_failed(void);

/* Pieces that are still handed out; names them on stderr. */
int memory_leaks(void);

#endif
