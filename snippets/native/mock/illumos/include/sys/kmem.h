/* sys/kmem.h: kmem_alloc(9F). illumos 2020-11. */
#ifndef MOCK_SYS_KMEM_H
#define MOCK_SYS_KMEM_H

#include <sys/types.h>

#define KM_SLEEP 0x0000
#define KM_NOSLEEP 0x0001

void *kmem_alloc(size_t size, int flags);  /* kmem_alloc(9F) */
void *kmem_zalloc(size_t size, int flags); /* kmem_alloc(9F) */
void kmem_free(void *memory, size_t size); /* kmem_alloc(9F): with the size it was taken with */

#endif
