#include "rule.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum rule_context rule_context = CONTEXT_THREAD;
int rule_locks_held;

void rule_broken(const char *rule, const char *source, const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "RULE %s: ", rule);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, " [%s]\n", source);
    fflush(stderr);
    _Exit(RULE_EXIT_STATUS);
}

const char *rule_context_name(void)
{
    static const char *const names[] = {"a thread", "a soft interrupt", "an interrupt"};

    return names[rule_context];
}

void rule_may_sleep(const char *rule, const char *source)
{
    rule_require(rule_context == CONTEXT_THREAD, rule, source, "sleeps in %s",
                 rule_context_name());
    rule_require(rule_locks_held == 0, rule, source, "sleeps with %d locks held",
                 rule_locks_held);
}
