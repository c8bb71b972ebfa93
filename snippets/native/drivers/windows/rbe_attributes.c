/* What NDIS is told when an adapter starts, and what the registry tells the adapter. */
#include "rbe.h"

enum { SECONDS_BETWEEN_CHECKS = 2 };

/* Standardized keywords; the same stand in rbe.inf. */
struct keyword {
    NDIS_STRING name;
    size_t offset;
    ULONG usual, least, most;
};

#define KEYWORD(text, member, usual, least, most) \
    {NDIS_STRING_CONST(text), offsetof(struct rbe_parameters, member), usual, least, most}

static const struct keyword keywords[] = {
    KEYWORD(L"*ReceiveBuffers", receive_buffers, 512, 16, RBE_MOST_BLOCKS * RBE_BLOCK_BUFFERS),
    KEYWORD(L"*TransmitBuffers", transmit_slots, 256, 64, DP_MOST_SLOTS),
    KEYWORD(L"*IPChecksumOffloadIPv4", ip4, 3, 0, 3),
    KEYWORD(L"*TCPChecksumOffloadIPv4", tcp4, 3, 0, 3),
    KEYWORD(L"*UDPChecksumOffloadIPv4", udp4, 3, 0, 3),
    KEYWORD(L"*TCPChecksumOffloadIPv6", tcp6, 3, 0, 3),
    KEYWORD(L"*UDPChecksumOffloadIPv6", udp6, 3, 0, 3),
    KEYWORD(L"*LsoV2IPv4", lso4, 1, 0, 1),
    KEYWORD(L"*LsoV2IPv6", lso6, 1, 0, 1),
};

/* A value outside its limits is one that nobody set: the usual one counts. */
static void read_keyword(struct rbe_adapter *adapter, NDIS_HANDLE registry,
                         const struct keyword *keyword)
{
    ULONG *value = (ULONG *)((UCHAR *)&adapter->parameters + keyword->offset);
    NDIS_CONFIGURATION_PARAMETER *found;
    NDIS_STRING name = keyword->name;
    NDIS_STATUS status;

    *value = keyword->usual;
    NdisReadConfiguration(&status, &found, registry, &name, NdisParameterInteger);
    if (status == NDIS_STATUS_SUCCESS && found->ParameterData.IntegerData >= keyword->least &&
        found->ParameterData.IntegerData <= keyword->most)
        *value = found->ParameterData.IntegerData;
}

/* A locally administered unicast address, if the administrator set one. */
static void read_address(struct rbe_adapter *adapter, NDIS_HANDLE registry)
{
    NDIS_STATUS status;
    PVOID address;
    UINT length;

    NdisReadNetworkAddress(&status, &address, &length, registry);
    if (status == NDIS_STATUS_SUCCESS && length == sizeof adapter->address &&
        (*(UCHAR *)address & 3) == 2)
        memcpy(adapter->address, address, sizeof adapter->address);
}

NDIS_STATUS rbe_read_parameters(struct rbe_adapter *adapter)
{
    NDIS_CONFIGURATION_OBJECT object;
    struct rbe_parameters *parameters = &adapter->parameters;
    NDIS_HANDLE registry;
    NDIS_STATUS status;
    size_t i;

    memset(&object, 0, sizeof object);
    object.Header.Type = NDIS_OBJECT_TYPE_CONFIGURATION_OBJECT;
    object.Header.Revision = NDIS_CONFIGURATION_OBJECT_REVISION_1;
    object.Header.Size = NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1;
    object.NdisHandle = adapter->ndis;
    status = NdisOpenConfigurationEx(&object, &registry);
    if (status != NDIS_STATUS_SUCCESS)
        return status;
    for (i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
        read_keyword(adapter, registry, &keywords[i]);
    read_address(adapter, registry);
    NdisCloseConfiguration(registry);
    parameters->transmit_slots &= ~(ULONG)(DP_SIZE_STEP - 1);
    parameters->receive_slots = (parameters->receive_buffers / 2) & ~(ULONG)(DP_SIZE_STEP - 1);
    return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS rbe_set_registration(struct rbe_adapter *adapter)
{
    NDIS_MINIPORT_ADAPTER_ATTRIBUTES attributes;
    NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES *is = &attributes.RegistrationAttributes;

    memset(&attributes, 0, sizeof attributes);
    is->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES;
    is->Header.Revision = NDIS_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
    is->Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_REGISTRATION_ATTRIBUTES_REVISION_2;
    is->MiniportAdapterContext = adapter;
    is->AttributeFlags = NDIS_MINIPORT_ATTRIBUTES_HARDWARE_DEVICE |
                         NDIS_MINIPORT_ATTRIBUTES_BUS_MASTER |
                         NDIS_MINIPORT_ATTRIBUTES_SURPRISE_REMOVE_OK;
    is->CheckForHangTimeInSeconds = SECONDS_BETWEEN_CHECKS;
    is->InterfaceType = PCIBus;
    return NdisMSetMiniportAttributes(adapter->ndis, &attributes);
}

static void describe_link(const struct rbe_adapter *adapter,
                          NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *is)
{
    is->MaxXmitLinkSpeed = is->MaxRcvLinkSpeed = 1000000000;
    is->XmitLinkSpeed = is->RcvLinkSpeed = adapter->link_up ? 1000000000 : NDIS_LINK_SPEED_UNKNOWN;
    is->MediaConnectState =
        adapter->link_up ? MediaConnectStateConnected : MediaConnectStateDisconnected;
    is->MediaDuplexState = adapter->link_up ? MediaDuplexStateFull : MediaDuplexStateUnknown;
    is->AutoNegotiationFlags = NDIS_LINK_STATE_XMIT_LINK_SPEED_AUTO_NEGOTIATED |
                               NDIS_LINK_STATE_RCV_LINK_SPEED_AUTO_NEGOTIATED |
                               NDIS_LINK_STATE_DUPLEX_AUTO_NEGOTIATED;
}

static void describe_filters(NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *is)
{
    is->MacOptions = NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA | NDIS_MAC_OPTION_TRANSFERS_NOT_PEND |
                     NDIS_MAC_OPTION_NO_LOOPBACK | NDIS_MAC_OPTION_8021P_PRIORITY |
                     NDIS_MAC_OPTION_8021Q_VLAN;
    is->SupportedPacketFilters = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST |
                                 NDIS_PACKET_TYPE_ALL_MULTICAST | NDIS_PACKET_TYPE_BROADCAST |
                                 NDIS_PACKET_TYPE_PROMISCUOUS;
    is->MaxMulticastListSize = RBE_MOST_MULTICAST;
    is->SupportedStatistics = rbe_statistics;
}

NDIS_STATUS rbe_set_general(struct rbe_adapter *adapter)
{
    NDIS_MINIPORT_ADAPTER_ATTRIBUTES attributes;
    NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES *is = &attributes.GeneralAttributes;

    memset(&attributes, 0, sizeof attributes);
    is->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES;
    is->Header.Revision = NDIS_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
    is->Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_GENERAL_ATTRIBUTES_REVISION_2;
    is->MediaType = NdisMedium802_3;
    is->PhysicalMediumType = NdisPhysicalMedium802_3;
    is->MtuSize = is->LookaheadSize = adapter->lookahead = RBE_MTU;
    is->MacAddressLength = sizeof adapter->address;
    memcpy(is->PermanentMacAddress, adapter->permanent, sizeof adapter->permanent);
    memcpy(is->CurrentMacAddress, adapter->address, sizeof adapter->address);
    is->AccessType = NET_IF_ACCESS_BROADCAST;
    is->DirectionType = NET_IF_DIRECTION_SENDRECEIVE;
    is->ConnectionType = NET_IF_CONNECTION_DEDICATED;
    is->IfType = IF_TYPE_ETHERNET_CSMACD;
    is->IfConnectorPresent = TRUE;
    is->SupportedOidList = (NDIS_OID *)rbe_oids;
    is->SupportedOidListLength = rbe_oids_bytes;
    describe_link(adapter, is);
    describe_filters(is);
    return NdisMSetMiniportAttributes(adapter->ndis, &attributes);
}

static ULONG both(ULONG parameter, ULONG direction)
{
    return parameter & direction ? NDIS_OFFLOAD_SUPPORTED : NDIS_OFFLOAD_NOT_SUPPORTED;
}

static void describe_ipv4(const struct rbe_parameters *on, ULONG direction, NDIS_CHECKSUM_IPV4 *is)
{
    is->Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
    is->IpOptionsSupported = is->TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
    is->IpChecksum = both(on->ip4, direction);
    is->TcpChecksum = both(on->tcp4, direction);
    is->UdpChecksum = both(on->udp4, direction);
}

static void describe_ipv6(const struct rbe_parameters *on, ULONG direction, NDIS_CHECKSUM_IPV6 *is)
{
    is->Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
    is->IpExtensionHeadersSupported = NDIS_OFFLOAD_NOT_SUPPORTED;
    is->TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
    is->TcpChecksum = both(on->tcp6, direction);
    is->UdpChecksum = both(on->udp6, direction);
}

// tag::offload-attributes[]
void rbe_describe_offload(const struct rbe_parameters *on, NDIS_OFFLOAD *offload)
{
    memset(offload, 0, sizeof *offload);
    offload->Header.Type = NDIS_OBJECT_TYPE_OFFLOAD;
    offload->Header.Revision = NDIS_OFFLOAD_REVISION_3;
    offload->Header.Size = NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3;
    describe_ipv4(on, 1, &offload->Checksum.IPv4Transmit);
    describe_ipv4(on, 2, &offload->Checksum.IPv4Receive);
    describe_ipv6(on, 1, &offload->Checksum.IPv6Transmit);
    describe_ipv6(on, 2, &offload->Checksum.IPv6Receive);
    if (on->lso4) {
        offload->LsoV2.IPv4.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
        offload->LsoV2.IPv4.MaxOffLoadSize = RBE_LARGEST_SEND;
        offload->LsoV2.IPv4.MinSegmentCount = RBE_LEAST_CUTS;
    }
    if (on->lso6) {
        offload->LsoV2.IPv6.Encapsulation = NDIS_ENCAPSULATION_IEEE_802_3;
        offload->LsoV2.IPv6.MaxOffLoadSize = RBE_LARGEST_SEND;
        offload->LsoV2.IPv6.MinSegmentCount = RBE_LEAST_CUTS;
        offload->LsoV2.IPv6.TcpOptionsSupported = NDIS_OFFLOAD_SUPPORTED;
    }
}

NDIS_STATUS rbe_set_offload(struct rbe_adapter *adapter)
{
    static const struct rbe_parameters all = {.ip4 = 3, .tcp4 = 3, .udp4 = 3, .tcp6 = 3,
                                              .udp6 = 3, .lso4 = 1, .lso6 = 1};
    NDIS_MINIPORT_ADAPTER_ATTRIBUTES attributes;
    NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES *is = &attributes.OffloadAttributes;
    NDIS_OFFLOAD now, possible;

    rbe_describe_offload(&adapter->parameters, &now);
    rbe_describe_offload(&all, &possible);
    memset(&attributes, 0, sizeof attributes);
    is->Header.Type = NDIS_OBJECT_TYPE_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES;
    is->Header.Revision = NDIS_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
    is->Header.Size = NDIS_SIZEOF_MINIPORT_ADAPTER_OFFLOAD_ATTRIBUTES_REVISION_1;
    is->DefaultOffloadConfiguration = &now;
    is->HardwareOffloadCapabilities = &possible;
    return NdisMSetMiniportAttributes(adapter->ndis, &attributes);
}
// end::offload-attributes[]
