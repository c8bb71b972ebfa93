/* sys/atomic.h: atomic_ops(3), membar_ops(3). */
#ifndef MOCK_SYS_ATOMIC_H
#define MOCK_SYS_ATOMIC_H

#include <sys/param.h>

static inline void atomic_or_uint(volatile unsigned int *word, unsigned int bits)
{
    __atomic_fetch_or(word, bits, __ATOMIC_SEQ_CST);
}

static inline unsigned int atomic_swap_uint(volatile unsigned int *word, unsigned int value)
{
    return __atomic_exchange_n(word, value, __ATOMIC_SEQ_CST);
}

static inline void membar_consumer(void)
{
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
}

static inline void membar_producer(void)
{
    __atomic_thread_fence(__ATOMIC_RELEASE);
}

#endif
