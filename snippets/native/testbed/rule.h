/*
 * What a mock kernel does when a rule is broken, and what it knows of the caller.
 *
 * A broken rule ends the process with status 3 and one line on stderr:
 *
 *     RULE <kernel>/<rule>: <what happened> [<source of the rule>]
 *
 * so that a test can plant a fault, run the program and look for the rule's name.
 */
#ifndef RULE_H
#define RULE_H

#include <stdbool.h>

enum { RULE_EXIT_STATUS = 3 };

void rule_broken(const char *rule, const char *source, const char *format, ...)
    __attribute__((noreturn, format(printf, 3, 4)));

/* Breaks the rule unless the condition holds. */
#define rule_require(condition, rule, source, ...) \
    do { \
        if (!(condition)) \
            rule_broken(rule, source, __VA_ARGS__); \
    } while (0)

/* Where the code under test is running; a mock sets it around each call into the driver. */
enum rule_context {
    CONTEXT_THREAD,    /* may sleep */
    CONTEXT_SOFT,      /* softirq, softint, taskqueue with a lock, DPC: may not sleep */
    CONTEXT_INTERRUPT  /* hard interrupt, filter, ISR at device IRQL */
};

extern enum rule_context rule_context;
extern int rule_locks_held;

const char *rule_context_name(void);

/* Breaks the rule if the caller may not sleep: an interrupt, or a lock held. */
void rule_may_sleep(const char *rule, const char *source);

#endif
