/*
 * What the core asks of Windows. Shared memory is coherent on x64 (NdisMAllocateSharedMemory),
 * so the slots need no flush; barriers are full ones, as the kernel has no lighter name.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <ndis.h>
#include <stdbool.h>
#include <string.h>

#define dp_le64(value) ((uint64_t)(value))
#define dp_dma_rmb() KeMemoryBarrier()
#define dp_dma_wmb() KeMemoryBarrier()
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

#endif
