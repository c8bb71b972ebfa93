/* NET_BUFFER_LISTs of the miniport: its pool, its MDLs, and who has each list now. */
#include <string.h>

#include "memory.h"
#include "windows.h"

enum { MOST_LISTS = 4096 };

static struct {
    PNET_BUFFER_LIST list;
    bool with_ndis;
} lists[MOST_LISTS];
static ULONG count, pools;

static ULONG index_of(const NET_BUFFER_LIST *list)
{
    ULONG i;

    for (i = 0; i < count && lists[i].list != list; i++)
        ;
    return i;
}

bool list_is_ours(const NET_BUFFER_LIST *list)
{
    return index_of(list) < count;
}

ULONG pools_alive(void)
{
    return pools;
}

void list_to_ndis(PNET_BUFFER_LIST list)
{
    ULONG i = index_of(list);

    rule_require(i < count, "windows/indicate-freed",
                 "ndis/nf-ndis-ndismindicatereceivenetbufferlists",
                 "indicates a list that is not of its pool, or was freed");
    rule_require(!lists[i].with_ndis, "windows/double-indication",
                 "ndis/nf-ndis-ndismindicatereceivenetbufferlists",
                 "indicates a list again that was not returned yet");
    lists[i].with_ndis = true;
}

void list_to_miniport(PNET_BUFFER_LIST list)
{
    lists[index_of(list)].with_ndis = false;
}

ULONG windows_receives_outstanding(void)
{
    ULONG i, out = 0;

    for (i = 0; i < count; i++)
        out += lists[i].with_ndis;
    return out;
}

NDIS_HANDLE NdisAllocateNetBufferListPool(NDIS_HANDLE handle,
                                          NET_BUFFER_LIST_POOL_PARAMETERS *parameters)
{
    NDIS_HANDLE pool;

    irql_rule("NdisAllocateNetBufferListPool");
    header_rule(&parameters->Header, NDIS_OBJECT_TYPE_DEFAULT, 1,
                NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1,
                "NET_BUFFER_LIST_POOL_PARAMETERS");
    rule_require(handle == THE_ADAPTER && parameters->fAllocateNetBuffer && parameters->PoolTag,
                 "windows/pool-parameters", "nblapi/ns-nblapi-net_buffer_list_pool_parameters",
                 "a pool for NdisAllocateNetBufferAndNetBufferList has fAllocateNetBuffer "
                 "and a tag");
    pool = memory_take(1, "NdisAllocateNetBufferListPool");
    pools += pool != NULL;
    return pool;
}

void NdisFreeNetBufferListPool(NDIS_HANDLE pool)
{
    irql_rule("NdisFreeNetBufferListPool");
    rule_require(count == 0, "windows/pool-in-use",
                 "nblapi/nf-nblapi-ndisfreenetbufferlistpool",
                 "frees a pool with %u lists in use", count);
    memory_give(pool, "NdisFreeNetBufferListPool");
    pools--;
}

struct both {
    NET_BUFFER_LIST list;
    NET_BUFFER buffer;
};

PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE pool, USHORT context,
                                                       USHORT back_fill, PMDL mdl, ULONG offset,
                                                       SIZE_T length)
{
    struct both *both;

    irql_rule("NdisAllocateNetBufferAndNetBufferList");
    rule_require(memory_in_use(pool) && context == 0 && back_fill == 0, "windows/pool-gone",
                 "nblapi/nf-nblapi-ndisallocatenetbufferandnetbufferlist",
                 "takes a list from a pool that is not there");
    both = memory_take(sizeof *both, "NdisAllocateNetBufferAndNetBufferList");
    if (!both)
        return NULL;
    both->list.FirstNetBuffer = &both->buffer;
    both->list.NdisPoolHandle = both->buffer.NdisPoolHandle = pool;
    both->buffer.MdlChain = both->buffer.CurrentMdl = mdl;
    both->buffer.DataOffset = both->buffer.CurrentMdlOffset = offset;
    both->buffer.stDataLength = length;
    lists[count].list = &both->list;
    lists[count++].with_ndis = false;
    return &both->list;
}

void NdisFreeNetBufferList(PNET_BUFFER_LIST list)
{
    ULONG i = index_of(list);

    irql_rule("NdisFreeNetBufferList");
    rule_require(i < count, "windows/free-of-others-list",
                 "nblapi/nf-nblapi-ndisfreenetbufferlist",
                 "frees a list that is not of its pool: one that it was sent, or one freed before");
    rule_require(!lists[i].with_ndis, "windows/free-of-indicated",
                 "nblapi/nf-nblapi-ndisfreenetbufferlist",
                 "frees a list that NDIS has not returned");
    lists[i] = lists[--count];
    memory_give(list, "NdisFreeNetBufferList");
}

PMDL NdisAllocateMdl(NDIS_HANDLE handle, PVOID address, ULONG length)
{
    PMDL mdl;

    irql_rule("NdisAllocateMdl");
    rule_require(handle == THE_ADAPTER, "windows/handle", "ndis/nf-ndis-ndisallocatemdl",
                 "not the adapter's handle");
    mdl = memory_take(sizeof *mdl, "NdisAllocateMdl");
    if (!mdl)
        return NULL;
    mdl->MappedSystemVa = address;
    mdl->ByteCount = length;
    mdl->ByteOffset = (ULONG)((uintptr_t)address & 4095);
    mdl->StartVa = (PVOID)((uintptr_t)address & ~(uintptr_t)4095);
    return mdl;
}

void NdisFreeMdl(PMDL mdl)
{
    irql_rule("NdisFreeMdl");
    memory_give(mdl, "NdisFreeMdl");
}

/* A copy in Storage is made only where the bytes lie in several MDLs. */
PVOID NdisGetDataBuffer(PNET_BUFFER buffer, ULONG wanted, PVOID storage, ULONG multiple,
                        ULONG offset)
{
    PMDL mdl = buffer->CurrentMdl;
    ULONG at = buffer->CurrentMdlOffset, done = 0;

    irql_rule("NdisGetDataBuffer");
    rule_require(multiple == 1 && offset == 0, "windows/data-buffer",
                 "nblapi/nf-nblapi-ndisgetdatabuffer", "only unaligned access is known here");
    if (wanted > buffer->DataLength)
        return NULL;
    if (mdl->ByteCount - at >= wanted)
        return (UCHAR *)mdl->MappedSystemVa + at;
    for (; storage && mdl && done < wanted; mdl = mdl->Next, at = 0) {
        ULONG part = mdl->ByteCount - at;
        if (part > wanted - done)
            part = wanted - done;
        memcpy((UCHAR *)storage + done, (UCHAR *)mdl->MappedSystemVa + at, part);
        done += part;
    }
    return done == wanted ? storage : NULL;
}
