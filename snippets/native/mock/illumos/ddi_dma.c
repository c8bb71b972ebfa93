/*
 * ddi_dma_alloc_handle(9F), memory, bind and unbind; ddi_dma_sync.c has the syncs. Memory of
 * the kernel is contiguous to the CPU and not to the bus: a page, a cookie.
 */
#include <stdio.h>
#include <stdlib.h>

#include <sys/sunddi.h>

#include "dma.h"
#include "dma_state.h"
#include "memory.h"
#include "rule.h"

enum { PAGE = 4096 };

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

void mock_check_handle(ddi_dma_handle_t handle, const char *call)
{
    rule_require(handle && memory_in_use(handle), "illumos/dma-handle",
                 "ddi_dma_alloc_handle(9F)", "%s of a handle that is not there", call);
}

void ddi_dma_free_handle(ddi_dma_handle_t *handle)
{
    mock_check_handle(*handle, "ddi_dma_free_handle");
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
    mock_check_handle(handle, "ddi_dma_mem_alloc");
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
    mock_check_handle(handle, "ddi_dma_addr_bind_handle");
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

static void end_bound(ddi_dma_handle_t handle)
{
    ddi_dma_handle_t *link = &bound;

    while (*link != handle)
        link = &(*link)->next;
    *link = handle->next;
    handle->bound = false;
}

int ddi_dma_unbind_handle(ddi_dma_handle_t handle)
{
    int i;

    mock_check_handle(handle, "ddi_dma_unbind_handle");
    rule_require(handle->bound, "illumos/unbind-unbound", "ddi_dma_unbind_handle(9F)",
                 "ddi_dma_unbind_handle of a handle that is not bound");
    rule_require(!(handle->direction & DDI_DMA_READ) || !mock_device_is_running(),
                 "illumos/unbind-while-running", "ddi_dma_unbind_handle(9F)",
                 "the device may write to what is unbound");
    for (i = 0; i < handle->count; i++)
        mock_end_piece(handle, &handle->pieces[i]);
    if (handle->of_message)
        mock_message_bind(handle->pieces[0].memory, -1);
    handle->of_message = false;
    end_bound(handle);
    return DDI_SUCCESS;
}

static void check_bound(ddi_dma_handle_t handle, const char *call)
{
    mock_check_handle(handle, call);
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
