/* What the two halves of the DDI's DMA share: ddi_dma.c and ddi_dma_sync.c. */
#ifndef DMA_STATE_H
#define DMA_STATE_H

#include "mock.h"

enum { MOST_PIECES = 64 };

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

/* Breaks a rule if the handle is not there. */
void mock_check_handle(ddi_dma_handle_t handle, const char *call);

/* An unbind's implicit sync, and the end of a piece. */
void mock_end_piece(ddi_dma_handle_t handle, struct piece *piece);

#endif
