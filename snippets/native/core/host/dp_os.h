/*
 * What the core asks of its surroundings, for a program in user space: tests and
 * benchmarks. Each adapter has a file of this name, with its kernel's own types,
 * barriers and syncs; the core includes it and nothing else.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Descriptors are little-endian on every CPU. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define dp_le64(value) ((uint64_t)(value))
#else
#define dp_le64(value) __builtin_bswap64(value)
#endif

/* Loads after it do not pass loads before it (dma_rmb); stores likewise (dma_wmb). */
#define dp_dma_rmb() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define dp_dma_wmb() __atomic_thread_fence(__ATOMIC_RELEASE)

/* Memory is coherent here: nothing to do before or after a look at the slots. */
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

#endif
