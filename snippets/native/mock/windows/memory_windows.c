/* Pool, shared memory, registers, time, registry. */
#include <stdlib.h>
#include <string.h>

#include "dma.h"
#include "memory.h"
#include "windows.h"

enum { GARBAGE = 0xa5, STALL_MOST = 50 };

bool io_mapped;
static ULONG window[RBE_BAR_BYTES / 4];

/* What the pool gives is not zero (the page says so), and neither is shared memory. */
PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE handle, UINT length, ULONG tag,
                                        EX_POOL_PRIORITY priority)
{
    void *memory;

    irql_rule("NdisAllocateMemoryWithTagPriority");
    rule_require(handle == THE_ADAPTER && tag != 0 && priority == NormalPoolPriority,
                 "windows/allocate-arguments", "ndis/nf-ndis-ndisallocatememorywithtagpriority",
                 "a handle, a tag and a usual priority are wanted");
    memory = memory_take(length, "NdisAllocateMemoryWithTagPriority");
    if (memory)
        memset(memory, GARBAGE, length);
    return memory;
}

void NdisFreeMemory(PVOID memory, UINT length, UINT flags)
{
    irql_rule("NdisFreeMemory");
    rule_require(length == 0 && flags == 0, "windows/free-arguments",
                 "ndis/nf-ndis-ndisfreememory",
                 "memory with a tag is freed with length and flags 0");
    memory_give(memory, "NdisFreeMemory");
}

/* Length and caching of each piece, as it must be freed. */
static struct shared {
    struct shared *next;
    void *memory;
    ULONG length;
    BOOLEAN cached;
} *shared;

void NdisMAllocateSharedMemory(NDIS_HANDLE adapter, ULONG length, BOOLEAN cached, PVOID *memory,
                               NDIS_PHYSICAL_ADDRESS *address)
{
    uint64_t bus = 0;
    struct shared *piece;

    irql_rule("NdisMAllocateSharedMemory");
    rule_require(adapter == THE_ADAPTER && dma_registered, "windows/shared-before-dma",
                 "ndis/nf-ndis-ndismallocatesharedmemory",
                 "NdisMRegisterScatterGatherDma comes before shared memory");
    *memory = dma_coherent_take(length, &bus, "NdisMAllocateSharedMemory");
    address->QuadPart = (LONGLONG)bus;
    if (!*memory)
        return;
    memset(*memory, GARBAGE, length);
    piece = malloc(sizeof *piece);
    *piece = (struct shared){shared, *memory, length, cached};
    shared = piece;
}

void NdisMFreeSharedMemory(NDIS_HANDLE adapter, ULONG length, BOOLEAN cached, PVOID memory,
                           NDIS_PHYSICAL_ADDRESS address)
{
    struct shared **link = &shared, *piece;

    irql_rule("NdisMFreeSharedMemory");
    while (*link && (*link)->memory != memory)
        link = &(*link)->next;
    piece = *link;
    rule_require(adapter == THE_ADAPTER && piece && piece->length == length &&
                     piece->cached == cached,
                 "windows/shared-free", "ndis/nf-ndis-ndismfreesharedmemory",
                 "frees %u bytes that were not taken so", length);
    dma_coherent_give(memory, (uint64_t)address.QuadPart);
    *link = piece->next;
    free(piece);
}

NDIS_STATUS NdisMMapIoSpace(PVOID *memory, NDIS_HANDLE adapter, NDIS_PHYSICAL_ADDRESS address,
                            UINT length)
{
    irql_rule("NdisMMapIoSpace");
    rule_require(adapter == THE_ADAPTER && address.QuadPart == 0xfeb80000 &&
                     length <= RBE_BAR_BYTES,
                 "windows/io-space", "ndis/nf-ndis-ndismmapiospace",
                 "maps what the adapter was not given");
    if (memory_may_fail("NdisMMapIoSpace"))
        return NDIS_STATUS_RESOURCES;
    io_mapped = true;
    *memory = window;
    return NDIS_STATUS_SUCCESS;
}

void NdisMUnmapIoSpace(NDIS_HANDLE adapter, PVOID memory, UINT length)
{
    irql_rule("NdisMUnmapIoSpace");
    rule_require(adapter == THE_ADAPTER && io_mapped && memory == window &&
                     length == RBE_BAR_BYTES,
                 "windows/io-unmap", "ndis/nf-ndis-ndismunmapiospace", "unmaps what is not mapped");
    rule_require(!interrupt_registered, "windows/unmap-with-interrupt",
                 "ndis/nf-ndis-ndismderegisterinterruptex",
                 "registers are unmapped while the ISR may still read them");
    io_mapped = false;
}

static ULONG offset_of(volatile ULONG *address)
{
    rule_require(io_mapped && address >= window && address < window + RBE_BAR_BYTES / 4,
                 "windows/register", "ndis/nf-ndis-ndismmapiospace",
                 "touches a register that is not mapped");
    return (ULONG)(address - window) * 4;
}

ULONG READ_REGISTER_ULONG(volatile ULONG *address)
{
    return nic_read32(windows_nic, offset_of(address));
}

void WRITE_REGISTER_ULONG(volatile ULONG *address, ULONG value)
{
    nic_write32(windows_nic, offset_of(address), value);
}

void KeMemoryBarrier(void)
{
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    dma_barrier();
}

void KeStallExecutionProcessor(ULONG microseconds)
{
    irql_rule("KeStallExecutionProcessor");
    rule_require(microseconds <= STALL_MOST, "windows/long-stall",
                 "ndis/nf-ndis-ndisstallexecution", "stalls for %u microseconds", microseconds);
}

NDIS_STATUS NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT object, PNDIS_HANDLE handle)
{
    irql_rule("NdisOpenConfigurationEx");
    header_rule(&object->Header, NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT, 1,
                NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1, "NDIS_CONFIGURATION_OBJECT");
    if (memory_may_fail("NdisOpenConfigurationEx"))
        return NDIS_STATUS_FAILURE;
    *handle = memory_take(1, "a configuration handle");
    return *handle ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
}

static bool is_named(PNDIS_STRING keyword, const char *name)
{
    size_t i, length = strlen(name);

    if (keyword->Length != length * sizeof(WCHAR))
        return false;
    for (i = 0; i < length; i++)
        if (keyword->Buffer[i] != (WCHAR)name[i])
            return false;
    return true;
}

void NdisReadConfiguration(PNDIS_STATUS status, PNDIS_CONFIGURATION_PARAMETER *value,
                           NDIS_HANDLE handle, PNDIS_STRING keyword, NDIS_PARAMETER_TYPE type)
{
    static NDIS_CONFIGURATION_PARAMETER found;

    irql_rule("NdisReadConfiguration");
    rule_require(memory_in_use(handle), "windows/configuration-closed",
                 "ndis/nf-ndis-ndisreadconfiguration", "reads what is not open");
    found.ParameterType = type;
    found.ParameterData.IntegerData = 0;
    if (is_named(keyword, "*ReceiveBuffers"))
        found.ParameterData.IntegerData = windows_options.receive_buffers;
    if (is_named(keyword, "*TransmitBuffers"))
        found.ParameterData.IntegerData = windows_options.transmit_buffers;
    *value = &found;
    *status = found.ParameterData.IntegerData ? NDIS_STATUS_SUCCESS : NDIS_STATUS_FAILURE;
}

void NdisReadNetworkAddress(PNDIS_STATUS status, PVOID *address, PUINT length, NDIS_HANDLE handle)
{
    irql_rule("NdisReadNetworkAddress");
    rule_require(memory_in_use(handle), "windows/configuration-closed",
                 "ndis/nf-ndis-ndisreadnetworkaddress", "reads what is not open");
    *status = NDIS_STATUS_FAILURE; /* nobody set one */
    *address = NULL;
    *length = 0;
}

void NdisCloseConfiguration(NDIS_HANDLE handle)
{
    irql_rule("NdisCloseConfiguration");
    memory_give(handle, "NdisCloseConfiguration");
}
