/* sys/buf_ring.h: buf_ring(9). FreeBSD 15. */
#ifndef MOCK_SYS_BUF_RING_H
#define MOCK_SYS_BUF_RING_H

#include <sys/malloc.h>
#include <sys/mutex.h>

struct buf_ring;

struct buf_ring *buf_ring_alloc(int count, struct malloc_type *type, int flags,
                                struct mtx *mutex);
void buf_ring_free(struct buf_ring *ring, struct malloc_type *type);

#endif
