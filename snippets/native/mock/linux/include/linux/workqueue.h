/* linux/workqueue.h; Documentation/core-api/workqueue.rst */
#ifndef MOCK_LINUX_WORKQUEUE_H
#define MOCK_LINUX_WORKQUEUE_H

#include <linux/types.h>

struct work_struct;
typedef void (*work_func_t)(struct work_struct *work);

struct work_struct {
    work_func_t func;
};

struct delayed_work {
    struct work_struct work;
    bool pending, initialised; /* mock */
    u64 due;                   /* mock */
    struct delayed_work *next; /* mock */
};

void mock_init_delayed_work(struct delayed_work *work, work_func_t function);
#define INIT_DELAYED_WORK(work, function) mock_init_delayed_work(work, function)

bool schedule_delayed_work(struct delayed_work *dwork, unsigned long delay);
bool cancel_delayed_work_sync(struct delayed_work *dwork);

static inline struct delayed_work *to_delayed_work(struct work_struct *work)
{
    return container_of(work, struct delayed_work, work);
}

#endif
