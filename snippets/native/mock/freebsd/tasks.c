/* Task queues: taskqueue(9). A task that says it is the network's runs in its epoch. */
#include <sys/taskqueue.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"


struct taskqueue {
    struct taskqueue *next;
    const char *name;
    bool fast, started;
    struct task *first;
};

static struct taskqueue *taskqueues;

void mock_task_init(struct task *task, int priority, task_fn_t *function, void *context,
                    int flags)
{
    memset(task, 0, sizeof *task);
    task->ta_priority = (uint8_t)priority;
    task->ta_func = function;
    task->ta_context = context;
    task->ta_flags = (uint8_t)flags;
}

void taskqueue_thread_enqueue(void *context)
{
    (void)context;
}

static struct taskqueue *create(const char *name, int flags, taskqueue_enqueue_fn enqueue,
                                bool fast)
{
    struct taskqueue *queue;

    if (flags & M_WAITOK)
        mock_may_sleep("taskqueue_create with M_WAITOK");
    rule_require(enqueue == taskqueue_thread_enqueue, "freebsd/taskqueue-enqueue",
                 "taskqueue(9)", "%s: the enqueue function is taskqueue_thread_enqueue", name);
    queue = flags & M_WAITOK ? mock_take_surely(sizeof *queue, "taskqueue")
                             : memory_take(sizeof *queue, "taskqueue");
    if (!queue)
        return NULL;
    queue->name = name;
    queue->fast = fast;
    queue->next = taskqueues;
    taskqueues = queue;
    return queue;
}

struct taskqueue *taskqueue_create(const char *name, int flags, taskqueue_enqueue_fn enqueue,
                                   void *context)
{
    (void)context;
    return create(name, flags, enqueue, false);
}

struct taskqueue *taskqueue_create_fast(const char *name, int flags,
                                        taskqueue_enqueue_fn enqueue, void *context)
{
    (void)context;
    return create(name, flags, enqueue, true);
}

int taskqueue_start_threads(struct taskqueue **queue, int count, int priority,
                            const char *format, ...)
{
    (void)count;
    (void)priority;
    (void)format;
    mock_may_sleep("taskqueue_start_threads");
    if (memory_may_fail("threads of a taskqueue"))
        return ENOMEM;
    (*queue)->started = true;
    return 0;
}

static void check_queue(const struct taskqueue *wanted, const char *call)
{
    const struct taskqueue *queue = taskqueues;

    while (queue && queue != wanted)
        queue = queue->next;
    rule_require(queue, "freebsd/taskqueue-gone", "taskqueue(9)",
                 "%s of a queue that is not there: not made yet, or freed", call);
}

int taskqueue_enqueue(struct taskqueue *queue, struct task *task)
{
    struct task **link = &queue->first;

    check_queue(queue, "taskqueue_enqueue");
    rule_require(queue->fast || rule_context != CONTEXT_INTERRUPT, "freebsd/filter-needs-fast",
                 "taskqueue(9)", "a filter enqueues on %s, whose lock is no spin lock",
                 queue->name);
    rule_require(task->ta_func, "freebsd/task-not-initialised", "taskqueue(9)",
                 "a task without a function");
    if (task->ta_pending++ > 0)
        return 0;
    while (*link)
        link = &(*link)->next;
    task->next = NULL;
    *link = task;
    return 0;
}

static void run_first(struct taskqueue *queue)
{
    struct task *task = queue->first;
    int pending = task->ta_pending;
    bool net = task->ta_flags & TASK_NETWORK;

    queue->first = task->next;
    task->ta_pending = 0;
    if (net)
        mock_enter_epoch();
    task->ta_func(task->ta_context, pending);
    if (net)
        mock_exit_epoch();
    mock_check_returned("a task");
}

bool mock_run_tasks(void)
{
    struct taskqueue *queue = taskqueues;
    bool ran = false;

    for (; queue; queue = queue->next)
        if (queue->started && queue->first) {
            run_first(queue);
            ran = true;
        }
    return ran;
}

void taskqueue_drain(struct taskqueue *queue, struct task *task)
{
    check_queue(queue, "taskqueue_drain");
    mock_may_sleep("taskqueue_drain");
    while (queue->started && task->ta_pending > 0)
        run_first(queue);
}

void taskqueue_free(struct taskqueue *queue)
{
    struct taskqueue **link = &taskqueues;

    check_queue(queue, "taskqueue_free");
    mock_may_sleep("taskqueue_free");
    rule_require(!queue->first, "freebsd/task-pending", "taskqueue(9)",
                 "%s is freed with a task in it", queue->name);
    while (*link != queue)
        link = &(*link)->next;
    *link = queue->next;
    memory_give(queue, "taskqueue");
}
