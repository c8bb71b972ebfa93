/*
 * Maps of frames: the HAL hands them to MiniportProcessSGList, at once or later. A map
 * starts where the current MDL starts and may be freed only with its own NET_BUFFER.
 */
#include <stdlib.h>
#include <string.h>

#include "dma.h"
#include "memory.h"
#include "windows.h"

enum { PAGE = 4096, MOST_MDLS = 64, MOST_ELEMENTS = 256 };

struct map {
    struct map *next;
    PNET_BUFFER buffer;
    PVOID context;
    PSCATTER_GATHER_LIST list;
    uint64_t addresses[MOST_MDLS];
    ULONG lengths[MOST_MDLS], mdls;
    bool late;
};

bool dma_registered;
static struct map *maps;
static MINIPORT_PROCESS_SG_LIST *process;

NDIS_STATUS NdisMRegisterScatterGatherDma(NDIS_HANDLE adapter, PNDIS_SG_DMA_DESCRIPTION wanted,
                                          PNDIS_HANDLE handle)
{
    irql_rule("NdisMRegisterScatterGatherDma");
    header_rule(&wanted->Header, NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION, 1,
                NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1, "NDIS_SG_DMA_DESCRIPTION");
    rule_require(adapter == THE_ADAPTER && wanted->ProcessSGListHandler &&
                     windows_state() == INITIALIZING,
                 "windows/register-dma", "ndis/nf-ndis-ndismregisterscattergatherdma",
                 "a handler is wanted, in MiniportInitializeEx");
    if (memory_may_fail("NdisMRegisterScatterGatherDma"))
        return NDIS_STATUS_RESOURCES;
    wanted->ScatterGatherListSize =
        sizeof(SCATTER_GATHER_LIST) + MOST_MDLS * sizeof(SCATTER_GATHER_ELEMENT);
    process = wanted->ProcessSGListHandler;
    dma_registered = true;
    *handle = THE_DMA;
    return NDIS_STATUS_SUCCESS;
}

void NdisMDeregisterScatterGatherDma(NDIS_HANDLE handle)
{
    irql_rule("NdisMDeregisterScatterGatherDma");
    rule_require(handle == THE_DMA && dma_registered && !maps, "windows/deregister-dma",
                 "ndis/nf-ndis-ndismderegisterscattergatherdma",
                 "not registered, or maps are in use");
    dma_registered = false;
}

static struct map **find(const NET_BUFFER *buffer)
{
    struct map **link = &maps;

    while (*link && (*link)->buffer != buffer)
        link = &(*link)->next;
    return link;
}

bool dma_has_map(const NET_BUFFER *buffer)
{
    return *find(buffer) != NULL;
}

static void add_elements(PSCATTER_GATHER_LIST list, uint64_t address, ULONG length)
{
    while (length > 0) {
        ULONG part = PAGE - (ULONG)(address & (PAGE - 1));
        SCATTER_GATHER_ELEMENT *element = &list->Elements[list->NumberOfElements++];
        if (part > length || windows_options.one_element)
            part = length;
        element->Address.QuadPart = (LONGLONG)address;
        element->Length = part;
        address += part;
        length -= part;
    }
}

static void map_mdls(struct map *map)
{
    PMDL mdl = map->buffer->CurrentMdl;
    ULONG left = map->buffer->CurrentMdlOffset + map->buffer->DataLength;

    for (; mdl && left > 0; mdl = mdl->Next) {
        ULONG part = mdl->ByteCount < left ? mdl->ByteCount : left;
        if (part == 0)
            continue;
        map->addresses[map->mdls] = dma_map(mdl->MappedSystemVa, part, DMA_READ_BY_DEVICE);
        map->lengths[map->mdls] = part;
        add_elements(map->list, map->addresses[map->mdls++], part);
        left -= part;
    }
}

static void hand_out(struct map *map)
{
    KIRQL old = irql_now;

    irql_set(DISPATCH_LEVEL);
    process(NULL, NULL, map->list, map->context);
    irql_set(old);
}

NDIS_STATUS NdisMAllocateNetBufferSGList(NDIS_HANDLE handle, PNET_BUFFER buffer, PVOID context,
                                         ULONG flags, PVOID storage, ULONG storage_size)
{
    const size_t bytes =
        sizeof(SCATTER_GATHER_LIST) + MOST_ELEMENTS * sizeof(SCATTER_GATHER_ELEMENT);
    struct map *map;

    irql_rule("NdisMAllocateNetBufferSGList");
    no_lock_rule("NdisMAllocateNetBufferSGList");
    rule_require(handle == THE_DMA && dma_registered && flags == NDIS_SG_LIST_WRITE_TO_DEVICE &&
                     !storage && storage_size == 0,
                 "windows/map-arguments", "ndis/nf-ndis-ndismallocatenetbuffersglist",
                 "on the way out, with NDIS' own storage");
    rule_require(!dma_has_map(buffer), "windows/map-twice",
                 "ndis/nf-ndis-ndismallocatenetbuffersglist", "maps a NET_BUFFER twice");
    if (memory_may_fail("NdisMAllocateNetBufferSGList"))
        return NDIS_STATUS_RESOURCES;
    map = calloc(1, sizeof *map);
    *map = (struct map){.next = maps, .buffer = buffer, .context = context};
    map->list = calloc(1, bytes);
    maps = map;
    map_mdls(map);
    map->late = windows_options.late_maps > 0;
    if (map->late)
        windows_options.late_maps--;
    else
        hand_out(map);
    return NDIS_STATUS_SUCCESS;
}

bool dma_run_late(void)
{
    struct map *map = maps, *oldest = NULL;

    for (; map; map = map->next)
        if (map->late)
            oldest = map;
    if (!oldest)
        return false;
    oldest->late = false;
    hand_out(oldest);
    return true;
}

void NdisMFreeNetBufferSGList(NDIS_HANDLE handle, PSCATTER_GATHER_LIST list, PNET_BUFFER buffer)
{
    struct map **link = find(buffer), *map = *link;
    ULONG i;

    irql_rule("NdisMFreeNetBufferSGList");
    rule_require(handle == THE_DMA && map && map->list == list && !map->late, "windows/map-free",
                 "ndis/nf-ndis-ndismfreenetbuffersglist",
                 "frees a map that is not the NET_BUFFER's: freed before, or its list is "
                 "completed");
    for (i = 0; i < map->mdls; i++)
        dma_unmap(map->addresses[i], map->lengths[i], DMA_READ_BY_DEVICE);
    *link = map->next;
    free(map->list);
    free(map);
}
