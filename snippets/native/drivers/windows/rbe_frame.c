/* From a NET_BUFFER and what travels beside it to a frame of the core. */
#include "rbe.h"

enum { MAC_BYTES = 14, TCP_LEAST = 20, UDP_BYTES = 8, DEEPEST_HEADER = 255, IPV4_LEAST = 20 };

static bool add_piece(struct dp_frame *frame, struct dp_segment *segments, uint64_t address,
                      ULONG length)
{
    while (length > 0) {
        ULONG part = length > DP_LONGEST_FRAME ? DP_LONGEST_FRAME : length;
        if (frame->count == RBE_MOST_SEGMENTS)
            return false;
        segments[frame->count].address = address;
        segments[frame->count++].length = part;
        address += part;
        length -= part;
    }
    return true;
}

// tag::scatter-gather[]
/*
 * The map starts where the current MDL starts, not where the frame starts, and may end
 * behind it: CurrentMdlOffset bytes are skipped, DataLength bytes are taken.
 */
static bool add_map(struct dp_frame *frame, struct dp_segment *segments, PNET_BUFFER buffer)
{
    const SCATTER_GATHER_LIST *map = rbe_send_of(buffer)->map;
    ULONG skip = NET_BUFFER_CURRENT_MDL_OFFSET(buffer), left = NET_BUFFER_DATA_LENGTH(buffer);
    ULONG i;

    for (i = 0; i < map->NumberOfElements && left > 0; i++) {
        ULONG length = map->Elements[i].Length, ahead = skip < length ? skip : length;
        uint64_t address = (uint64_t)map->Elements[i].Address.QuadPart + ahead;
        skip -= ahead;
        length -= ahead;
        if (length > left)
            length = left;
        if (!add_piece(frame, segments, address, length))
            return false;
        left -= length;
    }
    return left == 0;
}

/* Nobody may write behind another's frame, so zeroes of our own fill a short one. */
static bool pad(struct rbe_adapter *adapter, struct dp_frame *frame, struct dp_segment *segments,
                ULONG length)
{
    if (length >= DP_SHORTEST_FRAME)
        return true;
    return add_piece(frame, segments, (uint64_t)adapter->zeroes.bus.QuadPart,
                     DP_SHORTEST_FRAME - length);
}
// end::scatter-gather[]

static int32_t tag_of(PNET_BUFFER_LIST list)
{
    NDIS_NET_BUFFER_LIST_8021Q_INFO info;

    info.Value = NET_BUFFER_LIST_INFO(list, Ieee8021QNetBufferListInfo);
    if (info.Value == NULL)
        return DP_NO_VLAN;
    return (int32_t)(info.TagHeader.UserPriority << 13 | info.TagHeader.CanonicalFormatId << 12 |
                     info.TagHeader.VlanId);
}

/* One byte of a frame's headers, wherever they lie; -1 if it is not that long. */
static int byte_at(PNET_BUFFER buffer, ULONG offset)
{
    UCHAR storage[DEEPEST_HEADER + 1];
    const UCHAR *bytes;

    if (offset > DEEPEST_HEADER || offset >= NET_BUFFER_DATA_LENGTH(buffer))
        return -1;
    bytes = NdisGetDataBuffer(buffer, offset + 1, storage, 1, 0);
    return bytes ? bytes[offset] : -1;
}

static bool set_headers(struct dp_offload *offload, PNET_BUFFER buffer, ULONG transport)
{
    int tcp_words = offload->tcp ? byte_at(buffer, transport + 12) : 0;

    if (transport < MAC_BYTES + IPV4_LEAST || tcp_words < 0)
        return false;
    offload->mac_length = MAC_BYTES;
    offload->ip_length = (uint16_t)(transport - MAC_BYTES);
    offload->transport_length = offload->tcp ? (uint16_t)((tcp_words >> 4) * 4) : UDP_BYTES;
    return !offload->tcp || offload->transport_length >= TCP_LEAST;
}

// tag::offload[]
/* Both checksums of a cut frame are seeded by the protocol and filled in by the device. */
static bool set_large_send(struct dp_offload *offload, PNET_BUFFER buffer, PVOID value)
{
    NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO large;

    large.Value = value;
    if (large.LsoV2Transmit.Type != NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE)
        return false;
    offload->segment_size = (uint16_t)large.LsoV2Transmit.MSS;
    offload->ipv6 = large.LsoV2Transmit.IPVersion == NDIS_TCP_LARGE_SEND_OFFLOAD_IPv6;
    offload->tcp = true;
    offload->ip_checksum = !offload->ipv6;
    offload->transport_checksum = true;
    return offload->segment_size > 0 &&
           set_headers(offload, buffer, large.LsoV2Transmit.TcpHeaderOffset);
}

/* TcpHeaderOffset is true only beside TcpChecksum or UdpChecksum; else the header tells. */
static bool set_checksums(struct dp_offload *offload, PNET_BUFFER buffer, PVOID value)
{
    NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO sums;
    int first;

    sums.Value = value;
    offload->ipv6 = sums.Transmit.IsIPv6;
    offload->tcp = sums.Transmit.TcpChecksum;
    offload->transport_checksum = sums.Transmit.TcpChecksum || sums.Transmit.UdpChecksum;
    offload->ip_checksum = sums.Transmit.IpHeaderChecksum && !offload->ipv6;
    if (offload->transport_checksum)
        return set_headers(offload, buffer, sums.Transmit.TcpHeaderOffset);
    if (!offload->ip_checksum)
        return true;
    first = byte_at(buffer, MAC_BYTES);
    return first >= 0 && set_headers(offload, buffer, MAC_BYTES + (ULONG)(first & 15) * 4);
}

static bool set_offload(struct dp_offload *offload, PNET_BUFFER buffer)
{
    PNET_BUFFER_LIST list = rbe_send_of(buffer)->owner;
    PVOID large = NET_BUFFER_LIST_INFO(list, TcpLargeSendNetBufferListInfo);
    PVOID sums = NET_BUFFER_LIST_INFO(list, TcpIpChecksumNetBufferListInfo);

    memset(offload, 0, sizeof *offload);
    offload->vlan = tag_of(list);
    if (large)
        return set_large_send(offload, buffer, large);
    return !sums || set_checksums(offload, buffer, sums);
}
// end::offload[]

/* False: the device could never send it. */
bool rbe_build_frame(struct rbe_adapter *adapter, PNET_BUFFER buffer, struct dp_frame *frame,
                     struct dp_segment *segments)
{
    ULONG length = NET_BUFFER_DATA_LENGTH(buffer);

    frame->segments = segments;
    frame->count = 0;
    frame->packet = buffer;
    return set_offload(&frame->offload, buffer) &&
           (frame->offload.segment_size > 0 || length <= RBE_FRAME_BYTES) &&
           add_map(frame, segments, buffer) && pad(adapter, frame, segments, length);
}
