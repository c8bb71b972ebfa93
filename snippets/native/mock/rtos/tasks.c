/*
 * Tasks by priority. Each is a thread of the host, but only the one that has the turn runs:
 * whoever is ready and highest.
 */
#include "mock.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

#include "memory.h"
#include "rule.h"

enum { MOST = 8, PATIENCE = 100000 };

struct waiting {
    bool (*ready)(void *);
    void *argument;
    bool limited;
    uint32_t until;
};

static struct slot {
    struct rtos_task *task; /* NULL: free */
    pthread_t thread;
    sem_t turn;
    void (*entry)(void *);
    void *argument;
    struct waiting *waiting; /* NULL: it could run */
    int locks;
    bool over;
} slots[MOST];

static struct rtos_task lowest;
static int current;
static uint32_t switches;

struct rtos_task *mock_current(void)
{
    return slots[current].task;
}

uint32_t mock_switches(void)
{
    return switches;
}

void mock_tasks_boot(void)
{
    lowest = (struct rtos_task){"test", MOCK_LOWEST, MOCK_LOWEST, 0};
    slots[0].task = &lowest;
    sem_init(&slots[0].turn, 0, 0);
    current = 0;
}

static bool is_due(const struct waiting *waiting)
{
    return waiting->limited && (int32_t)(rtos_now() - waiting->until) >= 0;
}

static bool could_run(const struct slot *slot)
{
    const struct waiting *waiting = slot->waiting;

    return slot->task && !slot->over &&
           (!waiting || is_due(waiting) || waiting->ready(waiting->argument));
}

bool mock_others_sleep(void)
{
    int i;

    for (i = 0; i < MOST; i++)
        if (slots[i].task && !slots[i].over && slots[i].waiting && slots[i].waiting->limited &&
            slots[i].waiting->until - rtos_now() <= 2)
            return true;
    return false;
}

/* The highest that could run, or -1. Among equals who runs goes on. */
static int highest(void)
{
    int i, best = could_run(&slots[current]) ? current : -1;

    for (i = 0; i < MOST; i++)
        if (could_run(&slots[i]) &&
            (best < 0 || slots[i].task->inherited > slots[best].task->inherited))
            best = i;
    return best;
}

static void give_turn(int next)
{
    switches++;
    current = next;
    rule_locks_held = slots[next].locks;
    sem_post(&slots[next].turn);
}

static void await_turn(int own)
{
    while (sem_wait(&slots[own].turn) != 0)
        ; /* a signal */
}

static void switch_to(int next)
{
    int before = current;

    if (next == before)
        return;
    slots[before].locks = rule_locks_held;
    give_turn(next);
    await_turn(before);
}

bool mock_wait_until(bool (*ready)(void *), void *argument, uint32_t ticks)
{
    struct waiting waiting = {ready, argument, ticks != RTOS_FOREVER, rtos_now() + ticks};
    struct slot *own = &slots[current];
    int idle = 0, next;

    own->waiting = &waiting;
    while ((next = highest()) < 0) { /* nobody: time passes */
        rule_require(idle++ < PATIENCE, "rtos/deadlock", "priorities and mutexes",
                     "all tasks wait, %s too, and nothing comes", own->task->name);
        mock_tick();
    }
    switch_to(next);
    own->waiting = NULL;
    return ready(argument);
}

void mock_call(const char *name)
{
    rule_require(rule_context == CONTEXT_THREAD, "rtos/isr-call",
                 "FreeRTOS, API usage from interrupts; Zephyr and ThreadX say it by function",
                 "%s in an interrupt routine", name);
}

void mock_call_ends(void)
{
    if (rule_context != CONTEXT_THREAD)
        return;
    if (mock_options.eager)
        mock_step_device();
    mock_priority_changed();
}

void mock_priority_changed(void)
{
    if (rule_context == CONTEXT_THREAD)
        switch_to(highest());
}

static void *run_task(void *slot)
{
    struct slot *own = slot;

    await_turn((int)(own - slots));
    own->entry(own->argument);
    rule_require(rule_locks_held == 0, "rtos/lock-kept", "mutexes",
                 "%s ends with %d mutexes held", own->task->name, rule_locks_held);
    own->over = true;
    while (highest() < 0)
        mock_tick();
    give_turn(highest());
    return NULL;
}

static int free_slot(void)
{
    int i;

    for (i = 1; i < MOST && slots[i].task; i++)
        ;
    rule_require(i < MOST, "rtos/tasks", "mock", "more than %d tasks", MOST);
    return i;
}

int rtos_task_start(struct rtos_task *task, const char *name, unsigned priority,
                    void (*entry)(void *argument), void *argument, void *stack, size_t bytes)
{
    int i = free_slot();

    mock_call("rtos_task_start");
    rule_require(stack && bytes >= 512, "rtos/stack", "static tasks",
                 "%s brings %zu bytes of stack", name, bytes);
    if (memory_may_fail("rtos_task_start"))
        return RTOS_NO_MEMORY;
    *task = (struct rtos_task){name, priority, priority, i};
    slots[i] = (struct slot){.task = task, .entry = entry, .argument = argument};
    sem_init(&slots[i].turn, 0, 0);
    pthread_create(&slots[i].thread, NULL, run_task, &slots[i]);
    mock_call_ends();
    return RTOS_OK;
}

static bool is_over(void *task)
{
    return slots[((struct rtos_task *)task)->slot].over;
}

void rtos_task_join(struct rtos_task *task)
{
    mock_call("rtos_task_join");
    rule_require(task->slot > 0 && slots[task->slot].task == task, "rtos/join", "tasks",
                 "joins a task that is none");
    mock_wait_until(is_over, task, RTOS_FOREVER);
    pthread_join(slots[task->slot].thread, NULL);
    slots[task->slot].task = NULL;
}

int mock_task_leaks(void)
{
    int i, count = 0;

    for (i = 1; i < MOST; i++) {
        if (!slots[i].task)
            continue;
        fprintf(stderr, "leak: the task %s\n", slots[i].task->name);
        count++;
    }
    return count;
}
