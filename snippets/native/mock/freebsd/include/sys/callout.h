/* sys/callout.h: callout(9). FreeBSD 15. */
#ifndef MOCK_SYS_CALLOUT_H
#define MOCK_SYS_CALLOUT_H

#include <sys/mutex.h>

struct callout { /* as the mock needs it */
    struct callout *next;
    struct mtx *mutex;
    void (*function)(void *);
    void *argument;
    int due;
    bool pending, initialised;
};

void callout_init_mtx(struct callout *callout, struct mtx *mutex, int flags);
int callout_reset(struct callout *callout, int ticks_from_now, void (*function)(void *),
                  void *argument);
int callout_stop(struct callout *callout);
int callout_drain(struct callout *callout); /* sleeps; not with the mutex held */

#endif
