/* Questions. What the attributes told at the start NDIS answers itself. */
#include "rbe.h"

const NDIS_OID rbe_oids[] = {
    OID_GEN_TRANSMIT_BUFFER_SPACE, OID_GEN_RECEIVE_BUFFER_SPACE, OID_GEN_TRANSMIT_BLOCK_SIZE,
    OID_GEN_RECEIVE_BLOCK_SIZE, OID_GEN_VENDOR_ID, OID_GEN_VENDOR_DESCRIPTION,
    OID_GEN_CURRENT_PACKET_FILTER, OID_GEN_CURRENT_LOOKAHEAD, OID_GEN_MAXIMUM_TOTAL_SIZE,
    OID_GEN_VENDOR_DRIVER_VERSION, OID_GEN_INTERRUPT_MODERATION, OID_GEN_VLAN_ID,
    OID_GEN_XMIT_OK, OID_GEN_RCV_OK, OID_GEN_XMIT_ERROR, OID_GEN_RCV_ERROR,
    OID_GEN_RCV_NO_BUFFER, OID_GEN_STATISTICS, OID_802_3_PERMANENT_ADDRESS,
    OID_802_3_CURRENT_ADDRESS, OID_802_3_MULTICAST_LIST, OID_802_3_MAXIMUM_LIST_SIZE,
    OID_802_3_RCV_ERROR_ALIGNMENT, OID_802_3_XMIT_ONE_COLLISION, OID_802_3_XMIT_MORE_COLLISIONS,
    OID_OFFLOAD_ENCAPSULATION, OID_TCP_OFFLOAD_PARAMETERS, OID_PNP_SET_POWER, OID_PNP_QUERY_POWER,
};
const ULONG rbe_oids_bytes = sizeof rbe_oids;

static const char description[] = "Ringbook 82540EM Ethernet";

/* The answer, whole or not at all; BytesNeeded says how long it is. */
static NDIS_STATUS answer(PNDIS_OID_REQUEST request, const void *value, ULONG bytes)
{
    request->DATA.QUERY_INFORMATION.BytesNeeded = bytes;
    request->DATA.QUERY_INFORMATION.BytesWritten = 0;
    if (request->DATA.QUERY_INFORMATION.InformationBufferLength < bytes)
        return NDIS_STATUS_BUFFER_TOO_SHORT;
    if (bytes > 0)
        memcpy(request->DATA.QUERY_INFORMATION.InformationBuffer, value, bytes);
    request->DATA.QUERY_INFORMATION.BytesWritten = bytes;
    return NDIS_STATUS_SUCCESS;
}

/* Counters may be asked for in 32 or 64 bits (network/general-statistics). */
static NDIS_STATUS answer_count(PNDIS_OID_REQUEST request, ULONG64 value)
{
    ULONG low = (ULONG)value;

    if (request->DATA.QUERY_INFORMATION.InformationBufferLength >= sizeof value)
        return answer(request, &value, sizeof value);
    return answer(request, &low, sizeof low);
}

static NDIS_STATUS answer_number(PNDIS_OID_REQUEST request, ULONG value)
{
    return answer(request, &value, sizeof value);
}

static void fill_statistics(const struct rbe_adapter *adapter, NDIS_STATISTICS_INFO *info)
{
    const struct rbe_counters *counters = &adapter->counters;

    info->SupportedStatistics = rbe_statistics;
    info->ifInDiscards = counters->in_missed + adapter->rx.no_buffer;
    info->ifInErrors = counters->in_errors + adapter->rx.damaged + adapter->rx.oversize;
    info->ifHCInOctets = counters->in_bytes;
    info->ifHCInMulticastPkts = counters->in_multicast;
    info->ifHCInBroadcastPkts = counters->in_broadcast;
    info->ifHCInUcastPkts =
        counters->in_frames - counters->in_multicast - counters->in_broadcast;
    info->ifHCOutOctets = counters->out_bytes;
    info->ifHCOutMulticastPkts = counters->out_multicast;
    info->ifHCOutBroadcastPkts = counters->out_broadcast;
    info->ifHCOutUcastPkts =
        counters->out_frames - counters->out_multicast - counters->out_broadcast;
    info->ifOutErrors = counters->out_errors;
    info->ifOutDiscards = counters->out_discards;
}

static NDIS_STATUS answer_statistics(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    NDIS_STATISTICS_INFO info;

    memset(&info, 0, sizeof info);
    info.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    info.Header.Revision = NDIS_STATISTICS_INFO_REVISION_1;
    info.Header.Size = NDIS_SIZEOF_STATISTICS_INFO_REVISION_1;
    fill_statistics(adapter, &info);
    return answer(request, &info, sizeof info);
}

static NDIS_STATUS answer_moderation(PNDIS_OID_REQUEST request)
{
    NDIS_INTERRUPT_MODERATION_PARAMETERS moderation;

    memset(&moderation, 0, sizeof moderation);
    moderation.Header.Type = NDIS_OBJECT_TYPE_DEFAULT;
    moderation.Header.Revision = NDIS_INTERRUPT_MODERATION_PARAMETERS_REVISION_1;
    moderation.Header.Size = NDIS_SIZEOF_INTERRUPT_MODERATION_PARAMETERS_REVISION_1;
    moderation.InterruptModeration = NdisInterruptModerationNotSupported;
    return answer(request, &moderation, sizeof moderation);
}

static NDIS_STATUS query_counter(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    const struct rbe_counters *counters = &adapter->counters;

    rbe_read_counters(adapter);
    switch (request->DATA.QUERY_INFORMATION.Oid) {
    case OID_GEN_STATISTICS: return answer_statistics(adapter, request);
    case OID_GEN_XMIT_OK: return answer_count(request, counters->out_frames);
    case OID_GEN_RCV_OK: return answer_count(request, counters->in_frames);
    case OID_GEN_XMIT_ERROR: return answer_count(request, counters->out_errors);
    case OID_GEN_RCV_ERROR: return answer_count(request, counters->in_errors);
    case OID_GEN_RCV_NO_BUFFER:
        return answer_count(request, counters->in_missed + adapter->rx.no_buffer);
    case OID_802_3_RCV_ERROR_ALIGNMENT: case OID_802_3_XMIT_ONE_COLLISION:
    case OID_802_3_XMIT_MORE_COLLISIONS: return answer_count(request, 0); /* full duplex only */
    default: return NDIS_STATUS_NOT_SUPPORTED;
    }
}

NDIS_STATUS rbe_query(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request)
{
    const struct rbe_parameters *parameters = &adapter->parameters;

    switch (request->DATA.QUERY_INFORMATION.Oid) {
    case OID_GEN_TRANSMIT_BUFFER_SPACE:
        return answer_number(request, parameters->transmit_slots * RBE_FRAME_BYTES);
    case OID_GEN_RECEIVE_BUFFER_SPACE:
        return answer_number(request, parameters->receive_buffers * RBE_BUFFER_BYTES);
    case OID_GEN_TRANSMIT_BLOCK_SIZE: case OID_GEN_MAXIMUM_TOTAL_SIZE:
        return answer_number(request, RBE_FRAME_BYTES);
    case OID_GEN_RECEIVE_BLOCK_SIZE: return answer_number(request, RBE_BUFFER_BYTES);
    case OID_GEN_VENDOR_ID:
        return answer_number(request, (ULONG)adapter->permanent[0] << 16 |
                                          (ULONG)adapter->permanent[1] << 8 |
                                          adapter->permanent[2]);
    case OID_GEN_VENDOR_DESCRIPTION: return answer(request, description, sizeof description);
    case OID_GEN_VENDOR_DRIVER_VERSION: return answer_number(request, 0x00010000);
    case OID_GEN_CURRENT_PACKET_FILTER: return answer_number(request, adapter->filter);
    case OID_GEN_CURRENT_LOOKAHEAD: return answer_number(request, adapter->lookahead);
    case OID_GEN_VLAN_ID: return answer_number(request, adapter->vlan);
    case OID_GEN_INTERRUPT_MODERATION: return answer_moderation(request);
    case OID_802_3_PERMANENT_ADDRESS: return answer(request, adapter->permanent, 6);
    case OID_802_3_CURRENT_ADDRESS: return answer(request, adapter->address, 6);
    case OID_802_3_MAXIMUM_LIST_SIZE: return answer_number(request, RBE_MOST_MULTICAST);
    case OID_802_3_MULTICAST_LIST:
        return answer(request, adapter->groups, adapter->group_count * 6);
    case OID_PNP_QUERY_POWER: return answer(request, NULL, 0);
    default: return query_counter(adapter, request);
    }
}
