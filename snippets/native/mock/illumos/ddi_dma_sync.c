/*
 * ddi_dma_sync(9F). The device's view of memory is testbed/dma.h's: a bind and an unbind sync
 * by themselves, in between only this moves bytes, also for DDI_DMA_CONSISTENT memory.
 */
#include <stdlib.h>

#include "dma.h"
#include "dma_state.h"
#include "rule.h"

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

    mock_check_handle(handle, "ddi_dma_sync");
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

/* The implicit sync. */
void mock_end_piece(ddi_dma_handle_t handle, struct piece *piece)
{
    if (handle->direction == DDI_DMA_RDWR)
        from_device(piece, 0, piece->bytes);
    else if (handle->direction == DDI_DMA_READ)
        dma_sync_for_cpu(piece->address, piece->bytes);
    dma_unload(piece->address);
    free(piece->seen);
}
