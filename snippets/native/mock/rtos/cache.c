/*
 * Memory as CPU and device see it. A cached line reaches the device when it is cleaned, or
 * when the cache happens to write it back: that is after the device moved, the worst
 * moment. The CPU sees what the device wrote when it invalidates. Memory that is not cached
 * waits in the write buffer until a barrier.
 */
#include "mock.h"

#include <stdlib.h>
#include <string.h>

#include "dma.h"
#include "rule.h"

/* The linker's names for the two sections, from any file; each has something in it. */
static RTOS_DMA uint8_t some_cached __attribute__((used));
static RTOS_UNCACHED uint8_t some_uncached __attribute__((used));
extern uint8_t __start_rtos_dma[], __stop_rtos_dma[];
extern uint8_t __start_rtos_uncached[], __stop_rtos_uncached[];

static struct region {
    uint8_t *start;
    size_t bytes;
    uint64_t address;
    uint8_t *known; /* what cache or write buffer have brought to the device, or from it */
} cached, uncached;

static void map(struct region *region, uint8_t *start, const uint8_t *end)
{
    region->start = start;
    region->bytes = (size_t)(end - start);
    region->address = dma_map(start, region->bytes, DMA_BOTH);
    region->known = malloc(region->bytes);
    memcpy(region->known, start, region->bytes);
}

static void unmap(struct region *region)
{
    dma_unload(region->address);
    free(region->known);
}

void mock_cache_boot(void)
{
    map(&cached, __start_rtos_dma, __stop_rtos_dma);
    map(&uncached, __start_rtos_uncached, __stop_rtos_uncached);
}

void mock_cache_off(void)
{
    unmap(&cached);
    unmap(&uncached);
}

static bool is_in(const struct region *region, const volatile void *memory, size_t bytes)
{
    uintptr_t at = (uintptr_t)memory - (uintptr_t)region->start;

    return (uintptr_t)memory >= (uintptr_t)region->start && at + bytes <= region->bytes;
}

bool mock_is_dma(const void *memory, size_t bytes)
{
    return is_in(&cached, memory, bytes);
}

static const struct region *region_of(const volatile void *memory)
{
    return is_in(&cached, memory, 1) ? &cached : is_in(&uncached, memory, 1) ? &uncached : NULL;
}

rtos_bus_address rtos_bus_address_of(const volatile void *memory)
{
    const struct region *region = region_of(memory);

    rule_require(region, "rtos/not-dma-memory", "the linker script",
                 "the device does not reach this memory");
    return region->address + ((uintptr_t)memory - (uintptr_t)region->start);
}

void mock_memory_read(const void *memory, void *copy, size_t bytes)
{
    if (mock_is_dma(memory, bytes))
        (void)dma_device_reads(rtos_bus_address_of(memory), copy, bytes);
    else
        memcpy(copy, memory, bytes);
}

/* Offset of the first line of a range; *end: of the first behind it. */
static size_t lines(const void *memory, size_t bytes, size_t *end)
{
    size_t offset = (size_t)((const uint8_t *)memory - cached.start);

    rule_require(mock_is_dma(memory, bytes), "rtos/not-cached", "the linker script",
                 "cache maintenance of memory that no device reaches");
    *end = (offset + bytes + RTOS_CACHE_LINE - 1) / RTOS_CACHE_LINE * RTOS_CACHE_LINE;
    return offset / RTOS_CACHE_LINE * RTOS_CACHE_LINE;
}

static void write_back(size_t offset, size_t bytes)
{
    dma_sync_for_device(cached.address + offset, bytes);
    memcpy(cached.known + offset, cached.start + offset, bytes);
}

void rtos_cache_clean(const void *memory, size_t bytes)
{
    size_t end, offset = lines(memory, bytes, &end);

    write_back(offset, end - offset);
}

void rtos_cache_invalidate(void *memory, size_t bytes)
{
    size_t end, offset = lines(memory, bytes, &end);

    rule_require((size_t)((uint8_t *)memory - cached.start) == offset &&
                     bytes % RTOS_CACHE_LINE == 0,
                 "rtos/invalidate-part-of-line", "zephyr/cache.h, sys_cache_data_invd_range",
                 "%zu bytes at %zu of a line: what else is in it is lost", bytes,
                 (size_t)((uint8_t *)memory - cached.start) % RTOS_CACHE_LINE);
    dma_sync_for_cpu(cached.address + offset, end - offset);
    memcpy(cached.known + offset, cached.start + offset, end - offset);
}

void mock_cache_evict(void)
{
    size_t at;

    for (at = 0; at < cached.bytes; at += RTOS_CACHE_LINE)
        if (memcmp(cached.start + at, cached.known + at, RTOS_CACHE_LINE) != 0)
            write_back(at, RTOS_CACHE_LINE);
}

bool mock_write_buffer_is_empty(void)
{
    return memcmp(uncached.start, uncached.known, uncached.bytes) == 0;
}

void rtos_barrier(void)
{
    size_t at;

    if (mock_write_buffer_is_empty())
        return;
    for (at = 0; at < uncached.bytes; at++) {
        if (uncached.start[at] == uncached.known[at])
            continue;
        uncached.known[at] = uncached.start[at];
        dma_sync_for_device(uncached.address + at, 1);
    }
}

void mock_uncached_pull(void)
{
    uint8_t *now = malloc(uncached.bytes);
    size_t at;

    (void)dma_device_reads(uncached.address, now, uncached.bytes);
    for (at = 0; at < uncached.bytes; at++)
        if (now[at] != uncached.known[at])
            uncached.start[at] = uncached.known[at] = now[at];
    free(now);
}
