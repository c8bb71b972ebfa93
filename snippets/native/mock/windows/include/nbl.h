/*
 * NET_BUFFER and NET_BUFFER_LIST, what travels out of band with them, and their pools
 * (NDIS 6.30, x64). Each declaration names its page below wdk-ddi-src/content.
 */
#ifndef NBL_H
#define NBL_H

#include "wdm.h"

typedef PVOID NDIS_HANDLE, *PNDIS_HANDLE;
typedef int NDIS_STATUS, *PNDIS_STATUS;
typedef PHYSICAL_ADDRESS NDIS_PHYSICAL_ADDRESS;

/* objectheader/ns-objectheader-ndis_object_header */
typedef struct _NDIS_OBJECT_HEADER {
    UCHAR Type, Revision;
    USHORT Size;
} NDIS_OBJECT_HEADER, *PNDIS_OBJECT_HEADER;

/* nbl/ns-nbl-net_buffer, net_buffer_header, net_buffer_data */
typedef struct _NET_BUFFER NET_BUFFER, *PNET_BUFFER;
struct _NET_BUFFER {
    PNET_BUFFER Next;
    PMDL CurrentMdl;
    ULONG CurrentMdlOffset;
    union {
        ULONG DataLength;
        SIZE_T stDataLength;
    };
    PMDL MdlChain;
    ULONG DataOffset;
    _Alignas(8) USHORT ChecksumBias;
    USHORT Reserved;
    NDIS_HANDLE NdisPoolHandle;
    ALIGNED16 PVOID NdisReserved[2];
    ALIGNED16 PVOID ProtocolReserved[6];
    ALIGNED16 PVOID MiniportReserved[4];
    NDIS_PHYSICAL_ADDRESS DataPhysicalAddress;
    union {
        PVOID SharedMemoryInfo;
        PSCATTER_GATHER_LIST ScatterGatherList;
    };
};
_Static_assert(offsetof(NET_BUFFER, ChecksumBias) == 0x30, "NET_BUFFER on x64");
_Static_assert(offsetof(NET_BUFFER, MiniportReserved) == 0x80, "NET_BUFFER on x64");
_Static_assert(sizeof(NET_BUFFER) == 0xb0, "NET_BUFFER on x64");

/* nblinfo/ne-nblinfo-ndis_net_buffer_list_info: slots of NetBufferListInfo */
typedef enum _NDIS_NET_BUFFER_LIST_INFO {
    TcpIpChecksumNetBufferListInfo,
    IPsecOffloadV1NetBufferListInfo,
    TcpLargeSendNetBufferListInfo,
    ClassificationHandleNetBufferListInfo,
    Ieee8021QNetBufferListInfo,
    NetBufferListCancelId,
    MediaSpecificInformation,
    NetBufferListFrameType,
    NetBufferListHashValue,
    NetBufferListHashInfo,
    WfpNetBufferListInfo,
    MaxNetBufferListInfo = 19 /* as many as NDIS 6.30 allocates; only NDIS does so */
} NDIS_NET_BUFFER_LIST_INFO;

/* nbl/ns-nbl-net_buffer_list, net_buffer_list_header, net_buffer_list_data */
typedef struct _NET_BUFFER_LIST NET_BUFFER_LIST, *PNET_BUFFER_LIST;
struct _NET_BUFFER_LIST {
    ALIGNED16 PNET_BUFFER_LIST Next;
    PNET_BUFFER FirstNetBuffer;
    PVOID Context;
    PNET_BUFFER_LIST ParentNetBufferList;
    NDIS_HANDLE NdisPoolHandle;
    ALIGNED16 PVOID NdisReserved[2];
    ALIGNED16 PVOID ProtocolReserved[4];
    ALIGNED16 PVOID MiniportReserved[2];
    PVOID Scratch;
    NDIS_HANDLE SourceHandle;
    ULONG NblFlags;
    LONG ChildRefCount;
    ULONG Flags;
    NDIS_STATUS Status;
    PVOID NetBufferListInfo[MaxNetBufferListInfo];
};
_Static_assert(offsetof(NET_BUFFER_LIST, MiniportReserved) == 0x60, "NET_BUFFER_LIST on x64");
_Static_assert(offsetof(NET_BUFFER_LIST, NetBufferListInfo) == 0x90, "NET_BUFFER_LIST on x64");

/* nblaccessors/nf-nblaccessors-* : the documented way to the members */
#define NET_BUFFER_NEXT_NB(nb) ((nb)->Next)
#define NET_BUFFER_FIRST_MDL(nb) ((nb)->MdlChain)
#define NET_BUFFER_CURRENT_MDL(nb) ((nb)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(nb) ((nb)->CurrentMdlOffset)
#define NET_BUFFER_DATA_LENGTH(nb) ((nb)->DataLength)
#define NET_BUFFER_DATA_OFFSET(nb) ((nb)->DataOffset)
#define NET_BUFFER_MINIPORT_RESERVED(nb) ((nb)->MiniportReserved)
#define NET_BUFFER_LIST_NEXT_NBL(nbl) ((nbl)->Next)
#define NET_BUFFER_LIST_FIRST_NB(nbl) ((nbl)->FirstNetBuffer)
#define NET_BUFFER_LIST_STATUS(nbl) ((nbl)->Status)
#define NET_BUFFER_LIST_MINIPORT_RESERVED(nbl) ((nbl)->MiniportReserved)
#define NET_BUFFER_LIST_INFO(nbl, id) ((nbl)->NetBufferListInfo[id])
/* ndis/nf-ndis-ndis_get_net_buffer_list_cancel_id */
#define NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(nbl) (NET_BUFFER_LIST_INFO(nbl, NetBufferListCancelId))

/* nblchecksum/ns-nblchecksum-ndis_tcp_ip_checksum_net_buffer_list_info */
typedef union _NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO {
    struct {
        ULONG IsIPv4 : 1, IsIPv6 : 1, TcpChecksum : 1, UdpChecksum : 1, IpHeaderChecksum : 1,
            Reserved : 11, TcpHeaderOffset : 10;
    } Transmit;
    struct {
        ULONG TcpChecksumFailed : 1, UdpChecksumFailed : 1, IpChecksumFailed : 1,
            TcpChecksumSucceeded : 1, UdpChecksumSucceeded : 1, IpChecksumSucceeded : 1,
            Loopback : 1, TcpChecksumValueInvalid : 1, IpChecksumValueInvalid : 1;
    } Receive;
    PVOID Value;
} NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO;

/* nbllso/ns-nbllso-ndis_tcp_large_send_offload_net_buffer_list_info */
enum { NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE = 0, NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE = 1 };
enum { NDIS_TCP_LARGE_SEND_OFFLOAD_IPv4 = 0, NDIS_TCP_LARGE_SEND_OFFLOAD_IPv6 = 1 };

typedef union _NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO {
    struct {
        ULONG Unused : 30, Type : 1, Reserved2 : 1;
    } Transmit;
    struct {
        ULONG MSS : 20, TcpHeaderOffset : 10, Type : 1, IPVersion : 1;
    } LsoV2Transmit;
    struct {
        ULONG Reserved : 30, Type : 1, Reserved2 : 1;
    } LsoV2TransmitComplete;
    PVOID Value;
} NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO;

/* nbl8021q/ns-nbl8021q-ndis_net_buffer_list_8021q_info */
typedef union _NDIS_NET_BUFFER_LIST_8021Q_INFO {
    struct {
        ULONG UserPriority : 3, CanonicalFormatId : 1, VlanId : 12, Reserved : 16;
    } TagHeader;
    PVOID Value;
} NDIS_NET_BUFFER_LIST_8021Q_INFO;
_Static_assert(sizeof(NDIS_NET_BUFFER_LIST_8021Q_INFO) == 8, "fits a pointer");

/* nblapi/ns-nblapi-net_buffer_list_pool_parameters */
typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR ProtocolId;
    BOOLEAN fAllocateNetBuffer;
    USHORT ContextSize;
    ULONG PoolTag, DataSize;
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 \
    ((USHORT)sizeof(NET_BUFFER_LIST_POOL_PARAMETERS))
_Static_assert(sizeof(NET_BUFFER_LIST_POOL_PARAMETERS) == 16, "pool parameters, revision 1");
enum { NDIS_PROTOCOL_ID_DEFAULT = 0 };

/* nblapi/nf-nblapi-ndisallocatenetbufferlistpool, ndisfreenetbufferlistpool */
NTKERNELAPI NDIS_HANDLE NdisAllocateNetBufferListPool(NDIS_HANDLE NdisHandle,
                                                      NET_BUFFER_LIST_POOL_PARAMETERS *Parameters);
NTKERNELAPI void NdisFreeNetBufferListPool(NDIS_HANDLE PoolHandle);

/* nblapi/nf-nblapi-ndisallocatenetbufferandnetbufferlist, ndisfreenetbufferlist */
NTKERNELAPI PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE PoolHandle,
                                                                   USHORT ContextSize,
                                                                   USHORT ContextBackFill,
                                                                   PMDL MdlChain, ULONG DataOffset,
                                                                   SIZE_T DataLength);
NTKERNELAPI void NdisFreeNetBufferList(PNET_BUFFER_LIST NetBufferList);

/* nblapi/nf-nblapi-ndisgetdatabuffer: NULL if it is not in one piece and no Storage is given */
NTKERNELAPI PVOID NdisGetDataBuffer(PNET_BUFFER NetBuffer, ULONG BytesNeeded, PVOID Storage,
                                    ULONG AlignMultiple, ULONG AlignOffset);

/* ndis/nf-ndis-ndisallocatemdl, ndisfreemdl; nonpaged memory only */
NTKERNELAPI PMDL NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, ULONG Length);
NTKERNELAPI void NdisFreeMdl(PMDL Mdl);

#endif
