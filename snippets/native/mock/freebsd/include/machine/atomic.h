/* machine/atomic.h: atomic(9). FreeBSD 15. */
#ifndef MOCK_MACHINE_ATOMIC_H
#define MOCK_MACHINE_ATOMIC_H

#include <sys/types.h>

static inline void atomic_thread_fence_acq(void)
{
    __atomic_thread_fence(__ATOMIC_ACQUIRE);
}

static inline void atomic_thread_fence_rel(void)
{
    __atomic_thread_fence(__ATOMIC_RELEASE);
}

static inline void atomic_set_int(volatile u_int *bits, u_int more)
{
    __atomic_fetch_or(bits, more, __ATOMIC_SEQ_CST);
}

static inline u_int atomic_readandclear_int(volatile u_int *bits)
{
    return __atomic_exchange_n(bits, 0, __ATOMIC_SEQ_CST);
}

#endif
