/* sys/malloc.h: malloc(9). FreeBSD 15. */
#ifndef MOCK_SYS_MALLOC_H
#define MOCK_SYS_MALLOC_H

#include <sys/systm.h>

#define M_NOWAIT 0x0001                      /* may give NULL */
#define M_WAITOK 0x0002                      /* may sleep, never gives NULL */
#define M_ZERO 0x0100

struct malloc_type { /* as the mock needs it */
    const char *name;
};

extern struct malloc_type M_DEVBUF[1];

void *mock_malloc(size_t bytes, struct malloc_type *type, int flags);
void mock_free(void *memory, struct malloc_type *type);
#define malloc(bytes, type, flags) mock_malloc(bytes, type, flags)
#define free(memory, type) mock_free(memory, type)

#endif
