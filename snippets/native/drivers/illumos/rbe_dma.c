/*
 * Memory for the device: rings, the copy area, receive buffers, and handles to bind what the
 * stack sends (ddi_dma_alloc_handle(9F), ddi_dma_mem_alloc(9F), ddi_dma_addr_bind_handle(9F)).
 */
#include "rbe.h"

// tag::attributes[]
/* One piece, at a multiple of 128: rings and buffers have one address each. */
static ddi_dma_attr_t one_piece = {
    .dma_attr_version = DMA_ATTR_V0,
    .dma_attr_addr_lo = 0,
    .dma_attr_addr_hi = 0xffffffffffffffffull,
    .dma_attr_count_max = 0xffff,
    .dma_attr_align = DP_BASE_ALIGNMENT,
    .dma_attr_burstsizes = 0xfff,
    .dma_attr_minxfer = 1,
    .dma_attr_maxxfer = 0xffff,
    .dma_attr_seg = 0xffffffffffffffffull,
    .dma_attr_sgllen = 1,
    .dma_attr_granular = 1,
    .dma_attr_flags = 0};

/* What the stack sends lies where it lies: any address, a cookie for each page. */
static ddi_dma_attr_t any_pieces = {
    .dma_attr_version = DMA_ATTR_V0,
    .dma_attr_addr_lo = 0,
    .dma_attr_addr_hi = 0xffffffffffffffffull,
    .dma_attr_count_max = DP_LONGEST_FRAME - 1,
    .dma_attr_align = 1,
    .dma_attr_burstsizes = 0xfff,
    .dma_attr_minxfer = 1,
    .dma_attr_maxxfer = 0xffffffff,
    .dma_attr_seg = 0xffffffffffffffffull,
    .dma_attr_sgllen = RBE_TX_SEGMENTS,
    .dma_attr_granular = 1,
    .dma_attr_flags = 0};
// end::attributes[]

static ddi_device_acc_attr_t memory_access = {.devacc_attr_version = DDI_DEVICE_ATTR_V0,
                                              .devacc_attr_endian_flags = DDI_NEVERSWAP_ACC,
                                              .devacc_attr_dataorder = DDI_STRICTORDER_ACC};

// tag::memory[]
/* Handle, memory, address: three steps, and each may fail. rbe_dma_free undoes what was done. */
static int dma_alloc(struct rbe *rbe, struct rbe_dma *dma, size_t bytes, uint_t mode)
{
    uint_t direction = mode & DDI_DMA_STREAMING ? DDI_DMA_READ : DDI_DMA_RDWR;
    size_t real;

    if (ddi_dma_alloc_handle(rbe->dip, &one_piece, DDI_DMA_DONTWAIT, NULL, &dma->os.handle) !=
        DDI_SUCCESS) {
        dma->os.handle = NULL;
        return (ENOMEM);
    }
    if (ddi_dma_mem_alloc(dma->os.handle, bytes, &memory_access, mode, DDI_DMA_DONTWAIT, NULL,
                          &dma->memory, &real, &dma->access) != DDI_SUCCESS) {
        dma->access = NULL;
        return (ENOMEM);
    }
    if (ddi_dma_addr_bind_handle(dma->os.handle, NULL, dma->memory, bytes, direction | mode,
                                 DDI_DMA_DONTWAIT, NULL, NULL, NULL) != DDI_DMA_MAPPED)
        return (ENOMEM);
    dma->address = ddi_dma_cookie_one(dma->os.handle)->dmac_laddress;
    return (0);
}

static void dma_free(struct rbe_dma *dma)
{
    if (dma->address != 0)
        (void) ddi_dma_unbind_handle(dma->os.handle);
    dma->address = 0;
    if (dma->access != NULL)
        ddi_dma_mem_free(&dma->access);
    if (dma->os.handle != NULL)
        ddi_dma_free_handle(&dma->os.handle);
}
// end::memory[]

static int buffers_alloc(struct rbe *rbe)
{
    struct rbe_rx_buffer *buffer;
    int error, i;

    for (i = 0; i < RBE_RX_BUFFERS; i++) {
        buffer = &rbe->buffers[i];
        error = dma_alloc(rbe, &buffer->dma, RBE_ROOM + RBE_BUFFER_BYTES, DDI_DMA_STREAMING);
        if (error != 0)
            return (error);
        buffer->rbe = rbe;
        buffer->free.free_func = rbe_free_buffer;
        buffer->free.free_arg = (caddr_t)buffer;
        buffer->next = rbe->pool.free;
        rbe->pool.free = buffer;
    }
    return (0);
}

static int binds_alloc(struct rbe *rbe)
{
    struct rbe_bind *bind;

    for (; rbe->count_binds < RBE_TX_BINDS; rbe->count_binds++) {
        bind = &rbe->binds[rbe->count_binds];
        if (ddi_dma_alloc_handle(rbe->dip, &any_pieces, DDI_DMA_DONTWAIT, NULL, &bind->handle) !=
            DDI_SUCCESS)
            return (ENOMEM);
        bind->next = rbe->free_binds;
        rbe->free_binds = bind;
    }
    return (0);
}

static void frames_init(struct rbe *rbe)
{
    uint_t i;

    for (i = 0; i < RBE_TX_FRAMES; i++) {
        rbe->frames[i].index = i;
        rbe->frames[i].next = rbe->free_frames;
        rbe->free_frames = &rbe->frames[i];
    }
}

static void rings_init(struct rbe *rbe)
{
    rbe->tx_ring.registers = rbe->rx_ring.registers = &rbe->registers;
    rbe->tx_ring.tail = RBE_TDT;
    rbe->rx_ring.tail = RBE_RDT;
    bzero(rbe->tx_ring.dma.memory, RBE_SLOTS * DP_SLOT_BYTES);
    bzero(rbe->rx_ring.dma.memory, RBE_SLOTS * DP_SLOT_BYTES);
    (void) dp_ring_init(&rbe->tx.ring, (void *)rbe->tx_ring.dma.memory, RBE_SLOTS, rbe_doorbell,
                        &rbe->tx_ring);
    dp_tx_init(&rbe->tx, DP_EXTENDED, rbe->tx_packets, rbe->tx_ends);
    (void) dp_ring_init(&rbe->rx.ring, (void *)rbe->rx_ring.dma.memory, RBE_SLOTS, rbe_doorbell,
                        &rbe->rx_ring);
    dp_rx_init(&rbe->rx, rbe->rx_posted, RBE_BUFFER_BYTES, DP_MOST_PIECES, &rbe_rx_ops, rbe);
}

int rbe_dma_attach(struct rbe *rbe)
{
    size_t ring = RBE_SLOTS * DP_SLOT_BYTES, copies = RBE_TX_FRAMES * RBE_COPY_BYTES;
    int error;

    if ((error = dma_alloc(rbe, &rbe->tx_ring.dma, ring, DDI_DMA_CONSISTENT)) != 0 ||
        (error = dma_alloc(rbe, &rbe->rx_ring.dma, ring, DDI_DMA_CONSISTENT)) != 0 ||
        (error = dma_alloc(rbe, &rbe->copies, copies, DDI_DMA_CONSISTENT)) != 0 ||
        (error = buffers_alloc(rbe)) != 0 || (error = binds_alloc(rbe)) != 0)
        return (error);
    frames_init(rbe);
    rings_init(rbe);
    return (0);
}

void rbe_dma_detach(struct rbe *rbe)
{
    int i;

    while (rbe->count_binds > 0)
        ddi_dma_free_handle(&rbe->binds[--rbe->count_binds].handle);
    for (i = 0; i < RBE_RX_BUFFERS; i++)
        dma_free(&rbe->buffers[i].dma);
    dma_free(&rbe->copies);
    dma_free(&rbe->rx_ring.dma);
    dma_free(&rbe->tx_ring.dma);
}
