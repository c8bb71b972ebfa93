/* sys/callout.h: callout(9). */
#ifndef MOCK_SYS_CALLOUT_H
#define MOCK_SYS_CALLOUT_H

#include <sys/mutex.h>

#define CALLOUT_MPSAFE 0x0100

typedef struct callout {
    struct callout *next;              /* mock */
    void (*function)(void *);          /* mock */
    void *argument;                    /* mock */
    int due;                           /* mock */
    bool initialised, pending, called; /* mock: called: it runs, and waits for a lock */
} callout_t;

void callout_init(callout_t *callout, u_int flags);
void callout_setfunc(callout_t *callout, void (*function)(void *), void *argument);
void callout_schedule(callout_t *callout, int ticks);
bool callout_stop(callout_t *callout);       /* does not wait */
bool callout_halt(callout_t *callout, void *interlock); /* waits until it is done */
void callout_destroy(callout_t *callout);    /* of one that is halted */

#endif
