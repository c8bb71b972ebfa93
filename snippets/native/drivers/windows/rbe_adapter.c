/* An adapter's beginning and end. Halt undoes what Initialize did, whole or in part. */
#include "rbe.h"

/* BAR 0 is the first range of memory that the bus driver assigned. */
static bool find_bar(struct rbe_adapter *adapter, PNDIS_RESOURCE_LIST resources)
{
    ULONG i;

    for (i = 0; resources && i < resources->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *one = &resources->PartialDescriptors[i];
        if (one->Type != CmResourceTypeMemory || one->u.Memory.Length < RBE_BAR_BYTES)
            continue;
        adapter->bar = one->u.Memory.Start;
        return true;
    }
    return false;
}

static NDIS_STATUS map_registers(struct rbe_adapter *adapter, PNDIS_RESOURCE_LIST resources)
{
    PVOID registers = NULL;
    NDIS_STATUS status;

    if (!find_bar(adapter, resources))
        return NDIS_STATUS_RESOURCE_CONFLICT;
    status = NdisMMapIoSpace(&registers, adapter->ndis, adapter->bar, RBE_BAR_BYTES);
    if (status == NDIS_STATUS_SUCCESS)
        adapter->registers = registers;
    return status;
}

static NDIS_STATUS wake_chip(struct rbe_adapter *adapter)
{
    if (!rbe_reset_chip(adapter) || !rbe_read_address(adapter))
        return NDIS_STATUS_HARD_ERRORS;
    adapter->link_up = rbe_read(adapter, RBE_STATUS) & RBE_STATUS_LU;
    return NDIS_STATUS_SUCCESS;
}

/* With 64-bit addresses NDIS gives this device the memory where it lies. */
static NDIS_STATUS register_dma(struct rbe_adapter *adapter)
{
    NDIS_SG_DMA_DESCRIPTION dma;

    memset(&dma, 0, sizeof dma);
    dma.Header.Type = NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION;
    dma.Header.Revision = NDIS_SG_DMA_DESCRIPTION_REVISION_1;
    dma.Header.Size = NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1;
    dma.Flags = NDIS_SG_DMA_64_BIT_ADDRESS;
    dma.MaximumPhysicalMapping = RBE_LARGEST_SEND;
    dma.ProcessSGListHandler = rbe_mapped;
    return NdisMRegisterScatterGatherDma(adapter->ndis, &dma, &adapter->dma);
}

static struct rbe_adapter *new_adapter(NDIS_HANDLE ndis)
{
    struct rbe_adapter *adapter = NdisAllocateMemoryWithTagPriority(ndis, sizeof *adapter, RBE_TAG,
                                                                    NormalPoolPriority);

    if (!adapter)
        return NULL;
    memset(adapter, 0, sizeof *adapter);
    adapter->ndis = ndis;
    adapter->queue_end = &adapter->queue;
    adapter->done_end = &adapter->done;
    adapter->state = RBE_PAUSED;
    NdisAllocateSpinLock(&adapter->lock);
    rbe_start_chains(adapter);
    return adapter;
}

// tag::attach[]
/* The interrupt comes last: its handler may run before the call that registers it returns. */
static NDIS_STATUS build(struct rbe_adapter *adapter, PNDIS_RESOURCE_LIST resources)
{
    NDIS_STATUS status = rbe_set_registration(adapter);

    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_read_parameters(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = map_registers(adapter, resources);
    if (status == NDIS_STATUS_SUCCESS)
        status = wake_chip(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_set_general(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_set_offload(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = register_dma(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_take_rings(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_take_buffers(adapter);
    if (status == NDIS_STATUS_SUCCESS)
        status = rbe_register_interrupt(adapter);
    return status;
}

NDIS_STATUS rbe_initialize(NDIS_HANDLE ndis, NDIS_HANDLE driver_context,
                           PNDIS_MINIPORT_INIT_PARAMETERS parameters)
{
    struct rbe_adapter *adapter = new_adapter(ndis);
    NDIS_STATUS status;

    UNREFERENCED_PARAMETER(driver_context);
    if (!adapter)
        return NDIS_STATUS_RESOURCES;
    status = build(adapter, parameters->AllocatedResources);
    if (status != NDIS_STATUS_SUCCESS)
        rbe_free_adapter(adapter);
    return status;
}
// end::attach[]

// tag::detach[]
/* Each step asks whether there is something to undo, so it ends any beginning. */
void rbe_free_adapter(struct rbe_adapter *adapter)
{
    if (adapter->registers && !adapter->gone)
        rbe_reset_chip(adapter);
    if (adapter->interrupt)
        NdisMDeregisterInterruptEx(adapter->interrupt);
    rbe_give_buffers(adapter);
    rbe_give_rings(adapter);
    if (adapter->dma)
        NdisMDeregisterScatterGatherDma(adapter->dma);
    if (adapter->registers)
        NdisMUnmapIoSpace(adapter->ndis, (PVOID)adapter->registers, RBE_BAR_BYTES);
    NdisFreeSpinLock(&adapter->lock);
    NdisFreeMemory(adapter, 0, 0);
}

/* NDIS has paused the adapter before: no list of anybody is here or there any more. */
void rbe_halt(NDIS_HANDLE context, NDIS_HALT_ACTION action)
{
    UNREFERENCED_PARAMETER(action);
    rbe_free_adapter(context);
}
// end::detach[]
