/*
 * ddi_dma_alloc_handle(9F) and all that is done with a handle. The device's view of memory is
 * testbed/dma.h's: a bind and an unbind sync by themselves, in between only ddi_dma_sync(9F)
 * moves bytes, also for DDI_DMA_CONSISTENT memory. Memory of the kernel is contiguous to the
 * CPU and not to the bus: a page, a cookie.
 */
#include <stdio.h>
#include <stdlib.h>

#include <sys/sunddi.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { PAGE = 4096, MOST_PIECES = 64 };

struct piece {
    uint64_t address;
    uint8_t *memory, *seen; /* seen: what both sides have agreed on */
    size_t bytes;
};

struct __ddi_dma_handle {
    ddi_dma_handle_t next;
    ddi_dma_attr_t attributes;
    uint8_t *memory; /* of ddi_dma_mem_alloc: as the attributes want it */
    size_t bytes;
    struct piece pieces[MOST_PIECES];
    ddi_dma_cookie_t cookies[MOST_PIECES];
    int count;
    uint_t direction;
    bool bound, of_message;
};

static ddi_dma_handle_t bound; /* all that are */

static void check_attributes(const ddi_dma_attr_t *attributes)
{
    uint64_t align = attributes->dma_attr_align;

    rule_require(attributes->dma_attr_version == DMA_ATTR_V0 && align > 0 &&
                     (align & (align - 1)) == 0 && attributes->dma_attr_sgllen > 0 &&
                     attributes->dma_attr_granular > 0 && attributes->dma_attr_maxxfer > 0 &&
                     attributes->dma_attr_addr_lo < attributes->dma_attr_addr_hi,
                 "illumos/dma-attributes", "ddi_dma_attr(9S)",
                 "DDI_DMA_BADATTR: no memory can be like that");
}

static void check_wait(int (*wait)(caddr_t), const char *what)
{
    if (wait == DDI_DMA_SLEEP)
        mock_may_wait(what);
}

int ddi_dma_alloc_handle(dev_info_t *dip, ddi_dma_attr_t *attributes, int (*wait)(caddr_t),
                         caddr_t argument, ddi_dma_handle_t *handle)
{
    (void)dip;
    (void)argument;
    check_attributes(attributes);
    check_wait(wait, "ddi_dma_alloc_handle with DDI_DMA_SLEEP");
    *handle = memory_take(sizeof **handle, "ddi_dma_alloc_handle");
    if (!*handle)
        return DDI_DMA_NORESOURCES;
    (*handle)->attributes = *attributes;
    return DDI_SUCCESS;
}

static void check_handle(ddi_dma_handle_t handle, const char *call)
{
    rule_require(handle && memory_in_use(handle), "illumos/dma-handle",
                 "ddi_dma_alloc_handle(9F)", "%s of a handle that is not there", call);
}

void ddi_dma_free_handle(ddi_dma_handle_t *handle)
{
    check_handle(*handle, "ddi_dma_free_handle");
    rule_require(!(*handle)->bound, "illumos/free-bound", "ddi_dma_unbind_handle(9F)",
                 "ddi_dma_free_handle of a bound handle");
    memory_give(*handle, "ddi_dma_free_handle");
    *handle = NULL;
}

int ddi_dma_mem_alloc(ddi_dma_handle_t handle, size_t length, ddi_device_acc_attr_t *access,
                      uint_t flags, int (*wait)(caddr_t), caddr_t argument, caddr_t *memory,
                      size_t *real, ddi_acc_handle_t *access_handle)
{
    size_t bytes = (length + PAGE - 1) / PAGE * PAGE;

    (void)access;
    (void)argument;
    check_handle(handle, "ddi_dma_mem_alloc");
    check_wait(wait, "ddi_dma_mem_alloc with DDI_DMA_SLEEP");
    rule_require(!(flags & DDI_DMA_CONSISTENT) != !(flags & DDI_DMA_STREAMING),
                 "illumos/dma-mode", "ddi_dma_mem_alloc(9F)",
                 "DDI_DMA_CONSISTENT or DDI_DMA_STREAMING, one of them");
    *memory = aligned_alloc(PAGE, bytes);
    *access_handle = mock_memory_handle(*memory, length);
    if (!*access_handle) {
        free(*memory);
        return DDI_FAILURE;
    }
    memset(*memory, 0xa5, bytes);
    handle->memory = (uint8_t *)*memory;
    handle->bytes = bytes;
    *real = bytes;
    return DDI_SUCCESS;
}

static bool is_bound(const uint8_t *memory, size_t bytes)
{
    ddi_dma_handle_t handle = bound;

    while (handle &&
           (handle->pieces[0].memory < memory || handle->pieces[0].memory >= memory + bytes))
        handle = handle->next;
    return handle != NULL;
}

void ddi_dma_mem_free(ddi_acc_handle_t *access_handle)
{
    size_t bytes;
    void *memory = mock_memory_of(*access_handle, &bytes);

    rule_require(!mock_is_lent(memory, bytes), "illumos/lent-buffer-freed",
                 "desballoc(9F), mac(9E)", "a message of the stack lies in the memory");
    rule_require(!is_bound(memory, bytes), "illumos/memory-freed-bound",
                 "ddi_dma_unbind_handle(9F)", "a handle is bound to the memory");
    mock_memory_handle_free(*access_handle);
    free(memory);
    *access_handle = NULL;
}

static enum dma_direction direction_of(uint_t flags)
{
    return (flags & DDI_DMA_WRITE ? DMA_READ_BY_DEVICE : 0) |
           (flags & DDI_DMA_READ ? DMA_WRITE_BY_DEVICE : 0);
}

/* Bytes of the next cookie: to the end of the page, where memory is only the CPU's. */
static size_t part_of(ddi_dma_handle_t handle, const uint8_t *at, size_t length)
{
    bool own = handle->memory && at >= handle->memory && at < handle->memory + handle->bytes;
    size_t part = own ? length : PAGE - ((uintptr_t)at & (PAGE - 1));

    if (part > handle->attributes.dma_attr_count_max)
        part = handle->attributes.dma_attr_count_max + 1;
    return part < length ? part : length;
}

static int count_pieces(ddi_dma_handle_t handle, const uint8_t *at, size_t length)
{
    int count = 0;

    for (; length > 0; count++) {
        size_t part = part_of(handle, at, length);

        at += part;
        length -= part;
    }
    return count;
}

static void add_piece(ddi_dma_handle_t handle, uint8_t *memory, size_t bytes)
{
    struct piece *piece = &handle->pieces[handle->count];
    ddi_dma_cookie_t *cookie = &handle->cookies[handle->count++];

    piece->memory = memory;
    piece->bytes = bytes;
    piece->address = dma_map(memory, bytes, direction_of(handle->direction));
    piece->seen = malloc(bytes);
    memcpy(piece->seen, memory, bytes);
    cookie->dmac_laddress = piece->address;
    cookie->dmac_size = bytes;
}

static void check_bind(ddi_dma_handle_t handle, size_t length, uint_t flags)
{
    check_handle(handle, "ddi_dma_addr_bind_handle");
    rule_require(!handle->bound, "illumos/bind-bound", "ddi_dma_alloc_handle(9F)",
                 "DDI_DMA_INUSE: a handle has one object at a time");
    rule_require(flags & DDI_DMA_RDWR, "illumos/dma-direction", "ddi_dma_addr_bind_handle(9F)",
                 "no direction");
    rule_require(length > 0, "illumos/bind-nothing", "ddi_dma_addr_bind_handle(9F)",
                 "binds 0 bytes");
}

int ddi_dma_addr_bind_handle(ddi_dma_handle_t handle, struct as *as, caddr_t address,
                             size_t length, uint_t flags, int (*wait)(caddr_t),
                             caddr_t argument, ddi_dma_cookie_t *cookie, uint_t *count)
{
    uint8_t *at = (uint8_t *)address;
    int pieces;

    (void)as;
    (void)argument;
    check_bind(handle, length, flags);
    check_wait(wait, "ddi_dma_addr_bind_handle with DDI_DMA_SLEEP");
    pieces = count_pieces(handle, at, length);
    if (pieces > handle->attributes.dma_attr_sgllen || pieces > MOST_PIECES)
        return DDI_DMA_TOOBIG;
    if (memory_may_fail("ddi_dma_addr_bind_handle"))
        return DDI_DMA_NORESOURCES;
    handle->direction = flags & DDI_DMA_RDWR;
    for (handle->count = 0; length > 0;) {
        size_t part = part_of(handle, at, length);

        add_piece(handle, at, part);
        at += part;
        length -= part;
    }
    handle->bound = true;
    handle->next = bound;
    bound = handle;
    handle->of_message = mock_message_bind(address, 1);
    if (cookie) {
        *cookie = handle->cookies[0];
        *count = (uint_t)handle->count;
    }
    return DDI_DMA_MAPPED;
}

/* Byte by byte, so that a line that both sides have written keeps both. */
static void from_device(struct piece *piece, size_t from, size_t to)
{
    size_t i;
    uint8_t *now = malloc(piece->bytes);

    dma_device_reads(piece->address, now, piece->bytes);
    for (i = from; i < to; i++)
        if (now[i] != piece->seen[i])
            piece->memory[i] = piece->seen[i] = now[i];
    free(now);
}

static void to_device(struct piece *piece, size_t from, size_t to)
{
    size_t i = from, start;

    while (i < to) {
        for (start = i; i < to && piece->memory[i] != piece->seen[i]; i++)
            piece->seen[i] = piece->memory[i];
        if (i > start)
            dma_device_writes(piece->address + start, piece->memory + start, i - start);
        else
            i++;
    }
}

/* What the CPU wrote and did not hand over is lost, or falls on what the device wrote. */
static void receive(struct piece *piece, size_t from, size_t to)
{
    rule_require(memcmp(piece->memory + from, piece->seen + from, to - from) == 0,
                 "illumos/no-sync-for-device", "ddi_dma_sync(9F)",
                 "the CPU wrote to a buffer that the device had without DDI_DMA_SYNC_FORDEV");
    dma_sync_for_cpu(piece->address + from, to - from);
    memcpy(piece->seen + from, piece->memory + from, to - from);
}

static void sync_piece(ddi_dma_handle_t handle, struct piece *piece, size_t from, size_t to,
                       uint_t type)
{
    if (type == DDI_DMA_SYNC_FORDEV) {
        if (handle->direction == DDI_DMA_RDWR)
            to_device(piece, from, to);
        else
            dma_sync_for_device(piece->address + from, to - from);
        memcpy(piece->seen + from, piece->memory + from, to - from);
    } else if (handle->direction == DDI_DMA_RDWR) {
        from_device(piece, from, to);
    } else if (handle->direction == DDI_DMA_READ) {
        receive(piece, from, to);
    }
}

static size_t bytes_of(ddi_dma_handle_t handle)
{
    size_t bytes = 0;
    int i;

    for (i = 0; i < handle->count; i++)
        bytes += handle->pieces[i].bytes;
    return bytes;
}

static void sync_range(ddi_dma_handle_t handle, size_t from, size_t to, uint_t type)
{
    size_t start = 0;
    int i;

    for (i = 0; i < handle->count; i++) {
        struct piece *piece = &handle->pieces[i];
        size_t first = from > start ? from - start : 0;
        size_t last = to - start < piece->bytes ? to - start : piece->bytes;

        if (to > start && first < last)
            sync_piece(handle, piece, first, last, type);
        start += piece->bytes;
    }
}

int ddi_dma_sync(ddi_dma_handle_t handle, off_t offset, size_t length, uint_t type)
{
    size_t bytes;

    check_handle(handle, "ddi_dma_sync");
    rule_require(handle->bound, "illumos/sync-unbound", "ddi_dma_sync(9F)",
                 "ddi_dma_sync of a handle that is not bound");
    bytes = bytes_of(handle);
    if (offset == 0 && length == 0)
        length = bytes;
    rule_require(offset >= 0 && (size_t)offset + length <= bytes, "illumos/sync-range",
                 "ddi_dma_sync(9F)", "%zu bytes from %ld on, of %zu", length, (long)offset, bytes);
    sync_range(handle, (size_t)offset, (size_t)offset + length, type);
    return DDI_SUCCESS;
}

static void end_bound(ddi_dma_handle_t handle)
{
    ddi_dma_handle_t *link = &bound;

    while (*link != handle)
        link = &(*link)->next;
    *link = handle->next;
    handle->bound = false;
}

/* The implicit sync. */
static void end_piece(ddi_dma_handle_t handle, struct piece *piece)
{
    if (handle->direction == DDI_DMA_RDWR)
        from_device(piece, 0, piece->bytes);
    else if (handle->direction == DDI_DMA_READ)
        dma_sync_for_cpu(piece->address, piece->bytes);
    dma_unload(piece->address);
    free(piece->seen);
}

int ddi_dma_unbind_handle(ddi_dma_handle_t handle)
{
    int i;

    check_handle(handle, "ddi_dma_unbind_handle");
    rule_require(handle->bound, "illumos/unbind-unbound", "ddi_dma_unbind_handle(9F)",
                 "ddi_dma_unbind_handle of a handle that is not bound");
    rule_require(!(handle->direction & DDI_DMA_READ) || !mock_device_is_running(),
                 "illumos/unbind-while-running", "ddi_dma_unbind_handle(9F)",
                 "the device may write to what is unbound");
    for (i = 0; i < handle->count; i++)
        end_piece(handle, &handle->pieces[i]);
    if (handle->of_message)
        mock_message_bind(handle->pieces[0].memory, -1);
    handle->of_message = false;
    end_bound(handle);
    return DDI_SUCCESS;
}

static void check_bound(ddi_dma_handle_t handle, const char *call)
{
    check_handle(handle, call);
    rule_require(handle->bound, "illumos/cookie-unbound", "ddi_dma_cookie_iter(9F)",
                 "%s of a handle that is not bound", call);
}

int ddi_dma_ncookies(ddi_dma_handle_t handle)
{
    check_bound(handle, "ddi_dma_ncookies");
    return handle->count;
}

const ddi_dma_cookie_t *ddi_dma_cookie_iter(ddi_dma_handle_t handle,
                                            const ddi_dma_cookie_t *cookie)
{
    check_bound(handle, "ddi_dma_cookie_iter");
    if (!cookie)
        return handle->cookies;
    return cookie + 1 < handle->cookies + handle->count ? cookie + 1 : NULL;
}

const ddi_dma_cookie_t *ddi_dma_cookie_one(ddi_dma_handle_t handle)
{
    check_bound(handle, "ddi_dma_cookie_one");
    rule_require(handle->count == 1, "illumos/more-than-one-cookie", "ddi_dma_cookie_iter(9F)",
                 "ddi_dma_cookie_one of %d", handle->count);
    return handle->cookies;
}
