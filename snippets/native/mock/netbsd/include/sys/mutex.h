/* sys/mutex.h: mutex(9). */
#ifndef MOCK_SYS_MUTEX_H
#define MOCK_SYS_MUTEX_H

#include <sys/intr.h>

/* Up to IPL_SOFTSERIAL mutex_init makes an adaptive mutex, above a spin mutex. */
typedef struct kmutex {
    int ipl;                /* mock */
    bool initialised, held; /* mock */
} kmutex_t;

typedef enum kmutex_type_t {
    MUTEX_SPIN = 0,
    MUTEX_ADAPTIVE = 1,
    MUTEX_DEFAULT = 2
} kmutex_type_t;

void mutex_init(kmutex_t *mutex, kmutex_type_t type, int ipl);
void mutex_destroy(kmutex_t *mutex);
void mutex_enter(kmutex_t *mutex);
void mutex_exit(kmutex_t *mutex);
int mutex_tryenter(kmutex_t *mutex);
#if __NetBSD_Version__ >= 1000000000
int mutex_owned(const kmutex_t *mutex);
#else
int mutex_owned(kmutex_t *mutex);
#endif

#endif
