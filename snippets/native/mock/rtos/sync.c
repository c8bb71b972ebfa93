/* Flags, queues, mutexes, time. */
#include "mock.h"

#include "memory.h"
#include "rule.h"

void rtos_flags_init(struct rtos_flags *flags)
{
    flags->set = 0;
}

static void set_flags(struct rtos_flags *flags, uint32_t bits)
{
    rule_require(bits < 1u << 24, "rtos/flag-bits", "FreeRTOS, event groups",
                 "flags 0x%x: only 24 are portable", bits);
    flags->set |= bits;
}

void rtos_flags_set(struct rtos_flags *flags, uint32_t bits)
{
    mock_call("rtos_flags_set");
    set_flags(flags, bits);
    mock_call_ends();
}

void rtos_flags_set_from_isr(struct rtos_flags *flags, uint32_t bits)
{
    rule_require(rule_context == CONTEXT_INTERRUPT, "rtos/task-call", "FreeRTOS, …FromISR",
                 "rtos_flags_set_from_isr in a task: no switch would follow it");
    mock_isr_call("rtos_flags_set_from_isr");
    set_flags(flags, bits);
}

static bool any_flag(void *flags)
{
    return ((struct rtos_flags *)flags)->set != 0;
}

uint32_t rtos_flags_wait(struct rtos_flags *flags, uint32_t ticks)
{
    uint32_t taken;

    mock_call("rtos_flags_wait");
    rule_require(rule_locks_held == 0, "rtos/wait-with-mutex", "mutexes",
                 "%s waits for flags with a mutex held", mock_current()->name);
    if (mock_options.eager)
        mock_step_device();
    (void)mock_wait_until(any_flag, flags, ticks);
    taken = flags->set;
    flags->set = 0;
    return taken;
}

static bool never(void *unused)
{
    (void)unused;
    return false;
}

void rtos_sleep(uint32_t ticks)
{
    mock_call("rtos_sleep");
    (void)mock_wait_until(never, NULL, ticks);
}

void rtos_queue_init(struct rtos_queue *queue, void **slots, uint32_t length)
{
    *queue = (struct rtos_queue){.slots = slots, .length = length};
}

int rtos_queue_send(struct rtos_queue *queue, void *message)
{
    mock_call("rtos_queue_send");
    rule_require(queue->slots, "rtos/queue", "queues", "a queue without memory");
    if (queue->count == queue->length || memory_may_fail("rtos_queue_send")) {
        mock_late();
        return RTOS_FULL;
    }
    queue->slots[(queue->first + queue->count++) % queue->length] = message;
    mock_call_ends();
    return RTOS_OK;
}

void *rtos_queue_receive(struct rtos_queue *queue)
{
    void *message;

    mock_call("rtos_queue_receive");
    if (queue->count == 0)
        return NULL;
    message = queue->slots[queue->first];
    queue->first = (queue->first + 1) % queue->length;
    queue->count--;
    return message;
}

uint32_t rtos_queue_space(const struct rtos_queue *queue)
{
    return queue->length - queue->count;
}

/* Mutexes. */

void rtos_mutex_init(struct rtos_mutex *mutex, int protocol)
{
    mutex->protocol = protocol;
    mutex->owner = NULL;
}

static bool is_free(void *mutex)
{
    return !((struct rtos_mutex *)mutex)->owner;
}

static void inherit(struct rtos_mutex *mutex, const struct rtos_task *waiter)
{
    struct rtos_task *owner = mutex->owner;

    rule_require(owner != waiter, "rtos/mutex-recursion", "xSemaphoreCreateMutexStatic",
                 "%s has the mutex already", waiter->name);
    if (waiter->inherited <= owner->inherited)
        return;
    rule_require(mutex->protocol == RTOS_MUTEX_INHERIT, "rtos/priority-inversion",
                 "FreeRTOS, mutexes; Zephyr, priority inheritance; ThreadX, TX_INHERIT",
                 "%s (%u) waits for %s (%u), which does not inherit", waiter->name,
                 waiter->inherited, owner->name, owner->inherited);
    owner->inherited = waiter->inherited;
}

void rtos_mutex_lock(struct rtos_mutex *mutex)
{
    rule_require(rule_context == CONTEXT_THREAD, "rtos/mutex-in-isr",
                 "xSemaphoreCreateMutexStatic; Zephyr, mutexes",
                 "an interrupt routine takes a mutex");
    if (mock_options.eager)
        mock_step_device();
    while (mutex->owner) {
        inherit(mutex, mock_current());
        (void)mock_wait_until(is_free, mutex, RTOS_FOREVER);
    }
    mutex->owner = mock_current();
    rule_locks_held++;
}

void rtos_mutex_unlock(struct rtos_mutex *mutex)
{
    mock_call("rtos_mutex_unlock");
    rule_require(mutex->owner == mock_current(), "rtos/mutex-owner", "mutexes",
                 "%s lets a mutex go that is not its own", mock_current()->name);
    rule_locks_held--;
    mutex->owner->inherited = mutex->owner->priority;
    mutex->owner = NULL;
    mock_call_ends();
}

void mock_may_call_up(const char *what)
{
    rule_require(rule_locks_held == 0, "rtos/up-call-with-mutex", "locks across up-calls",
                 "%s with a mutex held: the stack may send from inside", what);
}
