#include "dma.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "rule.h"

enum { PAGE = 4096 };

struct mapping {
    struct mapping *next;
    uint64_t address;
    size_t bytes;
    uint8_t *cpu, *device, *published; /* published: the CPU's bytes that are visible */
    enum dma_direction direction;
    bool coherent;
    const char *what;
};

static struct mapping *mappings;
static uint64_t next_address = 0x400000000u;
static int faults;

static struct mapping *add(void *cpu, size_t bytes, enum dma_direction direction, bool coherent)
{
    struct mapping *mapping = calloc(1, sizeof *mapping);

    /* Same offset in the page as the CPU's, a hole behind: an overrun hits nothing. */
    mapping->address = next_address + ((uintptr_t)cpu & (PAGE - 1));
    next_address += ((bytes + 2 * PAGE - 1) / PAGE + 1) * PAGE;
    mapping->bytes = bytes;
    mapping->cpu = cpu;
    mapping->device = malloc(bytes);
    memcpy(mapping->device, cpu, bytes);
    mapping->direction = direction;
    mapping->coherent = coherent;
    mapping->next = mappings;
    mappings = mapping;
    return mapping;
}

static void end(struct mapping *mapping)
{
    struct mapping **link = &mappings;

    while (*link != mapping)
        link = &(*link)->next;
    *link = mapping->next;
    free(mapping->device);
    free(mapping->published);
    free(mapping);
}

/* The mapping that holds all of a range, or NULL. */
static struct mapping *at(uint64_t address, size_t bytes)
{
    struct mapping *mapping = mappings;

    for (; mapping; mapping = mapping->next)
        if (address >= mapping->address && address - mapping->address <= mapping->bytes &&
            bytes <= mapping->bytes - (address - mapping->address))
            return mapping;
    return NULL;
}

static struct mapping *starting(uint64_t address, const char *what)
{
    struct mapping *mapping = mappings;

    while (mapping && mapping->address != address)
        mapping = mapping->next;
    rule_require(mapping, "dma/not-mapped", "DMA API of every kernel",
                 "%s of 0x%llx, which is not mapped",
                 what, (unsigned long long)address);
    return mapping;
}

void *dma_coherent_take(size_t bytes, uint64_t *address, const char *what)
{
    struct mapping *mapping;
    void *memory;

    if (memory_may_fail(what))
        return NULL;
    memory = aligned_alloc(PAGE, (bytes + PAGE - 1) / PAGE * PAGE);
    memset(memory, 0, bytes);
    mapping = add(memory, bytes, DMA_BOTH, true);
    mapping->published = calloc(1, bytes);
    mapping->what = what;
    *address = mapping->address;
    return memory;
}

void dma_coherent_give(void *memory, uint64_t address)
{
    struct mapping *mapping = starting(address, "free");

    rule_require(mapping->coherent && mapping->cpu == memory, "dma/wrong-free",
                 "DMA API of every kernel", "address and memory are not of one allocation");
    end(mapping);
    free(memory);
}

static void publish(struct mapping *mapping)
{
    size_t i;

    for (i = 0; i < mapping->bytes; i++)
        if (mapping->cpu[i] != mapping->published[i])
            mapping->device[i] = mapping->published[i] = mapping->cpu[i];
}

void dma_barrier(void)
{
    struct mapping *mapping = mappings;

    for (; mapping; mapping = mapping->next)
        if (mapping->coherent)
            publish(mapping);
}

uint64_t dma_map(void *memory, size_t bytes, enum dma_direction direction)
{
    return add(memory, bytes, direction, false)->address;
}

void dma_unmap(uint64_t address, size_t bytes, enum dma_direction direction)
{
    struct mapping *mapping = starting(address, "unmap");

    rule_require(mapping->bytes == bytes, "dma/unmap-size", "Linux dma-api.rst",
                 "unmaps %zu bytes of a mapping of %zu", bytes, mapping->bytes);
    rule_require(mapping->direction == direction, "dma/unmap-direction", "Linux dma-api.rst",
                 "unmaps in another direction than it was mapped");
    if (direction & DMA_WRITE_BY_DEVICE)
        memcpy(mapping->cpu, mapping->device, bytes);
    end(mapping);
}

void dma_unload(uint64_t address)
{
    end(starting(address, "unload"));
}

static struct mapping *live(uint64_t address, size_t bytes, const char *what)
{
    struct mapping *mapping = at(address, bytes);

    rule_require(mapping, "dma/sync-not-mapped", "DMA API of every kernel",
                 "%s of 0x%llx, %zu bytes, outside any mapping", what,
                 (unsigned long long)address, bytes);
    return mapping;
}

void dma_sync_for_device(uint64_t address, size_t bytes)
{
    struct mapping *mapping = live(address, bytes, "sync for the device");
    size_t offset = address - mapping->address;

    if (mapping->coherent)
        publish(mapping);
    else
        memcpy(mapping->device + offset, mapping->cpu + offset, bytes);
}

void dma_sync_for_cpu(uint64_t address, size_t bytes)
{
    struct mapping *mapping = live(address, bytes, "sync for the CPU");
    size_t offset = address - mapping->address;

    if (!mapping->coherent)
        memcpy(mapping->cpu + offset, mapping->device + offset, bytes);
}

static struct mapping *reachable(uint64_t address, size_t bytes, enum dma_direction access)
{
    struct mapping *mapping = at(address, bytes);
    bool allowed = mapping && (mapping->direction & access);

    if (allowed)
        return mapping;
    faults++;
    fprintf(stderr, "DMA fault: the device %s 0x%llx, %zu bytes: %s\n",
            access == DMA_READ_BY_DEVICE ? "reads" : "writes", (unsigned long long)address,
            bytes, mapping ? "mapped for the other direction" : "not mapped");
    return NULL;
}

bool dma_device_reads(uint64_t address, void *to, size_t bytes)
{
    struct mapping *mapping = reachable(address, bytes, DMA_READ_BY_DEVICE);

    if (mapping)
        memcpy(to, mapping->device + (address - mapping->address), bytes);
    return mapping != NULL;
}

bool dma_device_writes(uint64_t address, const void *from, size_t bytes)
{
    struct mapping *mapping = reachable(address, bytes, DMA_WRITE_BY_DEVICE);
    size_t offset;

    if (!mapping)
        return false;
    offset = address - mapping->address;
    memcpy(mapping->device + offset, from, bytes);
    if (mapping->coherent) {
        memcpy(mapping->cpu + offset, from, bytes);
        memcpy(mapping->published + offset, from, bytes);
    }
    return true;
}

int dma_leaks(void)
{
    const struct mapping *mapping = mappings;
    int count = 0;

    for (; mapping; mapping = mapping->next, count++)
        fprintf(stderr, "leak: %s of %zu bytes\n",
                mapping->coherent ? mapping->what : "a DMA mapping", mapping->bytes);
    return count;
}

int dma_faults(void)
{
    return faults;
}
