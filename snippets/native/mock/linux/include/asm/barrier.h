/* asm/barrier.h; meaning: Documentation/memory-barriers.txt */
#ifndef MOCK_ASM_BARRIER_H
#define MOCK_ASM_BARRIER_H

#include "dma.h"

#define dma_rmb() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define dma_wmb() dma_barrier()

#endif
