/*
 * What NDIS offers to any driver: configuration, memory, locks, time (NDIS 6.30). Included
 * by ndis.h. Each declaration names its page below wdk-ddi-src/content/ndis.
 */
#ifndef NDIS_SERVICES_H
#define NDIS_SERVICES_H

#include "ntddndis.h"

/* nf-ndis-ndisopenconfigurationex, ndisreadconfiguration, ndisreadnetworkaddress,
   ndiscloseconfiguration */
typedef UNICODE_STRING NDIS_STRING, *PNDIS_STRING;
#define NDIS_STRING_CONST(text) \
    { sizeof(text) - sizeof(WCHAR), sizeof(text), (PWSTR)(text) }
typedef enum { NdisParameterInteger, NdisParameterHexInteger, NdisParameterString,
               NdisParameterMultiString, NdisParameterBinary } NDIS_PARAMETER_TYPE;
typedef struct _NDIS_CONFIGURATION_PARAMETER {
    NDIS_PARAMETER_TYPE ParameterType;
    union {
        ULONG IntegerData;
        NDIS_STRING StringData;
    } ParameterData;
} NDIS_CONFIGURATION_PARAMETER, *PNDIS_CONFIGURATION_PARAMETER;
typedef struct _NDIS_CONFIGURATION_OBJECT {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE NdisHandle;
    ULONG Flags;
} NDIS_CONFIGURATION_OBJECT, *PNDIS_CONFIGURATION_OBJECT;
#define NDIS_CONFIGURATION_OBJECT_REVISION_1 1
#define NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_CONFIGURATION_OBJECT, Flags)
NTKERNELAPI NDIS_STATUS NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT Object,
                                                PNDIS_HANDLE Configuration);
NTKERNELAPI void NdisReadConfiguration(PNDIS_STATUS Status, PNDIS_CONFIGURATION_PARAMETER *Value,
                                       NDIS_HANDLE Configuration, PNDIS_STRING Keyword,
                                       NDIS_PARAMETER_TYPE Type);
NTKERNELAPI void NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID *Address, PUINT Length,
                                        NDIS_HANDLE Configuration);
NTKERNELAPI void NdisCloseConfiguration(NDIS_HANDLE Configuration);

/* nf-ndis-ndisallocatememorywithtagpriority, ndisfreememory */
typedef enum { LowPoolPriority = 0, NormalPoolPriority = 16,
               HighPoolPriority = 32 } EX_POOL_PRIORITY;
NTKERNELAPI PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length, ULONG Tag,
                                                    EX_POOL_PRIORITY Priority);
NTKERNELAPI void NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags);

/* nf-ndis-ndisallocatespinlock, ndisfreespinlock, ndisacquirespinlock, ndisreleasespinlock */
typedef struct _NDIS_SPIN_LOCK {
    KSPIN_LOCK SpinLock;
    KIRQL OldIrql;
} NDIS_SPIN_LOCK, *PNDIS_SPIN_LOCK;
NTKERNELAPI void NdisAllocateSpinLock(PNDIS_SPIN_LOCK SpinLock);
NTKERNELAPI void NdisFreeSpinLock(PNDIS_SPIN_LOCK SpinLock);
NTKERNELAPI void NdisAcquireSpinLock(PNDIS_SPIN_LOCK SpinLock);
NTKERNELAPI void NdisReleaseSpinLock(PNDIS_SPIN_LOCK SpinLock);

/* nf-ndis-ndis_raise_irql_to_dispatch, ndis_lower_irql, ndisstallexecution: macros */
#define NDIS_RAISE_IRQL_TO_DISPATCH(old) (*(old) = KeRaiseIrqlToDpcLevel())
#define NDIS_LOWER_IRQL(old, current) KeLowerIrql(old)
#define NdisStallExecution(microseconds) KeStallExecutionProcessor(microseconds)
/* nf-ndis-ndismsleep; microseconds */
NTKERNELAPI void NdisMSleep(ULONG MicrosecondsToSleep);

#endif
