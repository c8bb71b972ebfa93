/* sys/mutex.h: mutex(9). FreeBSD 15. */
#ifndef MOCK_SYS_MUTEX_H
#define MOCK_SYS_MUTEX_H

#include <sys/lock.h>

#define MTX_DEF 0x00000000                   /* sleeps for its owner: not in a filter */
#define MTX_NETWORK_LOCK "network driver"
#define MA_OWNED 0x04                        /* mtx_assert */
#define MA_NOTOWNED 0x00

struct mtx { /* as the mock needs it */
    const char *name;
    bool initialised, held;
};

void mtx_init(struct mtx *mutex, const char *name, const char *type, int options);
void mtx_destroy(struct mtx *mutex);
void mtx_lock(struct mtx *mutex);
void mtx_unlock(struct mtx *mutex);
int mtx_trylock(struct mtx *mutex);
void mtx_assert(const struct mtx *mutex, int what);

#endif
