/*
 * Test programs: each case runs in a process of its own, so a broken rule, a crash or a
 * hang costs that case and no other. Prints TAP, version 14: "1..N", "ok 1 - name".
 *
 *     static void sends_a_frame(void) { tap_check(port_send(...) == 0); }
 *     static const struct tap_case cases[] = {{"sends a frame", sends_a_frame}, ...};
 *     int main(void) { return tap_run(cases, sizeof cases / sizeof cases[0]); }
 */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stddef.h>

struct tap_case {
    const char *name;
    void (*run)(void);
};

/* Seconds of CPU time, then a case is killed; the environment's TAP_SECONDS counts more. */
enum { TAP_SECONDS = 30 };

/*
 * Runs all cases, or the one whose name the environment's TAP_ONLY has.
 * Returns main's result: 0 if all passed.
 */
int tap_run(const struct tap_case *cases, size_t count);

/* Prints that all are skipped, and why. Returns 0. */
int tap_skip(const struct tap_case *cases, size_t count, const char *why);

/* Fails the case, and goes on, unless the condition holds. */
#define tap_check(condition) tap_expect((condition), #condition, __FILE__, __LINE__)

/* The same for two whole numbers, which are printed. */
#define tap_equal(expected, actual) \
    tap_expect_equal((long long)(expected), (long long)(actual), #actual, __FILE__, __LINE__)

bool tap_expect(bool holds, const char *what, const char *file, int line);
bool tap_expect_equal(long long expected, long long actual, const char *what, const char *file,
                      int line);

/* Whether this breaks the rule of that name, in a process of its own. */
bool tap_breaks(const char *rule, void (*run)(void));

#endif
