/* mutex(9F), kmem_alloc(9F), ddi_periodic_add(9F) and what has no better place. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <sys/atomic.h>
#include <sys/cmn_err.h>
#include <sys/kmem.h>
#include <sys/mutex.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { LONGEST_WAIT = 1000000, HIGHEST_LEVEL = 10 };

static const uint64_t KNOWN = 0x6d75746578000000u, HELD = 1;
static const hrtime_t MILLISECOND = 1000000, LEAST_INTERVAL = 10000000;

struct __ddi_periodic {
    ddi_periodic_t next;
    void (*function)(void *);
    void *argument;
    hrtime_t interval, due;
    int level;
};

bool mock_quiescing;
static ddi_periodic_t periodics;
static bool in_periodic;
static hrtime_t now;
static int mutexes;

void mock_may_wait(const char *what)
{
    rule_require(rule_context != CONTEXT_INTERRUPT, "illumos/wait-in-interrupt",
                 "kmem_alloc(9F), ddi_dma_alloc_handle(9F): CONTEXT", "%s in %s", what,
                 rule_context_name());
    rule_require(!mock_quiescing, "illumos/wait-in-quiesce", "quiesce(9E)", "%s", what);
}

void *mock_take_surely(size_t bytes, const char *what)
{
    void *memory = memory_take(bytes, what);

    return memory ? memory : memory_take(bytes, what);
}

void mock_check_returned(const char *from)
{
    rule_require(rule_locks_held == 0, "illumos/mutex-left", "mutex(9F)",
                 "%s returned with %d mutexes held", from, rule_locks_held);
}

int assfail(const char *condition, const char *file, int line)
{
    rule_broken("illumos/assertion", "ASSERT(9F)", "%s, %s:%d", condition, file, line);
}

void membar_producer(void)
{
    dma_barrier();
}

void membar_consumer(void)
{
}

void drv_usecwait(clock_t microseconds)
{
    rule_require(microseconds >= 0 && microseconds < LONGEST_WAIT, "illumos/busy-wait",
                 "drv_usecwait(9F)", "waits %ld microseconds", (long)microseconds);
}

void dev_err(dev_info_t *dip, int level, char *format, ...)
{
    (void)dip;
    (void)format;
    rule_require(level != CE_PANIC, "illumos/panic", "dev_err(9F)", "the driver panics");
}

/* Mutexes. */

void mutex_init(kmutex_t *mutex, char *name, kmutex_type_t type, void *priority)
{
    (void)name;
    rule_require(type == MUTEX_DRIVER, "illumos/mutex-type", "mutex(9F)",
                 "a driver's mutex is of type MUTEX_DRIVER");
    mutex->mock_state = KNOWN;
    mutex->mock_priority = priority;
    mutexes++;
}

static void check_known(const kmutex_t *mutex, const char *call)
{
    rule_require((mutex->mock_state & ~HELD) == KNOWN, "illumos/mutex-unknown", "mutex(9F)",
                 "%s of a mutex that was not initialised, or destroyed", call);
}

void mutex_destroy(kmutex_t *mutex)
{
    check_known(mutex, "mutex_destroy");
    rule_require(!(mutex->mock_state & HELD), "illumos/mutex-destroyed-held", "mutex(9F)",
                 "mutex_destroy of a mutex that is held");
    mutex->mock_state = 0;
    mutexes--;
}

void mutex_enter(kmutex_t *mutex)
{
    check_known(mutex, "mutex_enter");
    rule_require(!mock_quiescing, "illumos/mutex-in-quiesce", "quiesce(9E)",
                 "a mutex, and whoever holds it will not run any more");
    rule_require(rule_context != CONTEXT_INTERRUPT ||
                     mutex->mock_priority == DDI_INTR_PRI(MOCK_PRIORITY),
                 "illumos/mutex-priority", "mutex(9F)",
                 "an interrupt takes a mutex that was not made with its priority");
    rule_require(!(mutex->mock_state & HELD), "illumos/mutex-recursive", "mutex(9F)",
                 "mutex_enter of a mutex that this thread holds");
    mutex->mock_state |= HELD;
    rule_locks_held++;
}

void mutex_exit(kmutex_t *mutex)
{
    check_known(mutex, "mutex_exit");
    rule_require(mutex->mock_state & HELD, "illumos/mutex-not-held", "mutex(9F)",
                 "mutex_exit of a mutex that is not held");
    mutex->mock_state &= ~HELD;
    rule_locks_held--;
}

int mutex_owned(const kmutex_t *mutex)
{
    return (mutex->mock_state & HELD) != 0;
}

/* Memory: the size is kept in front, to be compared. */

static void *take(size_t size, int flags, int fill)
{
    size_t *memory;

    if (flags & KM_NOSLEEP) {
        memory = memory_take(16 + size, "kmem_alloc");
    } else {
        mock_may_wait("kmem_alloc with KM_SLEEP");
        memory = mock_take_surely(16 + size, "kmem_alloc");
    }
    if (!memory)
        return NULL;
    *memory = size;
    memset((char *)memory + 16, fill, size);
    return (char *)memory + 16;
}

void *kmem_alloc(size_t size, int flags)
{
    return take(size, flags, 0xa5);
}

void *kmem_zalloc(size_t size, int flags)
{
    return take(size, flags, 0);
}

void kmem_free(void *memory, size_t size)
{
    size_t *start = (size_t *)(void *)((char *)memory - 16);

    rule_require(memory_in_use(start), "illumos/kmem-free", "kmem_alloc(9F)",
                 "kmem_free of what is not in use");
    rule_require(*start == size, "illumos/kmem-size", "kmem_alloc(9F)",
                 "kmem_free of %zu bytes that were taken as %zu", size, *start);
    mock_check_gone(memory, size);
    memory_give(start, "kmem_free");
}

/* Periodic calls. */

ddi_periodic_t ddi_periodic_add(void (*function)(void *), void *argument, hrtime_t interval,
                                int level)
{
    ddi_periodic_t periodic;

    mock_may_wait("ddi_periodic_add");
    rule_require(interval > 0 && interval % LEAST_INTERVAL == 0, "illumos/periodic-interval",
                 "ddi_periodic_add(9F)", "%lld ns is no multiple of 10 ms", interval);
    rule_require(level >= 0 && level <= HIGHEST_LEVEL, "illumos/periodic-level",
                 "ddi_periodic_add(9F)", "level %d", level);
    periodic = mock_take_surely(sizeof *periodic, "ddi_periodic_add");
    periodic->function = function;
    periodic->argument = argument;
    periodic->interval = interval;
    periodic->due = now + interval;
    periodic->level = level;
    periodic->next = periodics;
    periodics = periodic;
    return periodic;
}

void ddi_periodic_delete(ddi_periodic_t periodic)
{
    ddi_periodic_t *link = &periodics;

    mock_may_wait("ddi_periodic_delete");
    rule_require(!in_periodic, "illumos/periodic-deletes-itself", "ddi_periodic_delete(9F)",
                 "called from the callback: it would wait for itself");
    rule_require(rule_locks_held == 0, "illumos/periodic-delete-with-mutex",
                 "ddi_periodic_delete(9F)", "waits for a callback, %d mutexes held",
                 rule_locks_held);
    while (*link && *link != periodic)
        link = &(*link)->next;
    rule_require(*link, "illumos/periodic-unknown", "ddi_periodic_delete(9F)",
                 "of what is not there");
    *link = periodic->next;
    memory_give(periodic, "ddi_periodic_delete");
}

void mock_run_periodics(void)
{
    ddi_periodic_t periodic = periodics, next;

    now += MILLISECOND;
    for (; periodic; periodic = next) {
        next = periodic->next;
        if (periodic->due > now)
            continue;
        periodic->due += periodic->interval;
        in_periodic = true;
        rule_context = periodic->level > 0 ? CONTEXT_INTERRUPT : CONTEXT_THREAD;
        periodic->function(periodic->argument);
        rule_context = CONTEXT_THREAD;
        in_periodic = false;
        mock_check_returned("a periodic call");
    }
}

static bool within(const void *pointer, const void *memory, size_t bytes)
{
    return (const char *)pointer >= (const char *)memory &&
           (const char *)pointer < (const char *)memory + bytes;
}

void mock_check_gone(const void *memory, size_t bytes)
{
    const struct __ddi_periodic *periodic;

    for (periodic = periodics; periodic; periodic = periodic->next)
        rule_require(!within(periodic->argument, memory, bytes), "illumos/periodic-left",
                     "ddi_periodic_delete(9F)", "its argument is freed and it is still due");
    rule_require(!within(mock_interrupt_argument(), memory, bytes), "illumos/handler-left",
                 "ddi_intr_remove_handler(9F)", "its argument is freed and the handler is set");
}

int mock_kernel_leaks(void)
{
    if (mutexes != 0)
        fprintf(stderr, "leak: %d mutexes\n", mutexes);
    return mutexes;
}
