/* Locks, time, memory: mutex(9), callout(9), malloc(9), epoch(9). */
#include <stdio.h>

#include <sys/callout.h>
#include <sys/malloc.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

int hz = 1000;
int ticks;
struct malloc_type M_DEVBUF[1] = {{"devbuf"}};

static int epochs, mutexes, contended;

void mock_contend(int tries)
{
    contended = tries;
}

void mock_enter_epoch(void)
{
    epochs++;
}

void mock_exit_epoch(void)
{
    epochs--;
}

bool mock_in_epoch(void)
{
    return epochs > 0;
}

void mock_may_sleep(const char *what)
{
    rule_may_sleep("freebsd/sleep", what);
    rule_require(epochs == 0, "freebsd/sleep-in-epoch", "epoch(9)", "%s in the net epoch", what);
}

void mock_check_returned(const char *from)
{
    rule_require(rule_locks_held == 0, "freebsd/lock-kept", "locking(9)",
                 "%s returned with %d mutexes held", from, rule_locks_held);
}

void DELAY(int microseconds)
{
    static int passed;

    passed += microseconds;
    for (; passed >= 1000; passed -= 1000)
        if (mock_device_may_move())
            nic_step(mock_nic());
}

/* A failure that was chosen strikes once: whoever may wait gets it the second time. */
void *mock_take_surely(size_t bytes, const char *what)
{
    void *memory = memory_take(bytes, what);

    return memory ? memory : memory_take(bytes, what);
}

void *mock_malloc(size_t bytes, struct malloc_type *type, int flags)
{
    void *memory;

    (void)type;
    if ((flags & M_WAITOK) == 0)
        return memory_take(bytes, "malloc with M_NOWAIT");
    mock_may_sleep("malloc(9) with M_WAITOK");
    memory = mock_take_surely(bytes, "malloc with M_WAITOK");
    return memory;
}

void mock_free(void *memory, struct malloc_type *type)
{
    (void)type;
    if (memory)
        memory_give(memory, "free(9)");
}

static void check_mutex(const struct mtx *mutex)
{
    rule_require(mutex->initialised, "freebsd/mutex-not-initialised", "mutex(9)",
                 "a mutex is used before mtx_init or after mtx_destroy");
    rule_require(rule_context != CONTEXT_INTERRUPT, "freebsd/mutex-in-filter",
                 "bus_setup_intr(9)", "a filter takes %s, an MTX_DEF mutex", mutex->name);
}

void mtx_init(struct mtx *mutex, const char *name, const char *type, int options)
{
    (void)type;
    (void)options;
    mutex->name = name;
    mutex->initialised = true;
    mutex->held = false;
    mutexes++;
}

void mtx_destroy(struct mtx *mutex)
{
    check_mutex(mutex);
    rule_require(!mutex->held, "freebsd/mutex-destroyed-held", "mutex(9)",
                 "%s is destroyed while it is held", mutex->name);
    mutex->initialised = false;
    mutexes--;
}

void mtx_lock(struct mtx *mutex)
{
    check_mutex(mutex);
    rule_require(!mutex->held, "freebsd/mutex-recursion", "mutex(9)",
                 "%s is held already, and was made without MTX_RECURSE", mutex->name);
    mutex->held = true;
    rule_locks_held++;
}

void mtx_unlock(struct mtx *mutex)
{
    check_mutex(mutex);
    rule_require(mutex->held, "freebsd/mutex-not-held", "mutex(9)", "%s is not held",
                 mutex->name);
    mutex->held = false;
    rule_locks_held--;
}

int mtx_trylock(struct mtx *mutex)
{
    check_mutex(mutex);
    if (contended > 0) {
        contended--;
        return 0;
    }
    mtx_lock(mutex);
    return 1;
}

void mtx_assert(const struct mtx *mutex, int what)
{
    rule_require(mutex->held == (what == MA_OWNED), "freebsd/mutex-assert", "mutex(9)",
                 "%s is %sheld", mutex->name, mutex->held ? "" : "not ");
}

/* Callouts. */

static struct callout *callouts;

static void unlink_callout(struct callout *callout)
{
    struct callout **link = &callouts;

    while (*link != callout)
        link = &(*link)->next;
    *link = callout->next;
    callout->pending = false;
}

void callout_init_mtx(struct callout *callout, struct mtx *mutex, int flags)
{
    (void)flags;
    callout->mutex = mutex;
    callout->initialised = true;
    callout->pending = false;
}

static void check_callout(const struct callout *callout, const char *call)
{
    rule_require(callout->initialised, "freebsd/callout-not-initialised", "callout(9)", "%s",
                 call);
    rule_require(callout->mutex->held, "freebsd/callout-without-mutex", "callout(9)",
                 "%s without the mutex of callout_init_mtx", call);
}

int callout_reset(struct callout *callout, int from_now, void (*function)(void *),
                  void *argument)
{
    int was = callout->pending;

    check_callout(callout, "callout_reset");
    if (was)
        unlink_callout(callout);
    callout->function = function;
    callout->argument = argument;
    callout->due = ticks + (from_now > 0 ? from_now : 1);
    callout->pending = true;
    callout->next = callouts;
    callouts = callout;
    return was;
}

int callout_stop(struct callout *callout)
{
    int was = callout->pending;

    check_callout(callout, "callout_stop");
    if (was)
        unlink_callout(callout);
    return was;
}

int callout_drain(struct callout *callout)
{
    int was = callout->pending;

    rule_require(callout->initialised, "freebsd/callout-not-initialised", "callout(9)",
                 "callout_drain");
    rule_require(!callout->mutex->held, "freebsd/drain-with-mutex", "callout(9)",
                 "callout_drain waits for a function that waits for this mutex");
    mock_may_sleep("callout_drain");
    if (was)
        unlink_callout(callout);
    return was;
}

static void fire(struct callout *callout)
{
    unlink_callout(callout);
    rule_context = CONTEXT_SOFT;
    mtx_lock(callout->mutex);
    callout->function(callout->argument);
    mtx_unlock(callout->mutex);
    rule_context = CONTEXT_THREAD;
    mock_check_returned("a callout");
}

void mock_run_callouts(void)
{
    struct callout *callout = callouts;

    while (callout) {
        if (callout->due <= ticks) {
            fire(callout);
            callout = callouts;
        } else {
            callout = callout->next;
        }
    }
}

void mock_check_softc(const void *softc, size_t bytes)
{
    const struct callout *callout = callouts;

    for (; callout; callout = callout->next)
        rule_require((const char *)callout < (const char *)softc ||
                         (const char *)callout >= (const char *)softc + bytes,
                     "freebsd/callout-after-detach", "callout(9)",
                     "detach returned while a callout is pending in the softc");
}

int mock_kernel_leaks(void)
{
    if (mutexes > 0)
        fprintf(stderr, "leak: %d mutexes\n", mutexes);
    return mutexes;
}
