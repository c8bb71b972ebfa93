/*
 * Object types, status codes, OIDs and their buffers: what goes through NDIS between a
 * miniport and those above it (NDIS 6.30). Each declaration names its page below
 * wdk-ddi-src/content; OIDs are described in windows-driver-docs, network/oid-*.
 */
#ifndef NTDDNDIS_H
#define NTDDNDIS_H

#include "nbl.h"

/* objectheader/ns-objectheader-ndis_object_header: values of Type */
#define NDIS_OBJECT_TYPE_DEFAULT 0x80
#define NDIS_OBJECT_TYPE_MINIPORT_INIT_PARAMETERS 0x81
#define NDIS_OBJECT_TYPE_SG_DMA_DESCRIPTION 0x83
#define NDIS_OBJECT_TYPE_MINIPORT_INTERRUPT 0x84
#define NDIS_OBJECT_TYPE_MINIPORT_DRIVER_CHARACTERISTICS 0x8A
#define NDIS_OBJECT_TYPE_OID_REQUEST 0x96
#define NDIS_OBJECT_TYPE_STATUS_INDICATION 0x98
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES 0x9E
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES 0x9F
#define NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES 0xA0
#define NDIS_OBJECT_TYPE_OFFLOAD 0xA7
#define NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT 0xA9

/* Sizes end with a member, not with the padding behind it: revisions can grow. */
#define RTL_SIZEOF_THROUGH_FIELD(type, field) \
    ((USHORT)(offsetof(type, field) + sizeof(((type *)0)->field)))

/* network/ndis-status-values, [MS-ERREF] 2.3 facilities 1, 2 and 0x23 */
#define NDIS_STATUS_SUCCESS ((NDIS_STATUS)0x00000000)
#define NDIS_STATUS_PENDING ((NDIS_STATUS)0x00000103)
#define NDIS_STATUS_LINK_STATE ((NDIS_STATUS)0x40010017)
#define NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG ((NDIS_STATUS)0x40020006)
#define NDIS_STATUS_HARD_ERRORS ((NDIS_STATUS)0x80010004)
#define NDIS_STATUS_FAILURE ((NDIS_STATUS)0xC0000001)
#define NDIS_STATUS_INVALID_PARAMETER ((NDIS_STATUS)0xC000000D)
#define NDIS_STATUS_RESOURCES ((NDIS_STATUS)0xC000009A)
#define NDIS_STATUS_NOT_SUPPORTED ((NDIS_STATUS)0xC00000BB)
#define NDIS_STATUS_MULTICAST_FULL ((NDIS_STATUS)0xC0010009)
#define NDIS_STATUS_SEND_ABORTED ((NDIS_STATUS)0xC001000C)
#define NDIS_STATUS_RESET_IN_PROGRESS ((NDIS_STATUS)0xC001000D)
#define NDIS_STATUS_INVALID_LENGTH ((NDIS_STATUS)0xC0010014)
#define NDIS_STATUS_INVALID_DATA ((NDIS_STATUS)0xC0010015)
#define NDIS_STATUS_BUFFER_TOO_SHORT ((NDIS_STATUS)0xC0010016)
#define NDIS_STATUS_RESOURCE_CONFLICT ((NDIS_STATUS)0xC001001E)
#define NDIS_STATUS_MEDIA_DISCONNECTED ((NDIS_STATUS)0xC023001F)
#define NDIS_STATUS_PAUSED ((NDIS_STATUS)0xC023002A)

typedef ULONG NDIS_OID, NDIS_PORT_NUMBER;
enum { NDIS_DEFAULT_PORT_NUMBER = 0 };

/* network/ndis-general-statistics-oids and general-objects */
#define OID_GEN_TRANSMIT_BUFFER_SPACE 0x00010108u
#define OID_GEN_RECEIVE_BUFFER_SPACE 0x00010109u
#define OID_GEN_TRANSMIT_BLOCK_SIZE 0x0001010Au
#define OID_GEN_RECEIVE_BLOCK_SIZE 0x0001010Bu
#define OID_GEN_VENDOR_ID 0x0001010Cu
#define OID_GEN_VENDOR_DESCRIPTION 0x0001010Du
#define OID_GEN_CURRENT_PACKET_FILTER 0x0001010Eu
#define OID_GEN_CURRENT_LOOKAHEAD 0x0001010Fu
#define OID_GEN_MAXIMUM_TOTAL_SIZE 0x00010111u
#define OID_GEN_VENDOR_DRIVER_VERSION 0x00010116u
#define OID_GEN_RECEIVE_SCALE_PARAMETERS 0x00010204u
#define OID_GEN_INTERRUPT_MODERATION 0x00010209u
#define OID_GEN_VLAN_ID 0x0001021Cu
#define OID_GEN_HD_SPLIT_PARAMETERS 0x0001021Eu
#define OID_RECEIVE_FILTER_ALLOCATE_QUEUE 0x00010223u
#define OID_GEN_XMIT_OK 0x00020101u
#define OID_GEN_RCV_OK 0x00020102u
#define OID_GEN_XMIT_ERROR 0x00020103u
#define OID_GEN_RCV_ERROR 0x00020104u
#define OID_GEN_RCV_NO_BUFFER 0x00020105u
#define OID_GEN_STATISTICS 0x00020106u
#define OID_802_3_PERMANENT_ADDRESS 0x01010101u
#define OID_802_3_CURRENT_ADDRESS 0x01010102u
#define OID_802_3_MULTICAST_LIST 0x01010103u
#define OID_802_3_MAXIMUM_LIST_SIZE 0x01010104u
#define OID_802_3_RCV_ERROR_ALIGNMENT 0x01020101u
#define OID_802_3_XMIT_ONE_COLLISION 0x01020102u
#define OID_802_3_XMIT_MORE_COLLISIONS 0x01020103u
#define OID_OFFLOAD_ENCAPSULATION 0x0101010Au
#define OID_TCP_OFFLOAD_PARAMETERS 0xFC01020Cu
#define OID_TCP_TASK_IPSEC_OFFLOAD_V2_ADD_SA 0xFC030202u
#define OID_PNP_SET_POWER 0xFD010101u
#define OID_PNP_QUERY_POWER 0xFD010102u
#define OID_PNP_ENABLE_WAKE_UP 0xFD010106u

/* network/oid-gen-current-packet-filter */
#define NDIS_PACKET_TYPE_DIRECTED 0x00000001u
#define NDIS_PACKET_TYPE_MULTICAST 0x00000002u
#define NDIS_PACKET_TYPE_ALL_MULTICAST 0x00000004u
#define NDIS_PACKET_TYPE_BROADCAST 0x00000008u
#define NDIS_PACKET_TYPE_PROMISCUOUS 0x00000020u

/* network/oid-gen-mac-options */
#define NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA 0x00000001u
#define NDIS_MAC_OPTION_TRANSFERS_NOT_PEND 0x00000004u
#define NDIS_MAC_OPTION_NO_LOOPBACK 0x00000008u
#define NDIS_MAC_OPTION_8021P_PRIORITY 0x00000040u
#define NDIS_MAC_OPTION_8021Q_VLAN 0x00000200u

enum { NdisMedium802_3 = 0, NdisPhysicalMediumUnspecified = 0, NdisPhysicalMedium802_3 = 14 };
enum {
    NET_IF_ACCESS_BROADCAST = 2,
    NET_IF_DIRECTION_SENDRECEIVE = 0,
    NET_IF_CONNECTION_DEDICATED = 1
};
enum { IF_TYPE_ETHERNET_CSMACD = 6 };
enum { NdisDeviceStateUnspecified, NdisDeviceStateD0, NdisDeviceStateD1, NdisDeviceStateD2,
       NdisDeviceStateD3 };

/* ndis/ne-ndis-_net_if_media_connect_state, net_if_media_duplex_state */
typedef enum { MediaConnectStateUnknown, MediaConnectStateConnected,
               MediaConnectStateDisconnected } NET_IF_MEDIA_CONNECT_STATE;
typedef enum { MediaDuplexStateUnknown, MediaDuplexStateHalf, MediaDuplexStateFull }
    NET_IF_MEDIA_DUPLEX_STATE;

/* ntddndis/ne-ntddndis-_ndis_supported_pause_functions */
typedef enum { NdisPauseFunctionsUnsupported, NdisPauseFunctionsSendOnly,
               NdisPauseFunctionsReceiveOnly, NdisPauseFunctionsSendAndReceive,
               NdisPauseFunctionsUnknown } NDIS_SUPPORTED_PAUSE_FUNCTIONS;

/* ntddndis/ns-ntddndis-_ndis_link_state; speeds in bits per second */
typedef struct _NDIS_LINK_STATE {
    NDIS_OBJECT_HEADER Header;
    NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
    NET_IF_MEDIA_DUPLEX_STATE MediaDuplexState;
    ULONG64 XmitLinkSpeed, RcvLinkSpeed;
    NDIS_SUPPORTED_PAUSE_FUNCTIONS PauseFunctions;
    ULONG AutoNegotiationFlags;
} NDIS_LINK_STATE, *PNDIS_LINK_STATE;
#define NDIS_LINK_STATE_REVISION_1 1
#define NDIS_SIZEOF_LINK_STATE_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_LINK_STATE, AutoNegotiationFlags)
_Static_assert(NDIS_SIZEOF_LINK_STATE_REVISION_1 == 40, "NDIS_LINK_STATE");
#define NDIS_LINK_SPEED_UNKNOWN (~(ULONG64)0)
#define NDIS_LINK_STATE_XMIT_LINK_SPEED_AUTO_NEGOTIATED 0x1u
#define NDIS_LINK_STATE_RCV_LINK_SPEED_AUTO_NEGOTIATED 0x2u
#define NDIS_LINK_STATE_DUPLEX_AUTO_NEGOTIATED 0x4u

/* network/oid-gen-statistics: NDIS_STATISTICS_INFO */
typedef struct _NDIS_STATISTICS_INFO {
    NDIS_OBJECT_HEADER Header;
    ULONG SupportedStatistics;
    ULONG64 ifInDiscards, ifInErrors;
    ULONG64 ifHCInOctets, ifHCInUcastPkts, ifHCInMulticastPkts, ifHCInBroadcastPkts;
    ULONG64 ifHCOutOctets, ifHCOutUcastPkts, ifHCOutMulticastPkts, ifHCOutBroadcastPkts;
    ULONG64 ifOutErrors, ifOutDiscards;
    ULONG64 ifHCInUcastOctets, ifHCInMulticastOctets, ifHCInBroadcastOctets;
    ULONG64 ifHCOutUcastOctets, ifHCOutMulticastOctets, ifHCOutBroadcastOctets;
} NDIS_STATISTICS_INFO, *PNDIS_STATISTICS_INFO;
#define NDIS_STATISTICS_INFO_REVISION_1 1
#define NDIS_SIZEOF_STATISTICS_INFO_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_STATISTICS_INFO, ifHCOutBroadcastOctets)
_Static_assert(NDIS_SIZEOF_STATISTICS_INFO_REVISION_1 == 152, "NDIS_STATISTICS_INFO");
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_RCV 0x00000001u
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_RCV 0x00000002u
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_RCV 0x00000004u
#define NDIS_STATISTICS_FLAGS_VALID_BYTES_RCV 0x00000008u
#define NDIS_STATISTICS_FLAGS_VALID_RCV_DISCARDS 0x00000010u
#define NDIS_STATISTICS_FLAGS_VALID_RCV_ERROR 0x00000020u
#define NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_XMIT 0x00000040u
#define NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_XMIT 0x00000080u
#define NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_XMIT 0x00000100u
#define NDIS_STATISTICS_FLAGS_VALID_BYTES_XMIT 0x00000200u
#define NDIS_STATISTICS_FLAGS_VALID_XMIT_ERROR 0x00000400u
#define NDIS_STATISTICS_FLAGS_VALID_XMIT_DISCARDS 0x00008000u

/* ntddndis/ns-ntddndis-_ndis_interrupt_moderation_parameters */
typedef enum { NdisInterruptModerationUnknown, NdisInterruptModerationNotSupported,
               NdisInterruptModerationEnabled, NdisInterruptModerationDisabled }
    NDIS_INTERRUPT_MODERATION;
typedef struct _NDIS_INTERRUPT_MODERATION_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    NDIS_INTERRUPT_MODERATION InterruptModeration;
} NDIS_INTERRUPT_MODERATION_PARAMETERS;
#define NDIS_INTERRUPT_MODERATION_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1 12
_Static_assert(sizeof(NDIS_INTERRUPT_MODERATION_PARAMETERS) == 12, "moderation parameters");

/* network/ndis-tcp-ip-offload: values of the bit fields below, and encapsulations */
#define NDIS_OFFLOAD_NOT_SUPPORTED 0u
#define NDIS_OFFLOAD_SUPPORTED 1u
#define NDIS_ENCAPSULATION_NOT_SUPPORTED 0x00000000u
#define NDIS_ENCAPSULATION_IEEE_802_3 0x00000002u

/* ntddndis/ns-ntddndis-_ndis_tcp_ip_checksum_offload */
typedef struct _NDIS_CHECKSUM_IPV4 {
    ULONG Encapsulation;
    ULONG IpOptionsSupported : 2, TcpOptionsSupported : 2, TcpChecksum : 2, UdpChecksum : 2,
        IpChecksum : 2;
} NDIS_CHECKSUM_IPV4;
typedef struct _NDIS_CHECKSUM_IPV6 {
    ULONG Encapsulation;
    ULONG IpExtensionHeadersSupported : 2, TcpOptionsSupported : 2, TcpChecksum : 2,
        UdpChecksum : 2;
} NDIS_CHECKSUM_IPV6;
typedef struct _NDIS_TCP_IP_CHECKSUM_OFFLOAD {
    NDIS_CHECKSUM_IPV4 IPv4Transmit, IPv4Receive;
    NDIS_CHECKSUM_IPV6 IPv6Transmit, IPv6Receive;
} NDIS_TCP_IP_CHECKSUM_OFFLOAD;

/* ntddndis/ns-ntddndis-_ndis_tcp_large_send_offload_v1, _v2 */
typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation, MaxOffLoadSize, MinSegmentCount;
        ULONG TcpOptions : 2, IpOptions : 2;
    } IPv4;
} NDIS_TCP_LARGE_SEND_OFFLOAD_V1;
typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_V2 {
    struct {
        ULONG Encapsulation, MaxOffLoadSize, MinSegmentCount;
    } IPv4;
    struct {
        ULONG Encapsulation, MaxOffLoadSize, MinSegmentCount;
        ULONG IpExtensionHeadersSupported : 2, TcpOptionsSupported : 2;
    } IPv6;
} NDIS_TCP_LARGE_SEND_OFFLOAD_V2;

/* ntddndis/ns-ntddndis-_ndis_ipsec_offload_v1, _v2: only their sizes are needed */
typedef struct _NDIS_IPSEC_OFFLOAD_V1 {
    struct {
        ULONG Encapsulation, AhEspCombined, TransportTunnelCombined, IPv4Options, Flags;
    } Supported;
    struct {
        ULONG Md5 : 2, Sha_1 : 2, Transport : 2, Tunnel : 2, Send : 2, Receive : 2;
    } IPv4AH;
    struct {
        ULONG Des : 2, Reserved : 2, TripleDes : 2, NullEsp : 2, Transport : 2, Tunnel : 2,
            Send : 2, Receive : 2;
    } IPv4ESP;
} NDIS_IPSEC_OFFLOAD_V1;
_Static_assert(sizeof(NDIS_IPSEC_OFFLOAD_V1) == 28, "IPsec offload, version 1");
typedef struct _NDIS_IPSEC_OFFLOAD_V2 {
    ULONG Encapsulation;
    BOOLEAN Flags[11];
    ULONG UdpEsp, AuthenticationAlgorithms, EncryptionAlgorithms, SaOffloadCapacity;
} NDIS_IPSEC_OFFLOAD_V2;

/* ntddndis/ns-ntddndis-_ndis_offload; revision 3 is that of NDIS 6.30 */
typedef struct _NDIS_OFFLOAD {
    NDIS_OBJECT_HEADER Header;
    NDIS_TCP_IP_CHECKSUM_OFFLOAD Checksum;
    NDIS_TCP_LARGE_SEND_OFFLOAD_V1 LsoV1;
    NDIS_IPSEC_OFFLOAD_V1 IPsecV1;
    NDIS_TCP_LARGE_SEND_OFFLOAD_V2 LsoV2;
    ULONG Flags;
    NDIS_IPSEC_OFFLOAD_V2 IPsecV2;
    struct {
        struct {
            BOOLEAN Enabled;
        } IPv4, IPv6;
    } Rsc;
    struct {
        ULONG TransmitChecksumOffloadSupported : 4, ReceiveChecksumOffloadSupported : 4,
            LsoV2Supported : 4, RssSupported : 4, VmqSupported : 4;
        ULONG MaxHeaderSizeSupported;
    } EncapsulatedPacketTaskOffloadGre;
} NDIS_OFFLOAD, *PNDIS_OFFLOAD;
#define NDIS_OFFLOAD_REVISION_1 1
#define NDIS_OFFLOAD_REVISION_3 3
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, Flags)
#define NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD, EncapsulatedPacketTaskOffloadGre)
_Static_assert(NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_1 == 112, "NDIS_OFFLOAD, revision 1");

/* ntddndis/ns-ntddndis-_ndis_offload_parameters; revision 3 */
typedef struct _NDIS_OFFLOAD_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR IPv4Checksum, TCPIPv4Checksum, UDPIPv4Checksum, TCPIPv6Checksum, UDPIPv6Checksum;
    UCHAR LsoV1, IPsecV1, LsoV2IPv4, LsoV2IPv6, TcpConnectionIPv4, TcpConnectionIPv6;
    ULONG Flags;
    UCHAR IPsecV2, IPsecV2IPv4, RscIPv4, RscIPv6, EncapsulatedPacketTaskOffload;
} NDIS_OFFLOAD_PARAMETERS, *PNDIS_OFFLOAD_PARAMETERS;
#define NDIS_OFFLOAD_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_OFFLOAD_PARAMETERS, Flags)
enum { NDIS_OFFLOAD_PARAMETERS_NO_CHANGE, NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED,
       NDIS_OFFLOAD_PARAMETERS_TX_ENABLED_RX_DISABLED,
       NDIS_OFFLOAD_PARAMETERS_RX_ENABLED_TX_DISABLED, NDIS_OFFLOAD_PARAMETERS_TX_RX_ENABLED };
enum { NDIS_OFFLOAD_PARAMETERS_LSOV2_DISABLED = 1, NDIS_OFFLOAD_PARAMETERS_LSOV2_ENABLED = 2 };

/* ndis/ne-ndis-_ndis_request_type */
typedef enum _NDIS_REQUEST_TYPE { NdisRequestQueryInformation, NdisRequestSetInformation,
                                  NdisRequestQueryStatistics, NdisRequestMethod = 12 }
    NDIS_REQUEST_TYPE;

/* oidrequest/ns-oidrequest-ndis_oid_request */
typedef struct _NDIS_OID_REQUEST {
    NDIS_OBJECT_HEADER Header;
    NDIS_REQUEST_TYPE RequestType;
    NDIS_PORT_NUMBER PortNumber;
    UINT Timeout;
    PVOID RequestId;
    NDIS_HANDLE RequestHandle;
    union _REQUEST_DATA {
        struct {
            NDIS_OID Oid;
            PVOID InformationBuffer;
            UINT InformationBufferLength, BytesWritten, BytesNeeded;
        } QUERY_INFORMATION;
        struct {
            NDIS_OID Oid;
            PVOID InformationBuffer;
            UINT InformationBufferLength, BytesRead, BytesNeeded;
        } SET_INFORMATION;
        struct {
            NDIS_OID Oid;
            PVOID InformationBuffer;
            ULONG InputBufferLength, OutputBufferLength, MethodId;
            UINT BytesWritten, BytesRead, BytesNeeded;
        } METHOD_INFORMATION;
    } DATA;
    UCHAR NdisReserved[16 * sizeof(PVOID)];
    UCHAR MiniportReserved[2 * sizeof(PVOID)], SourceReserved[2 * sizeof(PVOID)];
    UCHAR SupportedRevision, Reserved1;
    USHORT Reserved2;
} NDIS_OID_REQUEST, *PNDIS_OID_REQUEST;
#define NDIS_OID_REQUEST_REVISION_1 1
#define NDIS_SIZEOF_OID_REQUEST_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_OID_REQUEST, Reserved2)
_Static_assert(offsetof(NDIS_OID_REQUEST, DATA) == 32, "NDIS_OID_REQUEST on x64");
_Static_assert(NDIS_SIZEOF_OID_REQUEST_REVISION_1 == 236, "NDIS_OID_REQUEST on x64");

#endif
