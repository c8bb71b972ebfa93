#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SAMPLES 9

uint64_t bench_sample_ns = 50000000;

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void bench_run(const char *name, bench_work work, void *state, double units)
{
    double samples[SAMPLES];
    uint64_t times = 1, took = 0;
    volatile uint64_t sink = work(state, 1);
    uint64_t result = sink;

    while (took < bench_sample_ns) { /* warms up, and finds how often a sample calls */
        times *= 2;
        uint64_t start = now_ns();
        sink = work(state, times);
        took = now_ns() - start;
    }
    for (int i = 0; i < SAMPLES; i++) {
        uint64_t start = now_ns();
        sink = work(state, times);
        samples[i] = (double)(now_ns() - start) / ((double)times * units);
    }
    qsort(samples, SAMPLES, sizeof samples[0], by_size);
    printf("%s\t%.3f\t%llu\n", name, samples[SAMPLES / 2], (unsigned long long)result);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    const char *only = argc > 1 ? argv[1] : "all";
    int all = strcmp(only, "all") == 0;

    if (argc > 2)
        bench_sample_ns = strtoull(argv[2], NULL, 10) * 1000000u;
    if (all || strcmp(only, "forwarding") == 0)
        forwarding_cases();
    if (all || strcmp(only, "checksum") == 0)
        checksum_cases();
    if (all || strcmp(only, "toeplitz") == 0)
        toeplitz_cases();
    if (all || strcmp(only, "segmentation") == 0)
        segmentation_cases();
    if (all || strcmp(only, "parser") == 0)
        parser_cases();
    return 0;
}
