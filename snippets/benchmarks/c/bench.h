/* What the C counterparts share: a clock, a median, one line of output a case. */
#ifndef RINGBOOK_BENCH_H
#define RINGBOOK_BENCH_H

#include <stdint.h>

/* Work of one case; returns something that depends on all of it. */
typedef uint64_t (*bench_work)(void *state, uint64_t times);

/*
 * Times a case: several samples, each long enough for the clock, after a warm-up.
 * Prints "name <tab> median nanoseconds a unit <tab> result of one call".
 */
void bench_run(const char *name, bench_work work, void *state, double units);

/* The sample time in nanoseconds; shorter in tests. */
extern uint64_t bench_sample_ns;

void forwarding_cases(void);
void checksum_cases(void);
void toeplitz_cases(void);
void segmentation_cases(void);
void parser_cases(void);

#endif
