/* softint(9) and callout(9): what runs after an interrupt, and what runs later. */
#include <stdio.h>

#include <sys/callout.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

struct softint {
    struct softint *next;
    void (*function)(void *);
    void *argument;
    bool pending;
};

static struct softint *softints;
static struct callout *callouts;
static int alive, now;

static void run_soft(void (*function)(void *), void *argument, const char *what)
{
    enum rule_context before = rule_context;

    rule_context = CONTEXT_SOFT;
    function(argument);
    rule_context = before;
    mock_check_returned(what);
}

void *softint_establish(u_int flags, void (*function)(void *), void *argument)
{
    struct softint *softint;

    mock_may_sleep("softint_establish");
    rule_require((flags & ~(u_int)SOFTINT_MPSAFE) <= SOFTINT_NET && function,
                 "netbsd/softint-level", "softint(9)", "softint_establish with flags 0x%x", flags);
    softint = memory_take(sizeof *softint, "softint_establish");
    if (!softint)
        return NULL;
    softint->function = function;
    softint->argument = argument;
    softint->next = softints;
    softints = softint;
    return softint;
}

static struct softint **find(const void *wanted, const char *call)
{
    struct softint **link = &softints;

    while (*link && *link != wanted)
        link = &(*link)->next;
    rule_require(*link, "netbsd/softint-gone", "softint(9)",
                 "%s of one that is not there: not established yet, or disestablished", call);
    return link;
}

/* A thread that is moved to another CPU in the middle would schedule it on the wrong one. */
void softint_schedule(void *softint)
{
    struct softint *found = *find(softint, "softint_schedule");

    rule_require(rule_context != CONTEXT_THREAD, "netbsd/softint-preemptible", "softint(9)",
                 "softint_schedule in a thread, which can be preempted");
    found->pending = true;
}

static void run(struct softint *softint)
{
    softint->pending = false;
    run_soft(softint->function, softint->argument, "a soft interrupt");
}

void softint_disestablish(void *softint)
{
    struct softint **link, *found;

    mock_may_sleep("softint_disestablish");
    found = *find(softint, "softint_disestablish");
    if (found->pending)
        run(found); /* what is pending still runs */
    link = find(softint, "softint_disestablish");
    *link = found->next;
    memory_give(found, "softint_disestablish");
}

bool mock_run_softints(void)
{
    struct softint *softint = softints;
    bool ran = false;

    while (softint) {
        struct softint *next = softint->next;

        if (softint->pending) {
            run(softint);
            ran = true;
        }
        softint = next;
    }
    return ran;
}

/* Callouts. */

static void check(const callout_t *callout, const char *call)
{
    rule_require(callout->initialised, "netbsd/callout-not-initialised", "callout(9)",
                 "%s before callout_init or after callout_destroy", call);
}

void callout_init(callout_t *callout, u_int flags)
{
    rule_require((flags & ~(u_int)CALLOUT_MPSAFE) == 0, "netbsd/callout-flags", "callout(9)",
                 "callout_init with flags 0x%x", flags);
    memset(callout, 0, sizeof *callout);
    callout->initialised = true;
    callout->next = callouts;
    callouts = callout;
    alive++;
}

void callout_setfunc(callout_t *callout, void (*function)(void *), void *argument)
{
    check(callout, "callout_setfunc");
    callout->function = function;
    callout->argument = argument;
}

void callout_schedule(callout_t *callout, int ticks)
{
    check(callout, "callout_schedule");
    rule_require(callout->function, "netbsd/callout-without-function", "callout(9)",
                 "callout_schedule before callout_setfunc");
    callout->due = now + (ticks > 0 ? ticks : 1);
    callout->pending = true;
}

/* It may be running on another CPU at this very moment; here it always is. */
bool callout_stop(callout_t *callout)
{
    bool was = callout->pending;

    check(callout, "callout_stop");
    callout->called = callout->called || was;
    callout->pending = false;
    return was;
}

static void fire(callout_t *callout)
{
    callout->pending = callout->called = false;
    run_soft(callout->function, callout->argument, "a callout");
}

bool callout_halt(callout_t *callout, void *interlock)
{
    bool was = callout->pending;

    check(callout, "callout_halt");
    rule_require(rule_context == CONTEXT_THREAD, "netbsd/sleep", "callout(9)",
                 "callout_halt waits, in %s", rule_context_name());
    callout->pending = false;
    if (interlock)
        mutex_exit(interlock);
    rule_require(rule_locks_held == 0, "netbsd/halt-with-mutex", "callout(9)",
                 "callout_halt waits for a function that may wait for a mutex held here");
    if (callout->called)
        fire(callout);
    callout->pending = false;
    if (interlock)
        mutex_enter(interlock);
    return was;
}

void callout_destroy(callout_t *callout)
{
    struct callout **link = &callouts;

    check(callout, "callout_destroy");
    rule_require(!callout->pending, "netbsd/callout-destroyed-pending", "callout(9)",
                 "callout_destroy of one that will still be called");
    rule_require(!callout->called, "netbsd/callout-destroyed-running", "callout(9)",
                 "callout_destroy of one that may be running: callout_halt waits for it");
    while (*link != callout)
        link = &(*link)->next;
    *link = callout->next;
    callout->initialised = false;
    alive--;
}

void mock_tick(void)
{
    struct callout *callout;

    now++;
    for (callout = callouts; callout; callout = callout->next)
        if (callout->called || (callout->pending && callout->due <= now))
            fire(callout);
}

int mock_pending_callouts(void)
{
    const struct callout *callout = callouts;
    int count = 0;

    for (; callout; callout = callout->next)
        count += callout->pending;
    return count;
}

int mock_softint_leaks(void)
{
    if (alive > 0)
        fprintf(stderr, "leak: %d callouts\n", alive);
    return alive;
}
