/*
 * What the core asks of a small kernel: types, byte order, barriers. The rings lie in
 * memory that is never cached: two descriptors share a cache line, and the CPU's write of
 * one would write the device's other back to what it was. So no ring is ever synced.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <rtos/memory.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "dp_le64 is for little-endian CPUs"
#endif
#define dp_le64(value) (value)

#define dp_dma_rmb() rtos_barrier()
#define dp_dma_wmb() rtos_barrier()
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

/* Of the compiler's run time; there need not be a C library. */
void *memcpy(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);

/* Marks what this device or kernel cannot do; the register is exceptions.tsv. */
#define DP_PORTING_EXCEPTION(feature, reason) \
    _Static_assert(sizeof(feature) > 1 && sizeof(reason) > 1, "a feature and a reason")

#endif
