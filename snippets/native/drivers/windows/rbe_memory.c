/* Rings and receive buffers: all memory is taken at the start, none while frames move. */
#include "rbe.h"

bool rbe_take_shared(struct rbe_adapter *adapter, struct rbe_memory *memory, ULONG bytes)
{
    NdisMAllocateSharedMemory(adapter->ndis, bytes, TRUE, &memory->address, &memory->bus);
    if (!memory->address)
        return false;
    memory->bytes = bytes;
    memset(memory->address, 0, bytes);
    return true;
}

void rbe_give_shared(struct rbe_adapter *adapter, struct rbe_memory *memory)
{
    if (memory->bytes > 0)
        NdisMFreeSharedMemory(adapter->ndis, memory->bytes, TRUE, memory->address, memory->bus);
    memory->bytes = 0;
}

PVOID rbe_take(struct rbe_adapter *adapter, ULONG bytes)
{
    PVOID memory = NdisAllocateMemoryWithTagPriority(adapter->ndis, bytes, RBE_TAG,
                                                     NormalPoolPriority);

    if (memory)
        memset(memory, 0, bytes);
    return memory;
}

static void ring_transmit(void *os, uint32_t tail)
{
    rbe_write(os, RBE_TDT, tail);
}

static void ring_receive(void *os, uint32_t tail)
{
    rbe_write(os, RBE_RDT, tail);
}

static bool take_transmit(struct rbe_adapter *adapter, ULONG slots)
{
    adapter->tx_packets = rbe_take(adapter, slots * sizeof *adapter->tx_packets);
    adapter->tx_ends = rbe_take(adapter, slots * sizeof *adapter->tx_ends);
    if (!adapter->tx_packets || !adapter->tx_ends ||
        !rbe_take_shared(adapter, &adapter->tx_slots, slots * DP_SLOT_BYTES) ||
        !rbe_take_shared(adapter, &adapter->zeroes, DP_SHORTEST_FRAME))
        return false;
    dp_ring_init(&adapter->tx.ring, adapter->tx_slots.address, slots, ring_transmit, adapter);
    dp_tx_init(&adapter->tx, DP_EXTENDED, adapter->tx_packets, adapter->tx_ends);
    return true;
}

static bool take_receive(struct rbe_adapter *adapter, ULONG slots)
{
    adapter->posted = rbe_take(adapter, slots * sizeof *adapter->posted);
    if (!adapter->posted || !rbe_take_shared(adapter, &adapter->rx_slots, slots * DP_SLOT_BYTES))
        return false;
    dp_ring_init(&adapter->rx.ring, adapter->rx_slots.address, slots, ring_receive, adapter);
    dp_rx_init(&adapter->rx, adapter->posted, RBE_BUFFER_BYTES, 1, &rbe_rx_ops, adapter);
    return true;
}

NDIS_STATUS rbe_take_rings(struct rbe_adapter *adapter)
{
    bool taken = take_transmit(adapter, adapter->parameters.transmit_slots) &&
                 take_receive(adapter, adapter->parameters.receive_slots);

    return taken ? NDIS_STATUS_SUCCESS : NDIS_STATUS_RESOURCES;
}

static void give(PVOID memory)
{
    if (memory)
        NdisFreeMemory(memory, 0, 0);
}

void rbe_give_rings(struct rbe_adapter *adapter)
{
    rbe_give_shared(adapter, &adapter->zeroes);
    rbe_give_shared(adapter, &adapter->tx_slots);
    rbe_give_shared(adapter, &adapter->rx_slots);
    give(adapter->posted);
    give(adapter->tx_packets);
    give(adapter->tx_ends);
}

static bool take_pool(struct rbe_adapter *adapter)
{
    NET_BUFFER_LIST_POOL_PARAMETERS pool;

    memset(&pool, 0, sizeof pool);
    pool.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    pool.Header.Revision = NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
    pool.Header.Size = NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1;
    pool.ProtocolId = NDIS_PROTOCOL_ID_DEFAULT;
    pool.fAllocateNetBuffer = TRUE;
    pool.PoolTag = RBE_TAG;
    adapter->pool = NdisAllocateNetBufferListPool(adapter->ndis, &pool);
    return adapter->pool != NULL;
}

static bool take_buffer(struct rbe_adapter *adapter, struct rbe_buffer *buffer,
                        const struct rbe_memory *block, ULONG offset)
{
    buffer->bytes = (UCHAR *)block->address + offset;
    buffer->bus = (uint64_t)block->bus.QuadPart + offset;
    buffer->mdl = NdisAllocateMdl(adapter->ndis, buffer->bytes, RBE_BUFFER_BYTES);
    if (!buffer->mdl)
        return false;
    buffer->list = NdisAllocateNetBufferAndNetBufferList(adapter->pool, 0, 0, buffer->mdl, 0, 0);
    if (!buffer->list)
        return false;
    NET_BUFFER_LIST_MINIPORT_RESERVED(buffer->list)[0] = buffer;
    buffer->next = adapter->free;
    adapter->free = buffer;
    adapter->free_count++;
    return true;
}

static bool take_block(struct rbe_adapter *adapter, ULONG first)
{
    struct rbe_memory *block = &adapter->blocks[first / RBE_BLOCK_BUFFERS];
    ULONG left = adapter->parameters.receive_buffers - first, i;
    ULONG count = left < RBE_BLOCK_BUFFERS ? left : RBE_BLOCK_BUFFERS;

    if (!rbe_take_shared(adapter, block, count * RBE_BUFFER_BYTES))
        return false;
    for (i = 0; i < count; i++)
        if (!take_buffer(adapter, &adapter->buffers[first + i], block, i * RBE_BUFFER_BYTES))
            return false;
    return true;
}

NDIS_STATUS rbe_take_buffers(struct rbe_adapter *adapter)
{
    ULONG count = adapter->parameters.receive_buffers, first;

    adapter->buffers = rbe_take(adapter, count * sizeof *adapter->buffers);
    if (!adapter->buffers || !take_pool(adapter))
        return NDIS_STATUS_RESOURCES;
    for (first = 0; first < count; first += RBE_BLOCK_BUFFERS)
        if (!take_block(adapter, first))
            return NDIS_STATUS_RESOURCES;
    return NDIS_STATUS_SUCCESS;
}

void rbe_give_buffers(struct rbe_adapter *adapter)
{
    ULONG i;

    for (i = 0; adapter->buffers && i < adapter->parameters.receive_buffers; i++) {
        if (adapter->buffers[i].list)
            NdisFreeNetBufferList(adapter->buffers[i].list);
        if (adapter->buffers[i].mdl)
            NdisFreeMdl(adapter->buffers[i].mdl);
    }
    give(adapter->buffers);
    if (adapter->pool)
        NdisFreeNetBufferListPool(adapter->pool);
    for (i = 0; i < RBE_MOST_BLOCKS; i++)
        rbe_give_shared(adapter, &adapter->blocks[i]);
}
