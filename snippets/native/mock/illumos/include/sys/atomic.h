/* sys/atomic.h: membar_ops(9F). illumos 2020-11. */
#ifndef MOCK_SYS_ATOMIC_H
#define MOCK_SYS_ATOMIC_H

void membar_producer(void); /* membar_ops(9F) */
void membar_consumer(void); /* membar_ops(9F) */

#endif
