/* sys/kmem.h: kmem(9). */
#ifndef MOCK_SYS_KMEM_H
#define MOCK_SYS_KMEM_H

#include <sys/systm.h>

typedef unsigned int km_flag_t;

#define KM_SLEEP 0x00000001
#define KM_NOSLEEP 0x00000002

void *kmem_alloc(size_t bytes, km_flag_t flags);
void *kmem_zalloc(size_t bytes, km_flag_t flags);
void kmem_free(void *memory, size_t bytes);  /* as many as were allocated */

#endif
