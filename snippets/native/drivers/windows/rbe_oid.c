/* Orders: filters, groups, offloads, power. A wrong one changes nothing. */
#include "rbe.h"

static const void *body(PNDIS_OID_REQUEST request)
{
    return request->DATA.SET_INFORMATION.InformationBuffer;
}

/* Says what was missing, or how much was read. */
static bool has(PNDIS_OID_REQUEST request, ULONG bytes)
{
    bool enough = request->DATA.SET_INFORMATION.InformationBufferLength >= bytes;

    request->DATA.SET_INFORMATION.BytesNeeded = enough ? 0 : bytes;
    request->DATA.SET_INFORMATION.BytesRead = enough ? bytes : 0;
    return enough;
}

// tag::filter[]
static NDIS_STATUS set_filter(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    const ULONG known = NDIS_PACKET_TYPE_DIRECTED | NDIS_PACKET_TYPE_MULTICAST |
                        NDIS_PACKET_TYPE_ALL_MULTICAST | NDIS_PACKET_TYPE_BROADCAST |
                        NDIS_PACKET_TYPE_PROMISCUOUS;
    ULONG filter;

    if (!has(request, sizeof filter))
        return NDIS_STATUS_INVALID_LENGTH;
    memcpy(&filter, body(request), sizeof filter);
    if (filter & ~known)
        return NDIS_STATUS_NOT_SUPPORTED;
    NdisAcquireSpinLock(&adapter->lock);
    adapter->filter = filter;
    rbe_set_filter(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    return NDIS_STATUS_SUCCESS;
}
// end::filter[]

static NDIS_STATUS set_groups(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    ULONG bytes = request->DATA.SET_INFORMATION.InformationBufferLength;

    if (bytes % 6 != 0)
        return NDIS_STATUS_INVALID_LENGTH;
    if (bytes > sizeof adapter->groups) {
        request->DATA.SET_INFORMATION.BytesNeeded = sizeof adapter->groups;
        return NDIS_STATUS_MULTICAST_FULL;
    }
    (void)has(request, bytes);
    NdisAcquireSpinLock(&adapter->lock);
    if (bytes > 0)
        memcpy(adapter->groups, body(request), bytes);
    adapter->group_count = bytes / 6;
    rbe_set_filter(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    return NDIS_STATUS_SUCCESS;
}

static NDIS_STATUS set_number(PNDIS_OID_REQUEST request, ULONG *to, ULONG most)
{
    ULONG value;

    if (!has(request, sizeof value))
        return NDIS_STATUS_INVALID_LENGTH;
    memcpy(&value, body(request), sizeof value);
    if (value > most)
        return NDIS_STATUS_INVALID_DATA;
    *to = value;
    return NDIS_STATUS_SUCCESS;
}

/* NDIS_OFFLOAD_PARAMETERS counts: 0 as it is, 1 neither, 2 transmit, 3 receive, 4 both. */
static void change(ULONG *on, UCHAR wanted)
{
    static const ULONG bits[] = {0, 0, 1, 2, 3};

    if (wanted != NDIS_OFFLOAD_PARAMETERS_NO_CHANGE && wanted < sizeof bits / sizeof bits[0])
        *on = bits[wanted];
}

static void change_large(ULONG *on, UCHAR wanted)
{
    if (wanted != NDIS_OFFLOAD_PARAMETERS_NO_CHANGE)
        *on = wanted == NDIS_OFFLOAD_PARAMETERS_LSOV2_ENABLED;
}

static void indicate_offload(struct rbe_adapter *adapter)
{
    NDIS_OFFLOAD now;
    NDIS_STATUS_INDICATION indication;

    rbe_describe_offload(&adapter->parameters, &now);
    memset(&indication, 0, sizeof indication);
    indication.Header.Type = NDIS_OBJECT_TYPE_STATUS_INDICATION;
    indication.Header.Revision = NDIS_STATUS_INDICATION_REVISION_1;
    indication.Header.Size = NDIS_SIZEOF_STATUS_INDICATION_REVISION_1;
    indication.SourceHandle = adapter->ndis;
    indication.StatusCode = NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG;
    indication.StatusBuffer = &now;
    indication.StatusBufferSize = sizeof now;
    NdisMIndicateStatusEx(adapter->ndis, &indication);
}

// tag::offload-parameters[]
static NDIS_STATUS set_offloads(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    const NDIS_OFFLOAD_PARAMETERS *wanted = body(request);
    struct rbe_parameters *on = &adapter->parameters;

    if (!has(request, NDIS_SIZEOF_OFFLOAD_PARAMETERS_REVISION_1))
        return NDIS_STATUS_INVALID_LENGTH;
    if (wanted->LsoV1 > NDIS_OFFLOAD_PARAMETERS_TX_RX_DISABLED)
        return NDIS_STATUS_NOT_SUPPORTED;
    NdisAcquireSpinLock(&adapter->lock);
    change(&on->ip4, wanted->IPv4Checksum);
    change(&on->tcp4, wanted->TCPIPv4Checksum);
    change(&on->udp4, wanted->UDPIPv4Checksum);
    change(&on->tcp6, wanted->TCPIPv6Checksum);
    change(&on->udp6, wanted->UDPIPv6Checksum);
    change_large(&on->lso4, wanted->LsoV2IPv4);
    change_large(&on->lso6, wanted->LsoV2IPv6);
    NdisReleaseSpinLock(&adapter->lock);
    indicate_offload(adapter); /* all above are told what holds now */
    return NDIS_STATUS_SUCCESS;
}
// end::offload-parameters[]

// tag::exceptions[]
/* What cards of a later class can do, and this one cannot: NDIS asks, and is told so. */
static NDIS_STATUS not_here(NDIS_OID oid)
{
    switch (oid) {
    case OID_GEN_RECEIVE_SCALE_PARAMETERS:
        DP_PORTING_EXCEPTION("RSS", "one receive queue, one interrupt line");
        return NDIS_STATUS_NOT_SUPPORTED;
    case OID_RECEIVE_FILTER_ALLOCATE_QUEUE:
        DP_PORTING_EXCEPTION("VMQ", "no filter can choose a queue: there is one");
        return NDIS_STATUS_NOT_SUPPORTED;
    case OID_GEN_HD_SPLIT_PARAMETERS:
        DP_PORTING_EXCEPTION("header-data split", "the 82540EM stores a frame in one piece");
        return NDIS_STATUS_NOT_SUPPORTED;
    case OID_PNP_ENABLE_WAKE_UP:
        DP_PORTING_EXCEPTION("wake on LAN", "the driver announces no power capabilities");
        return NDIS_STATUS_NOT_SUPPORTED;
    default:
        return NDIS_STATUS_NOT_SUPPORTED;
    }
}

NDIS_STATUS rbe_direct_oid(NDIS_HANDLE context, PNDIS_OID_REQUEST request)
{
    UNREFERENCED_PARAMETER(context);
    UNREFERENCED_PARAMETER(request);
    DP_PORTING_EXCEPTION("IPsec offload", "the 82540EM has no cipher engine");
    return NDIS_STATUS_NOT_SUPPORTED;
}

static NDIS_STATUS method(PNDIS_OID_REQUEST request)
{
    DP_PORTING_EXCEPTION("SR-IOV", "no virtual functions: NIC switch methods are refused");
    return not_here(request->DATA.METHOD_INFORMATION.Oid);
}
// end::exceptions[]

static NDIS_STATUS set(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    ULONG ignored;

    switch (request->DATA.SET_INFORMATION.Oid) {
    case OID_GEN_CURRENT_PACKET_FILTER: return set_filter(adapter, request);
    case OID_GEN_CURRENT_LOOKAHEAD: return set_number(request, &adapter->lookahead, RBE_MTU);
    case OID_GEN_VLAN_ID: return set_number(request, &adapter->vlan, 4095);
    case OID_802_3_MULTICAST_LIST: return set_groups(adapter, request);
    case OID_TCP_OFFLOAD_PARAMETERS: return set_offloads(adapter, request);
    case OID_OFFLOAD_ENCAPSULATION:
        return has(request, sizeof(NDIS_OBJECT_HEADER)) ? NDIS_STATUS_SUCCESS
                                                        : NDIS_STATUS_INVALID_LENGTH;
    case OID_PNP_SET_POWER: /* NDIS has paused us; a reset and a restart follow D0 */
        return set_number(request, &ignored, NdisDeviceStateD3);
    default: return not_here(request->DATA.SET_INFORMATION.Oid);
    }
}

// tag::oid[]
/* NDIS hands out one request after another, at PASSIVE_LEVEL; none is left pending here. */
NDIS_STATUS rbe_oid_request(NDIS_HANDLE context, PNDIS_OID_REQUEST request)
{
    switch (request->RequestType) {
    case NdisRequestQueryInformation: case NdisRequestQueryStatistics:
        return rbe_query(context, request);
    case NdisRequestSetInformation: return set(context, request);
    case NdisRequestMethod: return method(request);
    default: return NDIS_STATUS_NOT_SUPPORTED;
    }
}
// end::oid[]

void rbe_cancel_oid(NDIS_HANDLE context, PVOID request_id)
{
    UNREFERENCED_PARAMETER(context); /* every request was answered before its call returned */
    UNREFERENCED_PARAMETER(request_id);
}

void rbe_cancel_direct_oid(NDIS_HANDLE context, PVOID request_id)
{
    UNREFERENCED_PARAMETER(context);
    UNREFERENCED_PARAMETER(request_id);
}
