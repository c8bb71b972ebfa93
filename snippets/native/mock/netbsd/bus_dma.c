/*
 * bus_dma(9): maps, loads, syncs of a range. The device's view of memory is testbed/dma.h's,
 * and only a sync moves bytes between it and the CPU's: a loaded buffer is poison to the
 * device until PREWRITE, and old to the CPU until POSTREAD, also where COHERENT was hinted.
 */
#include <stdio.h>
#include <stdlib.h>

#include <sys/mbuf.h>

#include "bus_memory.h"
#include "dma.h"
#include "memory.h"
#include "rule.h"

enum { PRE = BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE,
       POST = BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE,
       READS = BUS_DMASYNC_PREREAD | BUS_DMASYNC_POSTREAD,
       WRITES = BUS_DMASYNC_PREWRITE | BUS_DMASYNC_POSTWRITE };

struct piece {
    uint64_t address;
    uint8_t *memory, *seen; /* seen: what both sides have agreed on, of memory of the bus */
    size_t bytes;
};

struct mock_map {
    bus_dma_tag_t tag;
    bus_size_t most;
    int segments, flags;
    struct piece pieces[MOCK_SEGMENTS];
    struct mbuf *mbufs[MOCK_SEGMENTS];
    int count, before, after; /* before, after: directions synced since the load */
    bool loaded;
};

static int maps;

int bus_dmamap_create(bus_dma_tag_t tag, bus_size_t size, int segments, bus_size_t largest,
                      bus_size_t boundary, int flags, bus_dmamap_t *map)
{
    (void)boundary;
    if ((flags & BUS_DMA_NOWAIT) == 0)
        mock_may_sleep("bus_dmamap_create(9) with BUS_DMA_WAITOK");
    rule_require(segments > 0 && segments <= MOCK_SEGMENTS && largest > 0 && size > 0,
                 "netbsd/map-limits", "bus_dma(9)", "a map of %d segments of %zu bytes",
                 segments, (size_t)largest);
    if (memory_may_fail("bus_dmamap_create"))
        return ENOMEM;
    *map = calloc(1, sizeof **map);
    (*map)->dm_maxsegsz = largest;
    (*map)->mock = calloc(1, sizeof *(*map)->mock);
    (*map)->mock->tag = tag;
    (*map)->mock->most = size;
    (*map)->mock->segments = segments;
    maps++;
    return 0;
}

static void check_map(bus_dma_tag_t tag, bus_dmamap_t map, const char *call)
{
    rule_require(map && map->mock->tag == tag, "netbsd/map-of-another-tag", "bus_dma(9)",
                 "%s: the map is not of this tag", call);
}

void bus_dmamap_destroy(bus_dma_tag_t tag, bus_dmamap_t map)
{
    check_map(tag, map, "bus_dmamap_destroy");
    if (map->mock->loaded)
        bus_dmamap_unload(tag, map); /* so the manual page says; its rules hold here too */
    maps--;
    free(map->mock);
    free(map);
}

static enum dma_direction direction(int flags)
{
    return flags & BUS_DMA_READ ? DMA_WRITE_BY_DEVICE
           : flags & BUS_DMA_WRITE ? DMA_READ_BY_DEVICE
                                   : DMA_BOTH;
}

/* The device's view starts as poison: what it would read without PREWRITE. */
static uint64_t map_poisoned(void *memory, size_t bytes, int flags)
{
    uint8_t *kept = malloc(bytes);
    uint64_t address;

    memcpy(kept, memory, bytes);
    memset(memory, 0xee, bytes);
    address = dma_map(memory, bytes, direction(flags));
    memcpy(memory, kept, bytes);
    free(kept);
    return address;
}

static void put_segments(bus_dmamap_t map, const struct piece *piece)
{
    size_t done, part;

    for (done = 0; done < piece->bytes; done += part) {
        bus_dma_segment_t *segment = &map->dm_segs[map->dm_nsegs++];

        part = piece->bytes - done;
        part = part < map->dm_maxsegsz ? part : map->dm_maxsegsz;
        segment->ds_addr = piece->address + done;
        segment->ds_len = part;
    }
    map->dm_mapsize += piece->bytes;
}

static void add_piece(bus_dmamap_t map, void *memory, size_t bytes)
{
    struct mock_map *mock = map->mock;
    struct piece *piece = &mock->pieces[mock->count++];

    piece->memory = memory;
    piece->bytes = bytes;
    piece->seen = NULL;
    if (mock_is_bus_memory(memory)) {
        piece->address = dma_map(memory, bytes, DMA_BOTH);
        piece->seen = malloc(bytes);
        memcpy(piece->seen, memory, bytes);
        mock_use_bus_memory(memory, 1);
    } else {
        piece->address = map_poisoned(memory, bytes, mock->flags);
    }
    put_segments(map, piece);
}

static void begin_load(bus_dma_tag_t tag, bus_dmamap_t map, int flags, const char *call)
{
    check_map(tag, map, call);
    rule_require(!map->mock->loaded, "netbsd/map-loaded", "bus_dma(9)", "%s of a loaded map",
                 call);
    rule_require((flags & (BUS_DMA_READ | BUS_DMA_WRITE)) != (BUS_DMA_READ | BUS_DMA_WRITE),
                 "netbsd/load-flags", "bus_dma(9)", "%s: READ only and WRITE only", call);
    if ((flags & BUS_DMA_NOWAIT) == 0)
        mock_may_sleep("bus_dmamap_load(9) with BUS_DMA_WAITOK");
    map->mock->flags = flags;
    map->mock->before = map->mock->after = map->mock->count = 0;
    map->dm_nsegs = 0;
    map->dm_mapsize = 0;
}

int bus_dmamap_load(bus_dma_tag_t tag, bus_dmamap_t map, void *memory, bus_size_t bytes,
                    struct proc *process, int flags)
{
    (void)process;
    begin_load(tag, map, flags, "bus_dmamap_load");
    if (bytes > map->mock->most)
        return EINVAL;
    if ((bytes + map->dm_maxsegsz - 1) / map->dm_maxsegsz > (bus_size_t)map->mock->segments)
        return EFBIG;
    if (memory_may_fail("bus_dmamap_load"))
        return ENOMEM;
    add_piece(map, memory, bytes);
    map->mock->loaded = true;
    return 0;
}

static int segments_of(bus_dmamap_t map, const struct mbuf *m)
{
    int count = 0;

    for (; m; m = m->m_next)
        count += (int)(((bus_size_t)m->m_len + map->dm_maxsegsz - 1) / map->dm_maxsegsz);
    return count;
}

int bus_dmamap_load_mbuf(bus_dma_tag_t tag, bus_dmamap_t map, struct mbuf *m, int flags)
{
    struct mock_map *mock = map->mock;

    begin_load(tag, map, flags, "bus_dmamap_load_mbuf");
    rule_require(m->m_flags & M_PKTHDR, "netbsd/no-packet-header", "bus_dma(9)",
                 "bus_dmamap_load_mbuf of an mbuf without packet header");
    if ((bus_size_t)m->m_pkthdr.len > mock->most)
        return EINVAL;
    if (segments_of(map, m) > mock->segments)
        return EFBIG;
    if (memory_may_fail("bus_dmamap_load_mbuf"))
        return ENOMEM;
    for (; m; m = m->m_next) {
        if (m->m_len == 0)
            continue;
        rule_require(m->m_len <= mock_mbuf_room(m), "netbsd/mbuf-too-long", "mbuf(9)",
                     "an mbuf says %d bytes and has storage for %d", m->m_len,
                     mock_mbuf_room(m));
        mock->mbufs[mock->count] = m;
        mock_mbuf_map(m, 1);
        add_piece(map, m->m_data, (size_t)m->m_len);
    }
    mock->loaded = true;
    return 0;
}

/* Byte by byte, so that a line that both sides have written keeps both. */
static void from_device(struct piece *piece, size_t first, size_t end)
{
    uint8_t *now = malloc(piece->bytes);
    size_t i;

    dma_device_reads(piece->address, now, piece->bytes);
    for (i = first; i < end; i++)
        if (now[i] != piece->seen[i])
            piece->memory[i] = piece->seen[i] = now[i];
    free(now);
}

static void to_device(struct piece *piece, size_t first, size_t end)
{
    size_t i = first, start;

    while (i < end) {
        for (start = i; i < end && piece->memory[i] != piece->seen[i]; i++)
            piece->seen[i] = piece->memory[i];
        if (i > start)
            dma_device_writes(piece->address + start, piece->memory + start, i - start);
        else
            i++;
    }
}

static void sync_piece(struct piece *piece, size_t first, size_t end, int operations)
{
    if (operations & BUS_DMASYNC_PREWRITE) {
        if (piece->seen)
            to_device(piece, first, end);
        else
            dma_sync_for_device(piece->address + first, end - first);
    }
    if (operations & BUS_DMASYNC_POSTREAD) {
        if (piece->seen)
            from_device(piece, first, end);
        else
            dma_sync_for_cpu(piece->address + first, end - first);
    }
}

static void check_sync(bus_dmamap_t map, bus_addr_t offset, bus_size_t bytes, int operations)
{
    struct mock_map *mock = map->mock;

    rule_require(mock->loaded, "netbsd/sync-unloaded", "bus_dma(9)",
                 "bus_dmamap_sync of a map that is not loaded");
    rule_require(bytes > 0 && offset < map->dm_mapsize && bytes <= map->dm_mapsize - offset,
                 "netbsd/sync-range", "bus_dma(9)", "syncs %zu bytes at %zu of a mapping of %zu",
                 (size_t)bytes, (size_t)offset, (size_t)map->dm_mapsize);
    rule_require(!(operations & PRE) || !(operations & POST), "netbsd/sync-pre-and-post",
                 "bus_dma(9)", "PRE and POST operations in one call");
    rule_require(!(operations & READS) || !(mock->flags & BUS_DMA_WRITE), "netbsd/sync-direction",
                 "bus_dma(9)", "a READ operation on a map loaded with BUS_DMA_WRITE");
    rule_require(!(operations & WRITES) || !(mock->flags & BUS_DMA_READ), "netbsd/sync-direction",
                 "bus_dma(9)", "a WRITE operation on a map loaded with BUS_DMA_READ");
    rule_require(((operations & POST) >> 1 & ~mock->before) == 0, "netbsd/post-without-pre",
                 "bus_dma(9)", "POST operations 0x%x after PRE operations 0x%x",
                 (unsigned)operations, (unsigned)mock->before);
}

void bus_dmamap_sync(bus_dma_tag_t tag, bus_dmamap_t map, bus_addr_t offset, bus_size_t bytes,
                     int operations)
{
    struct mock_map *mock = map->mock;
    size_t start = 0;
    int i;

    check_map(tag, map, "bus_dmamap_sync");
    check_sync(map, offset, bytes, operations);
    mock->before |= operations & PRE;
    mock->after = operations & PRE ? mock->after & ~(operations << 1) : mock->after | operations;
    for (i = 0; i < mock->count; start += mock->pieces[i++].bytes) {
        struct piece *piece = &mock->pieces[i];
        size_t first = offset > start ? offset - start : 0;
        size_t end = offset + bytes - start;

        if (offset + bytes > start && first < piece->bytes)
            sync_piece(piece, first, end < piece->bytes ? end : piece->bytes, operations);
    }
}

static void check_unload(const struct mock_map *mock)
{
    rule_require(mock->loaded, "netbsd/unload-unloaded", "bus_dma(9)",
                 "bus_dmamap_unload of a map that is not loaded");
    rule_require((mock->before << 1 & ~mock->after) == 0, "netbsd/unload-before-post",
                 "bus_dma(9)", "unloaded after PRE 0x%x with POST 0x%x only",
                 (unsigned)mock->before, (unsigned)mock->after);
    rule_require(!mock->pieces[0].seen || !mock_device_is_running(),
                 "netbsd/unload-while-running", "bus_dma(9)",
                 "a ring is unloaded while the device may write to it");
}

void bus_dmamap_unload(bus_dma_tag_t tag, bus_dmamap_t map)
{
    struct mock_map *mock = map->mock;
    int i;

    check_map(tag, map, "bus_dmamap_unload");
    check_unload(mock);
    for (i = 0; i < mock->count; i++) {
        dma_unload(mock->pieces[i].address);
        if (mock->pieces[i].seen)
            mock_use_bus_memory(mock->pieces[i].memory, -1);
        free(mock->pieces[i].seen);
        if (mock->mbufs[i])
            mock_mbuf_map(mock->mbufs[i], -1);
        mock->mbufs[i] = NULL;
    }
    mock->loaded = false;
    map->dm_mapsize = 0;
    map->dm_nsegs = 0;
}

int mock_bus_dma_leaks(void)
{
    if (maps > 0)
        fprintf(stderr, "leak: %d DMA maps\n", maps);
    return maps + mock_bus_memory_leaks();
}
