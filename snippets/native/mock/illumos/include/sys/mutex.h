/* sys/mutex.h: mutex(9F). illumos 2020-11. */
#ifndef MOCK_SYS_MUTEX_H
#define MOCK_SYS_MUTEX_H

#include <sys/types.h>

typedef enum { MUTEX_ADAPTIVE = 0, MUTEX_SPIN = 1, MUTEX_DRIVER = 4 } kmutex_type_t;

typedef struct mutex {
    uint64_t mock_state; /* mock: known, held */
    void *mock_priority; /* mock: of the interrupts that may take it */
} kmutex_t;

void mutex_init(kmutex_t *mutex, char *name, kmutex_type_t type, void *priority); /* mutex(9F) */
void mutex_destroy(kmutex_t *mutex);   /* mutex(9F) */
void mutex_enter(kmutex_t *mutex);     /* mutex(9F) */
void mutex_exit(kmutex_t *mutex);      /* mutex(9F) */
int mutex_owned(const kmutex_t *mutex); /* mutex(9F) */

#define MUTEX_HELD(mutex) mutex_owned(mutex)

#endif
