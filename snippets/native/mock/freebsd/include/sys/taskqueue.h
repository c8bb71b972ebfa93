/* sys/taskqueue.h, sys/_task.h: taskqueue(9). FreeBSD 15. */
#ifndef MOCK_SYS_TASKQUEUE_H
#define MOCK_SYS_TASKQUEUE_H

#include <sys/malloc.h>
#include <sys/priority.h>

#define TASK_ENQUEUED 0x1                    /* sys/_task.h */
#define TASK_NETWORK 0x4

typedef void task_fn_t(void *context, int pending);
typedef void (*taskqueue_enqueue_fn)(void *context);

struct taskqueue;

struct task {
    struct task *next; /* the mock's list */
    uint16_t ta_pending;
    uint8_t ta_priority, ta_flags;
    task_fn_t *ta_func;
    void *ta_context;
};

#define TASK_INIT_FLAGS(task, priority, function, context, flags) \
    mock_task_init(task, priority, function, context, flags)
#define TASK_INIT(task, priority, function, context) \
    TASK_INIT_FLAGS(task, priority, function, context, 0)
void mock_task_init(struct task *task, int priority, task_fn_t *function, void *context,
                    int flags);

struct taskqueue *taskqueue_create(const char *name, int flags, taskqueue_enqueue_fn enqueue,
                                   void *context);
struct taskqueue *taskqueue_create_fast(const char *name, int flags,
                                        taskqueue_enqueue_fn enqueue, void *context);
int taskqueue_start_threads(struct taskqueue **queue, int count, int priority,
                            const char *format, ...) __attribute__((format(printf, 4, 5)));
int taskqueue_enqueue(struct taskqueue *queue, struct task *task);
void taskqueue_drain(struct taskqueue *queue, struct task *task); /* sleeps */
void taskqueue_free(struct taskqueue *queue);
void taskqueue_thread_enqueue(void *context);

#endif
