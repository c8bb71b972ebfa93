/*
 * bus_dma(9): tags, maps, loads, syncs. The device's view of memory is testbed/dma.h's, and
 * only a sync moves bytes between it and the CPU's: a loaded buffer is poison to the device
 * until PREWRITE, and old to the CPU until POSTREAD, also where COHERENT was hinted.
 */
#include <stdio.h>
#include <stdlib.h>

#include <machine/bus.h>
#include <sys/mbuf.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { MOST_PIECES = 64, PRE = BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE,
       POST = BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE };

struct bus_dma_tag {
    bus_size_t alignment, most, segment_most;
    int segments, maps;
};

struct piece {
    uint64_t address;
    uint8_t *memory, *seen; /* seen: what both sides have agreed on, of memory of the bus */
    size_t bytes;
};

struct bus_dmamap {
    bus_dma_tag_t tag;
    struct piece pieces[MOST_PIECES];
    struct mbuf *mbufs[MOST_PIECES];
    int count, before, after; /* before, after: directions synced since the load */
    bool loaded, of_memory;
};

static int tags, maps;

int bus_dma_tag_create(bus_dma_tag_t parent, bus_size_t alignment, bus_addr_t boundary,
                       bus_addr_t low, bus_addr_t high, bus_dma_filter_t *filter,
                       void *filter_argument, bus_size_t most, int segments,
                       bus_size_t segment_most, int flags, bus_dma_lock_t *lock,
                       void *lock_argument, bus_dma_tag_t *tag)
{
    (void)parent, (void)boundary, (void)low, (void)high, (void)filter, (void)filter_argument;
    (void)flags, (void)lock, (void)lock_argument;
    rule_require(alignment > 0 && (alignment & (alignment - 1)) == 0, "freebsd/tag-alignment",
                 "bus_dma(9)", "an alignment of %llu", (unsigned long long)alignment);
    rule_require(segments > 0 && segments <= MOST_PIECES, "freebsd/tag-segments", "bus_dma(9)",
                 "a tag of %d segments", segments);
    if (memory_may_fail("bus_dma_tag_create"))
        return ENOMEM;
    *tag = calloc(1, sizeof **tag);
    (*tag)->alignment = alignment;
    (*tag)->most = most;
    (*tag)->segment_most = segment_most;
    (*tag)->segments = segments;
    tags++;
    return 0;
}

int bus_dma_tag_destroy(bus_dma_tag_t tag)
{
    rule_require(tag->maps == 0, "freebsd/tag-with-maps", "bus_dma(9)",
                 "bus_dma_tag_destroy: %d maps still have it (EBUSY)", tag->maps);
    free(tag);
    tags--;
    return 0;
}

static bus_dmamap_t new_map(bus_dma_tag_t tag)
{
    bus_dmamap_t map = calloc(1, sizeof *map);

    map->tag = tag;
    tag->maps++;
    maps++;
    return map;
}

static void check_map(bus_dma_tag_t tag, bus_dmamap_t map, const char *call)
{
    rule_require(map && map->tag == tag, "freebsd/map-of-another-tag", "bus_dma(9)",
                 "%s: the map is not of this tag", call);
}

static void end_map(bus_dmamap_t map, const char *call)
{
    rule_require(!map->loaded, "freebsd/map-loaded", "bus_dma(9)", "%s of a loaded map", call);
    map->tag->maps--;
    maps--;
    free(map);
}

int bus_dmamap_create(bus_dma_tag_t tag, int flags, bus_dmamap_t *map)
{
    (void)flags;
    if (memory_may_fail("bus_dmamap_create"))
        return ENOMEM;
    *map = new_map(tag);
    return 0;
}

int bus_dmamap_destroy(bus_dma_tag_t tag, bus_dmamap_t map)
{
    check_map(tag, map, "bus_dmamap_destroy");
    rule_require(!map->of_memory, "freebsd/map-of-memory", "bus_dma(9)",
                 "bus_dmamap_destroy of a map that bus_dmamem_alloc made");
    end_map(map, "bus_dmamap_destroy");
    return 0;
}

int bus_dmamem_alloc(bus_dma_tag_t tag, void **memory, int flags, bus_dmamap_t *map)
{
    size_t bytes = (tag->most + tag->alignment - 1) / tag->alignment * tag->alignment;

    if ((flags & BUS_DMA_NOWAIT) == 0)
        mock_may_sleep("bus_dmamem_alloc(9) with BUS_DMA_WAITOK");
    if (memory_may_fail("bus_dmamem_alloc"))
        return ENOMEM;
    *memory = aligned_alloc(tag->alignment, bytes);
    memset(*memory, flags & BUS_DMA_ZERO ? 0 : 0xa5, bytes);
    *map = new_map(tag);
    (*map)->of_memory = true;
    return 0;
}

void bus_dmamem_free(bus_dma_tag_t tag, void *memory, bus_dmamap_t map)
{
    check_map(tag, map, "bus_dmamem_free");
    rule_require(map->of_memory, "freebsd/map-of-memory", "bus_dma(9)",
                 "bus_dmamem_free with a map that bus_dmamap_create made");
    end_map(map, "bus_dmamem_free");
    free(memory);
}

/* What a device that got no PREWRITE would read. */
static void poison(const struct piece *piece)
{
    uint8_t *nothing = malloc(piece->bytes);

    memset(nothing, 0xee, piece->bytes);
    dma_device_writes(piece->address, nothing, piece->bytes);
    free(nothing);
}

static void add_piece(bus_dmamap_t map, void *memory, size_t bytes)
{
    struct piece *piece = &map->pieces[map->count++];

    piece->memory = memory;
    piece->bytes = bytes;
    piece->address = dma_map(memory, bytes, DMA_BOTH);
    piece->seen = NULL;
    if (map->of_memory) {
        piece->seen = malloc(bytes);
        memcpy(piece->seen, memory, bytes);
    } else {
        poison(piece);
    }
}

static void begin_load(bus_dma_tag_t tag, bus_dmamap_t map, const char *call)
{
    check_map(tag, map, call);
    rule_require(!map->loaded, "freebsd/map-loaded", "bus_dma(9)", "%s of a loaded map", call);
    map->before = map->after = 0;
    map->count = 0;
}

int bus_dmamap_load(bus_dma_tag_t tag, bus_dmamap_t map, void *memory, bus_size_t bytes,
                    bus_dmamap_callback_t *callback, void *argument, int flags)
{
    bus_dma_segment_t segment;

    (void)flags;
    begin_load(tag, map, "bus_dmamap_load");
    if (bytes > tag->most || memory_may_fail("bus_dmamap_load")) {
        callback(argument, NULL, 0, bytes > tag->most ? EFBIG : ENOMEM);
        return bytes > tag->most ? EFBIG : ENOMEM;
    }
    add_piece(map, memory, bytes);
    map->loaded = true;
    segment.ds_addr = map->pieces[0].address;
    segment.ds_len = bytes;
    callback(argument, &segment, 1, 0);
    return 0;
}

static int segments_of(bus_dma_tag_t tag, const struct mbuf *m)
{
    int count = 0;

    for (; m; m = m->m_next)
        count += (int)(((bus_size_t)m->m_len + tag->segment_most - 1) / tag->segment_most);
    return count;
}

/* Splits one piece as the tag wants it. */
static int put_segments(bus_dma_tag_t tag, const struct piece *piece, bus_dma_segment_t *to)
{
    size_t done, part;
    int count = 0;

    for (done = 0; done < piece->bytes; done += part) {
        part = piece->bytes - done < tag->segment_most ? piece->bytes - done : tag->segment_most;
        to[count].ds_addr = piece->address + done;
        to[count++].ds_len = part;
    }
    return count;
}

int bus_dmamap_load_mbuf_sg(bus_dma_tag_t tag, bus_dmamap_t map, struct mbuf *m,
                            bus_dma_segment_t *segments, int *count, int flags)
{
    begin_load(tag, map, "bus_dmamap_load_mbuf_sg");
    rule_require(flags & BUS_DMA_NOWAIT, "freebsd/load-mbuf-waits", "bus_dma(9)",
                 "mbufs are loaded with BUS_DMA_NOWAIT only");
    rule_require(m->m_flags & M_PKTHDR, "freebsd/no-packet-header", "bus_dma(9)",
                 "bus_dmamap_load_mbuf_sg of an mbuf without packet header");
    if ((bus_size_t)m->m_pkthdr.len > tag->most)
        return EINVAL;
    if (segments_of(tag, m) > tag->segments)
        return EFBIG;
    if (memory_may_fail("bus_dmamap_load_mbuf_sg"))
        return ENOMEM;
    for (*count = 0; m; m = m->m_next) {
        if (m->m_len == 0)
            continue;
        map->mbufs[map->count] = m;
        mock_mbuf_map(m, 1);
        add_piece(map, m->m_data, (size_t)m->m_len);
        *count += put_segments(tag, &map->pieces[map->count - 1], segments + *count);
    }
    map->loaded = true;
    return 0;
}

/* Byte by byte, so that a line that both sides have written keeps both. */
static void from_device(struct piece *piece)
{
    uint8_t *now = malloc(piece->bytes);
    size_t i;

    dma_device_reads(piece->address, now, piece->bytes);
    for (i = 0; i < piece->bytes; i++)
        if (now[i] != piece->seen[i])
            piece->memory[i] = piece->seen[i] = now[i];
    free(now);
}

static void to_device(struct piece *piece)
{
    size_t i = 0, start;

    while (i < piece->bytes) {
        for (start = i; i < piece->bytes && piece->memory[i] != piece->seen[i]; i++)
            piece->seen[i] = piece->memory[i];
        if (i > start)
            dma_device_writes(piece->address + start, piece->memory + start, i - start);
        else
            i++;
    }
}

static void sync_piece(struct piece *piece, int operations)
{
    if (operations & BUS_DMASYNC_PREWRITE) {
        if (piece->seen)
            to_device(piece);
        else
            dma_sync_for_device(piece->address, piece->bytes);
    }
    if (operations & BUS_DMASYNC_POSTREAD) {
        if (piece->seen)
            from_device(piece);
        else
            dma_sync_for_cpu(piece->address, piece->bytes);
    }
}

static void check_sync(bus_dmamap_t map, int operations)
{
    rule_require(map->loaded, "freebsd/sync-unloaded", "bus_dma(9)",
                 "bus_dmamap_sync of a map that is not loaded");
    rule_require(!(operations & PRE) || !(operations & POST), "freebsd/sync-pre-and-post",
                 "bus_dma(9)", "PRE and POST operations in one call");
    rule_require(((operations & POST) >> 1 & ~map->before) == 0, "freebsd/post-without-pre",
                 "bus_dma(9)", "POST operations 0x%x after PRE operations 0x%x", operations,
                 (unsigned)map->before);
}

void bus_dmamap_sync(bus_dma_tag_t tag, bus_dmamap_t map, bus_dmasync_op_t operations)
{
    int i;

    check_map(tag, map, "bus_dmamap_sync");
    check_sync(map, operations);
    map->before |= operations & PRE;
    map->after = operations & PRE ? map->after & ~(operations << 1) : map->after | operations;
    for (i = 0; i < map->count; i++)
        sync_piece(&map->pieces[i], operations);
}

// tag::unload[]
void bus_dmamap_unload(bus_dma_tag_t tag, bus_dmamap_t map)
{
    int i;

    check_map(tag, map, "bus_dmamap_unload");
    rule_require(map->loaded, "freebsd/unload-unloaded", "bus_dma(9)",
                 "bus_dmamap_unload of a map that is not loaded");
    rule_require((map->before << 1 & ~map->after) == 0, "freebsd/unload-before-post",
                 "bus_dma(9)", "unloaded after PRE 0x%x with POST 0x%x only",
                 (unsigned)map->before, (unsigned)map->after);
    rule_require(!map->of_memory || !mock_device_is_running(), "freebsd/unload-while-running",
                 "bus_dma(9)", "a ring is unloaded while the device may write to it");
    for (i = 0; i < map->count; i++) {
        dma_unload(map->pieces[i].address);
        free(map->pieces[i].seen);
        if (map->mbufs[i])
            mock_mbuf_map(map->mbufs[i], -1);
        map->mbufs[i] = NULL;
    }
    map->loaded = false;
}
// end::unload[]

int mock_bus_dma_leaks(void)
{
    if (tags > 0 || maps > 0)
        fprintf(stderr, "leak: %d DMA tags, %d maps\n", tags, maps);
    return tags + maps;
}
