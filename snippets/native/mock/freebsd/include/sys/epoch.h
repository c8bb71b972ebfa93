/* sys/epoch.h: epoch(9), taskqueue(9). FreeBSD 15. */
#ifndef MOCK_SYS_EPOCH_H
#define MOCK_SYS_EPOCH_H

#include <sys/taskqueue.h>

/* The task runs in the network's epoch. */
#define NET_TASK_INIT(task, priority, function, context) \
    TASK_INIT_FLAGS(task, priority, function, context, TASK_NETWORK)

#endif
