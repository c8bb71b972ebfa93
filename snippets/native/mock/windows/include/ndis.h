/*
 * The miniport's side of NDIS 6.30: registration, adapters, interrupts, DMA, the way of
 * frames, status, configuration. Each declaration names its page below
 * wdk-ddi-src/content; without a directory it is ndis/.
 */
#ifndef NDIS_H
#define NDIS_H

#include "ntddndis.h"

#define NDIS_MINIPORT_MAJOR_VERSION 6
#define NDIS_MINIPORT_MINOR_VERSION 30

/* Handlers: nc-ndis-miniport_<name> */
struct _NDIS_MINIPORT_INIT_PARAMETERS;
struct _NDIS_MINIPORT_PAUSE_PARAMETERS;
struct _NDIS_MINIPORT_RESTART_PARAMETERS;
struct _NET_DEVICE_PNP_EVENT;
typedef enum { NdisHaltDeviceDisabled, NdisHaltDeviceInstanceDeInitialized,
               NdisHaltDevicePoweredDown, NdisHaltDeviceSurpriseRemoved, NdisHaltDeviceFailed,
               NdisHaltDeviceInitializationFailed, NdisHaltDeviceStopped } NDIS_HALT_ACTION;
typedef enum { NdisShutdownPowerOff, NdisShutdownBugCheck } NDIS_SHUTDOWN_ACTION;
typedef NDIS_STATUS MINIPORT_SET_OPTIONS(NDIS_HANDLE Driver, NDIS_HANDLE Context);
typedef NDIS_STATUS MINIPORT_INITIALIZE(NDIS_HANDLE Adapter, NDIS_HANDLE DriverContext,
                                        struct _NDIS_MINIPORT_INIT_PARAMETERS *Parameters);
typedef void MINIPORT_HALT(NDIS_HANDLE Context, NDIS_HALT_ACTION Action);
typedef void MINIPORT_UNLOAD(PDRIVER_OBJECT DriverObject);
typedef NDIS_STATUS MINIPORT_PAUSE(NDIS_HANDLE Context,
                                   struct _NDIS_MINIPORT_PAUSE_PARAMETERS *Parameters);
typedef NDIS_STATUS MINIPORT_RESTART(NDIS_HANDLE Context,
                                     struct _NDIS_MINIPORT_RESTART_PARAMETERS *Parameters);
typedef NDIS_STATUS MINIPORT_OID_REQUEST(NDIS_HANDLE Context, PNDIS_OID_REQUEST Request);
typedef void MINIPORT_CANCEL_OID_REQUEST(NDIS_HANDLE Context, PVOID RequestId);
typedef NDIS_STATUS MINIPORT_DIRECT_OID_REQUEST(NDIS_HANDLE Context, PNDIS_OID_REQUEST Request);
typedef void MINIPORT_CANCEL_DIRECT_OID_REQUEST(NDIS_HANDLE Context, PVOID RequestId);
typedef void MINIPORT_SEND_NET_BUFFER_LISTS(NDIS_HANDLE Context, PNET_BUFFER_LIST Lists,
                                            NDIS_PORT_NUMBER Port, ULONG SendFlags);
typedef void MINIPORT_RETURN_NET_BUFFER_LISTS(NDIS_HANDLE Context, PNET_BUFFER_LIST Lists,
                                              ULONG ReturnFlags);
typedef void MINIPORT_CANCEL_SEND(NDIS_HANDLE Context, PVOID CancelId);
typedef BOOLEAN MINIPORT_CHECK_FOR_HANG(NDIS_HANDLE Context);
typedef NDIS_STATUS MINIPORT_RESET(NDIS_HANDLE Context, PBOOLEAN AddressingReset);
typedef void MINIPORT_DEVICE_PNP_EVENT_NOTIFY(NDIS_HANDLE Context,
                                              struct _NET_DEVICE_PNP_EVENT *Event);
typedef void MINIPORT_SHUTDOWN(NDIS_HANDLE Context, NDIS_SHUTDOWN_ACTION Action);

/* ns-ndis-_ndis_miniport_driver_characteristics; revision 2 is that of NDIS 6.20 to 6.7x */
typedef struct _NDIS_MINIPORT_DRIVER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    UCHAR MajorNdisVersion, MinorNdisVersion, MajorDriverVersion, MinorDriverVersion;
    ULONG Flags;
    MINIPORT_SET_OPTIONS *SetOptionsHandler;
    MINIPORT_INITIALIZE *InitializeHandlerEx;
    MINIPORT_HALT *HaltHandlerEx;
    MINIPORT_UNLOAD *UnloadHandler;
    MINIPORT_PAUSE *PauseHandler;
    MINIPORT_RESTART *RestartHandler;
    MINIPORT_OID_REQUEST *OidRequestHandler;
    MINIPORT_SEND_NET_BUFFER_LISTS *SendNetBufferListsHandler;
    MINIPORT_RETURN_NET_BUFFER_LISTS *ReturnNetBufferListsHandler;
    MINIPORT_CANCEL_SEND *CancelSendHandler;
    MINIPORT_CHECK_FOR_HANG *CheckForHangHandlerEx;
    MINIPORT_RESET *ResetHandlerEx;
    MINIPORT_DEVICE_PNP_EVENT_NOTIFY *DevicePnPEventNotifyHandler;
    MINIPORT_SHUTDOWN *ShutdownHandlerEx;
    MINIPORT_CANCEL_OID_REQUEST *CancelOidRequestHandler;
    MINIPORT_DIRECT_OID_REQUEST *DirectOidRequestHandler;
    MINIPORT_CANCEL_DIRECT_OID_REQUEST *CancelDirectOidRequestHandler;
} NDIS_MINIPORT_DRIVER_CHARACTERISTICS, *PNDIS_MINIPORT_DRIVER_CHARACTERISTICS;
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2 2
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, CancelDirectOidRequestHandler)
_Static_assert(NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2 == 152,
               "driver characteristics on x64");

/* nf-ndis-ndismregisterminiportdriver, ndismderegisterminiportdriver */
NTKERNELAPI NDIS_STATUS NdisMRegisterMiniportDriver(
    PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, NDIS_HANDLE DriverContext,
    PNDIS_MINIPORT_DRIVER_CHARACTERISTICS Characteristics, PNDIS_HANDLE Driver);
NTKERNELAPI void NdisMDeregisterMiniportDriver(NDIS_HANDLE Driver);

/* ns-ndis-_ndis_miniport_init_parameters */
typedef CM_PARTIAL_RESOURCE_LIST NDIS_RESOURCE_LIST, *PNDIS_RESOURCE_LIST;
typedef struct _NDIS_MINIPORT_INIT_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    PNDIS_RESOURCE_LIST AllocatedResources;
    NDIS_HANDLE IMDeviceInstanceContext, MiniportAddDeviceContext;
    ULONG IfIndex;
    ULONG64 NetLuid;
    PVOID DefaultPortAuthStates, PciDeviceCustomProperties;
} NDIS_MINIPORT_INIT_PARAMETERS, *PNDIS_MINIPORT_INIT_PARAMETERS;
_Static_assert(sizeof(NDIS_MINIPORT_INIT_PARAMETERS) == 64, "init parameters on x64");

/* ns-ndis-_ndis_miniport_pause_parameters, restart_parameters */
typedef struct _NDIS_MINIPORT_PAUSE_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags, PauseReason;
} NDIS_MINIPORT_PAUSE_PARAMETERS, *PNDIS_MINIPORT_PAUSE_PARAMETERS;
typedef struct _NDIS_MINIPORT_RESTART_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    PVOID RestartAttributes;
    ULONG Flags;
} NDIS_MINIPORT_RESTART_PARAMETERS, *PNDIS_MINIPORT_RESTART_PARAMETERS;

/* ns-ndis-_ndis_miniport_adapter_registration_attributes */
typedef struct _NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE MiniportAdapterContext;
    ULONG AttributeFlags;
    UINT CheckForHangTimeInSeconds;
    INTERFACE_TYPE InterfaceType;
} NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
#define NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2 2
#define NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES, InterfaceType)
_Static_assert(NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2 == 28,
               "registration attributes on x64");
#define NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE 0x00000001u
#define NDIS_MINIPORT_ATTRIBUTES_SURPRISE_REMOVE_OK 0x00000004u
#define NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER 0x00000010u

/* ns-ndis-_ndis_miniport_adapter_general_attributes */
enum { NDIS_MAX_PHYS_ADDRESS_LENGTH = 32 };
typedef struct _NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags, MediaType, PhysicalMediumType, MtuSize;
    ULONG64 MaxXmitLinkSpeed, XmitLinkSpeed, MaxRcvLinkSpeed, RcvLinkSpeed;
    NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
    NET_IF_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG LookaheadSize;
    PVOID PowerManagementCapabilities;
    ULONG MacOptions, SupportedPacketFilters, MaxMulticastListSize;
    USHORT MacAddressLength;
    UCHAR PermanentMacAddress[NDIS_MAX_PHYS_ADDRESS_LENGTH];
    UCHAR CurrentMacAddress[NDIS_MAX_PHYS_ADDRESS_LENGTH];
    PVOID RecvScaleCapabilities;
    ULONG AccessType, DirectionType, ConnectionType;
    USHORT IfType;
    BOOLEAN IfConnectorPresent;
    ULONG SupportedStatistics, SupportedPauseFunctions, DataBackFillSize, ContextBackFillSize;
    NDIS_OID *SupportedOidList;
    ULONG SupportedOidListLength, AutoNegotiationFlags;
    PVOID PowerManagementCapabilitiesEx;
} NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
#define NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2 2
#define NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES, \
                             PowerManagementCapabilitiesEx)
_Static_assert(NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2 == 224,
               "general attributes on x64");

/* ns-ndis-_ndis_miniport_adapter_offload_attributes */
typedef struct _NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    PNDIS_OFFLOAD DefaultOffloadConfiguration, HardwareOffloadCapabilities;
    PVOID DefaultTcpConnectionOffloadConfiguration, TcpConnectionOffloadHardwareCapabilities;
} NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
#define NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1 1
#define NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1 \
    ((USHORT)sizeof(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES))
_Static_assert(sizeof(NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES) == 40, "offload attributes on x64");

/* nf-ndis-ndismsetminiportattributes */
typedef union _NDIS_MINIPORT_ADAPTER_ATTRIBUTES {
    NDIS_OBJECT_HEADER Header;
    NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES RegistrationAttributes;
    NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES GeneralAttributes;
    NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES OffloadAttributes;
} NDIS_MINIPORT_ADAPTER_ATTRIBUTES, *PNDIS_MINIPORT_ADAPTER_ATTRIBUTES;
NTKERNELAPI NDIS_STATUS NdisMSetMiniportAttributes(NDIS_HANDLE Adapter,
                                                   PNDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes);

/* nc-ndis-miniport_isr, _interrupt_dpc, _disable_interrupt, _enable_interrupt */
typedef BOOLEAN MINIPORT_ISR(NDIS_HANDLE Context, PBOOLEAN QueueDefaultInterruptDpc,
                             PULONG TargetProcessors);
typedef void MINIPORT_INTERRUPT_DPC(NDIS_HANDLE Context, PVOID DpcContext,
                                    PVOID ReceiveThrottleParameters, PVOID NdisReserved2);
typedef void MINIPORT_DISABLE_INTERRUPT(NDIS_HANDLE Context);
typedef void MINIPORT_ENABLE_INTERRUPT(NDIS_HANDLE Context);
typedef BOOLEAN MINIPORT_SYNCHRONIZE_INTERRUPT(NDIS_HANDLE SynchronizeContext);

/* ns-ndis-_ndis_receive_throttle_parameters */
typedef struct _NDIS_RECEIVE_THROTTLE_PARAMETERS {
    ULONG MaxNblsToIndicate;
    ULONG MoreNblsPending : 1;
} NDIS_RECEIVE_THROTTLE_PARAMETERS, *PNDIS_RECEIVE_THROTTLE_PARAMETERS;
#define NDIS_INDICATE_ALL_NBLS (~0u)

/* ns-ndis-_ndis_miniport_interrupt_characteristics */
typedef enum { NDIS_CONNECT_LINE_BASED = 1, NDIS_CONNECT_MESSAGE_BASED } NDIS_INTERRUPT_TYPE;
typedef struct _NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    MINIPORT_ISR *InterruptHandler;
    MINIPORT_INTERRUPT_DPC *InterruptDpcHandler;
    MINIPORT_DISABLE_INTERRUPT *DisableInterruptHandler;
    MINIPORT_ENABLE_INTERRUPT *EnableInterruptHandler;
    BOOLEAN MsiSupported, MsiSyncWithAllMessages;
    PVOID MessageInterruptHandler, MessageInterruptDpcHandler;
    PVOID DisableMessageInterruptHandler, EnableMessageInterruptHandler;
    NDIS_INTERRUPT_TYPE InterruptType;
    PVOID MessageInfoTable;
} NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, *PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS;
#define NDIS_MINIPORT_INTERRUPT_REVISION_1 1
#define NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1 \
    ((USHORT)sizeof(NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS))
_Static_assert(sizeof(NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS) == 96,
               "interrupt characteristics on x64");

/* nf-ndis-ndismregisterinterruptex, ndismderegisterinterruptex, ndismsynchronizewithinterruptex */
NTKERNELAPI NDIS_STATUS NdisMRegisterInterruptEx(NDIS_HANDLE Adapter, NDIS_HANDLE InterruptContext,
                                                 PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS Interrupt,
                                                 PNDIS_HANDLE InterruptHandle);
NTKERNELAPI void NdisMDeregisterInterruptEx(NDIS_HANDLE InterruptHandle);
NTKERNELAPI BOOLEAN NdisMSynchronizeWithInterruptEx(NDIS_HANDLE InterruptHandle, ULONG MessageId,
                                                    PVOID SynchronizeFunction,
                                                    PVOID SynchronizeContext);
/* nf-ndis-ndismqueuedpcex */
NTKERNELAPI KAFFINITY NdisMQueueDpcEx(NDIS_HANDLE InterruptHandle, ULONG MessageId,
                                      PGROUP_AFFINITY TargetProcessors, PVOID DpcContext);

/* nc-ndis-miniport_process_sg_list, _allocate_shared_mem_complete;
   nf-ndis-ndismregisterscattergatherdma */
typedef void MINIPORT_PROCESS_SG_LIST(PDEVICE_OBJECT DeviceObject, PVOID Reserved,
                                      PSCATTER_GATHER_LIST List, PVOID Context);
typedef void MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE(NDIS_HANDLE Context, PVOID VirtualAddress,
                                                   NDIS_PHYSICAL_ADDRESS *PhysicalAddress,
                                                   ULONG Length, PVOID AllocateContext);
typedef struct _NDIS_SG_DMA_DESCRIPTION {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags, MaximumPhysicalMapping;
    MINIPORT_PROCESS_SG_LIST *ProcessSGListHandler;
    MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE *SharedMemAllocateCompleteHandler;
    ULONG ScatterGatherListSize;
} NDIS_SG_DMA_DESCRIPTION, *PNDIS_SG_DMA_DESCRIPTION;
#define NDIS_SG_DMA_DESCRIPTION_REVISION_1 1
#define NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_SG_DMA_DESCRIPTION, ScatterGatherListSize)
_Static_assert(NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1 == 36, "SG DMA description on x64");
#define NDIS_SG_DMA_64_BIT_ADDRESS 0x00000001u
#define NDIS_SG_LIST_WRITE_TO_DEVICE 0x00000001u
NTKERNELAPI NDIS_STATUS NdisMRegisterScatterGatherDma(NDIS_HANDLE Adapter,
                                                      PNDIS_SG_DMA_DESCRIPTION Description,
                                                      PNDIS_HANDLE DmaHandle);
NTKERNELAPI void NdisMDeregisterScatterGatherDma(NDIS_HANDLE DmaHandle);
/* nf-ndis-ndismallocatenetbuffersglist, ndismfreenetbuffersglist */
NTKERNELAPI NDIS_STATUS NdisMAllocateNetBufferSGList(NDIS_HANDLE DmaHandle, PNET_BUFFER NetBuffer,
                                                     PVOID Context, ULONG Flags, PVOID Buffer,
                                                     ULONG BufferSize);
NTKERNELAPI void NdisMFreeNetBufferSGList(NDIS_HANDLE DmaHandle, PSCATTER_GATHER_LIST List,
                                          PNET_BUFFER NetBuffer);
/* nf-ndis-ndismallocatesharedmemory, ndismfreesharedmemory */
NTKERNELAPI void NdisMAllocateSharedMemory(NDIS_HANDLE Adapter, ULONG Length, BOOLEAN Cached,
                                           PVOID *VirtualAddress,
                                           NDIS_PHYSICAL_ADDRESS *PhysicalAddress);
NTKERNELAPI void NdisMFreeSharedMemory(NDIS_HANDLE Adapter, ULONG Length, BOOLEAN Cached,
                                       PVOID VirtualAddress, NDIS_PHYSICAL_ADDRESS PhysicalAddress);

/* nf-ndis-ndismmapiospace, ndismunmapiospace */
NTKERNELAPI NDIS_STATUS NdisMMapIoSpace(PVOID *VirtualAddress, NDIS_HANDLE Adapter,
                                        NDIS_PHYSICAL_ADDRESS PhysicalAddress, UINT Length);
NTKERNELAPI void NdisMUnmapIoSpace(NDIS_HANDLE Adapter, PVOID VirtualAddress, UINT Length);
/* nf-ndis-ndisreadregisterulong, ndiswriteregisterulong: macros */
#define NdisReadRegisterUlong(register, data) (*(data) = READ_REGISTER_ULONG(register))
#define NdisWriteRegisterUlong(register, data) WRITE_REGISTER_ULONG(register, data)

/* nf-ndis-ndismsendnetbufferlistscomplete, ndismindicatereceivenetbufferlists */
#define NDIS_SEND_FLAGS_DISPATCH_LEVEL 0x00000001u
#define NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL 0x00000001u
#define NDIS_RETURN_FLAGS_DISPATCH_LEVEL 0x00000001u
#define NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL 0x00000001u
#define NDIS_RECEIVE_FLAGS_RESOURCES 0x00000002u
#define NDIS_TEST_SEND_AT_DISPATCH_LEVEL(flags) ((flags) & NDIS_SEND_FLAGS_DISPATCH_LEVEL)
NTKERNELAPI void NdisMSendNetBufferListsComplete(NDIS_HANDLE Adapter, PNET_BUFFER_LIST Lists,
                                                 ULONG SendCompleteFlags);
NTKERNELAPI void NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE Adapter, PNET_BUFFER_LIST Lists,
                                                    NDIS_PORT_NUMBER Port, ULONG Count,
                                                    ULONG ReceiveFlags);

/* nf-ndis-ndismpausecomplete */
NTKERNELAPI void NdisMPauseComplete(NDIS_HANDLE Adapter);

/* ns-ndis-_ndis_status_indication; nf-ndis-ndismindicatestatusex */
typedef struct _GUID {
    ULONG Data1;
    USHORT Data2, Data3;
    UCHAR Data4[8];
} GUID;
typedef struct _NDIS_STATUS_INDICATION {
    NDIS_OBJECT_HEADER Header;
    NDIS_HANDLE SourceHandle;
    NDIS_PORT_NUMBER PortNumber;
    NDIS_STATUS StatusCode;
    ULONG Flags;
    NDIS_HANDLE DestinationHandle;
    PVOID RequestId, StatusBuffer;
    ULONG StatusBufferSize;
    GUID Guid;
    PVOID NdisReserved[4];
} NDIS_STATUS_INDICATION, *PNDIS_STATUS_INDICATION;
#define NDIS_STATUS_INDICATION_REVISION_1 1
#define NDIS_SIZEOF_STATUS_INDICATION_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_STATUS_INDICATION, NdisReserved)
_Static_assert(NDIS_SIZEOF_STATUS_INDICATION_REVISION_1 == 112, "status indication on x64");
NTKERNELAPI void NdisMIndicateStatusEx(NDIS_HANDLE Adapter, PNDIS_STATUS_INDICATION Indication);

/* ns-ndis-_net_device_pnp_event */
typedef enum { NdisDevicePnPEventQueryRemoved, NdisDevicePnPEventRemoved,
               NdisDevicePnPEventSurpriseRemoved, NdisDevicePnPEventQueryStopped,
               NdisDevicePnPEventStopped, NdisDevicePnPEventPowerProfileChanged }
    NDIS_DEVICE_PNP_EVENT;
typedef struct _NET_DEVICE_PNP_EVENT {
    NDIS_OBJECT_HEADER Header;
    NDIS_PORT_NUMBER PortNumber;
    NDIS_DEVICE_PNP_EVENT DevicePnPEvent;
    PVOID InformationBuffer;
    ULONG InformationBufferLength;
    UCHAR NdisReserved[2 * sizeof(PVOID)];
} NET_DEVICE_PNP_EVENT, *PNET_DEVICE_PNP_EVENT;

#include "ndis_services.h"

#endif
