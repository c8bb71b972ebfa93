/*
 * Memory of a small system: pools of fixed blocks, a data cache that no hardware keeps
 * coherent with the bus, and sections of the linker script. The line of 32 bytes is that
 * of a Cortex-M7.
 */
#ifndef RTOS_MEMORY_H
#define RTOS_MEMORY_H

#include <rtos/kernel.h>

enum { RTOS_CACHE_LINE = 32, RTOS_MOST_BLOCKS = 256 };

/* Where the device reaches memory: cached, or never cached by the memory protection unit. */
#define RTOS_DMA __attribute__((section("rtos_dma"), aligned(RTOS_CACHE_LINE)))
#define RTOS_UNCACHED __attribute__((section("rtos_uncached"), aligned(128)))

typedef uint64_t rtos_bus_address; /* upper half 0 where addresses have 32 bits */

/* Where the device finds memory of one of these sections. */
rtos_bus_address rtos_bus_address_of(const volatile void *memory);

/* Writes what the CPU wrote out to memory; works on all lines that the range touches. */
void rtos_cache_clean(const void *memory, size_t bytes);

/*
 * Forgets what the cache holds, so that the next read comes from memory. Whole lines only:
 * what else the CPU wrote to the first and last line would be lost (zephyr/cache.h).
 */
void rtos_cache_invalidate(void *memory, size_t bytes);

/* All accesses before it are done before any after it, also as the device sees them (DSB). */
void rtos_barrier(void);

/* A pool: blocks of one size, each taken or free. Tasks only; neither call waits. */
struct rtos_pool {
    uint8_t *memory;
    uint32_t block_bytes, blocks, available, least; /* least: ever available */
    uint8_t taken[RTOS_MOST_BLOCKS];
};

int rtos_pool_init(struct rtos_pool *pool, void *memory, uint32_t block_bytes, uint32_t blocks);
void *rtos_pool_get(struct rtos_pool *pool); /* NULL: none is free */
void rtos_pool_put(struct rtos_pool *pool, void *block);

#endif
