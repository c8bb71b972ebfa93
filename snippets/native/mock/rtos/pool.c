/* Pools of fixed blocks, counted; a free block is watched, in the cache and behind it. */
#include "mock.h"

#include <stdio.h>
#include <string.h>

#include "memory.h"
#include "rule.h"

enum { MOST = 4, FREE = 0xdd, TAKEN = 0xde };

static struct rtos_pool *pools[MOST];
static int count;

void mock_pools_boot(void)
{
    count = 0;
}

static uint8_t *block_of(const struct rtos_pool *pool, uint32_t index)
{
    return pool->memory + (size_t)index * pool->block_bytes;
}

/* While it is free nobody writes to it, neither the CPU nor the device. */
static void poison(uint8_t *block, uint32_t bytes)
{
    memset(block, FREE, bytes);
    if (mock_is_dma(block, bytes))
        rtos_cache_clean(block, bytes);
}

static void add(struct rtos_pool *pool)
{
    int i;

    for (i = 0; i < count; i++)
        if (pools[i] == pool)
            return;
    rule_require(count < MOST, "rtos/pools", "mock", "more than %d pools", MOST);
    pools[count++] = pool;
}

int rtos_pool_init(struct rtos_pool *pool, void *memory, uint32_t block_bytes, uint32_t blocks)
{
    uint32_t i;

    mock_call("rtos_pool_init");
    if (blocks == 0 || blocks > RTOS_MOST_BLOCKS || block_bytes % sizeof(void *) != 0 ||
        (uintptr_t)memory % sizeof(void *) != 0)
        return RTOS_INVALID;
    if (memory_may_fail("rtos_pool_init"))
        return RTOS_NO_MEMORY;
    add(pool);
    *pool = (struct rtos_pool){memory, block_bytes, blocks, blocks, blocks, {0}};
    for (i = 0; i < blocks; i++)
        poison(block_of(pool, i), block_bytes);
    return RTOS_OK;
}

static void check_unused(const uint8_t *block, uint32_t bytes)
{
    uint8_t memory[4096];
    uint32_t i;

    mock_memory_read(block, memory, bytes);
    for (i = 0; i < bytes; i++) {
        rule_require(block[i] == FREE, "rtos/block-used-after-put", "pools",
                     "byte %u of a free block was written by the CPU", i);
        rule_require(memory[i] == FREE,
                     "rtos/block-written-by-device", "pools",
                     "byte %u of a free block was written by the device", i);
    }
}

static void *take(struct rtos_pool *pool)
{
    uint32_t i = 0;

    while (pool->taken[i])
        i++;
    pool->taken[i] = 1;
    if (--pool->available < pool->least)
        pool->least = pool->available;
    check_unused(block_of(pool, i), pool->block_bytes);
    memset(block_of(pool, i), TAKEN, pool->block_bytes); /* dirty lines, as of a last owner */
    return block_of(pool, i);
}

void *rtos_pool_get(struct rtos_pool *pool)
{
    mock_call("rtos_pool_get");
    if (pool->available == 0 || memory_may_fail("rtos_pool_get")) {
        mock_late();
        return NULL;
    }
    return take(pool);
}

void rtos_pool_put(struct rtos_pool *pool, void *block)
{
    size_t offset = (size_t)((uint8_t *)block - pool->memory);
    size_t index = offset / pool->block_bytes;

    mock_call("rtos_pool_put");
    rule_require((uint8_t *)block >= pool->memory && index < pool->blocks &&
                     offset % pool->block_bytes == 0,
                 "rtos/foreign-block", "pools", "what comes back is no block of this pool");
    rule_require(pool->taken[index], "rtos/block-put-twice", "pools",
                 "block %zu comes back, and is free already", index);
    pool->taken[index] = 0;
    pool->available++;
    poison(block, pool->block_bytes);
    mock_call_ends();
}

static int blocks_out(const struct rtos_pool *pool)
{
    uint32_t i;

    for (i = 0; i < pool->blocks; i++)
        if (!pool->taken[i])
            check_unused(block_of(pool, i), pool->block_bytes);
    return (int)(pool->blocks - pool->available);
}

int mock_pool_leaks(void)
{
    int i, out = 0;

    for (i = 0; i < count; i++)
        out += blocks_out(pools[i]);
    if (out)
        fprintf(stderr, "leak: %d blocks of pools\n", out);
    return out;
}
