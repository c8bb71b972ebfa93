/* What the core asks, for a program whose device is the model on the test bed's bus. */
#ifndef DP_OS_H
#define DP_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "dma.h"

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define dp_le64(value) ((uint64_t)(value))
#else
#define dp_le64(value) __builtin_bswap64(value)
#endif

/* Rings are coherent memory: what the CPU wrote is seen once a barrier is passed. */
#define dp_dma_rmb() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define dp_dma_wmb() dma_barrier()
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

#endif
