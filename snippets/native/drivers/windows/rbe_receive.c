/*
 * Receiving. A buffer has its list for life; it is free, with the device, or with NDIS.
 * When few are free, NDIS gets frames for the length of the call only.
 */
#include "rbe.h"

enum { TYPE_AT = 12, IP_AT = 14, IPV4_PROTOCOL = 9, IPV6_NEXT = 6, TCP = 6, UDP = 17 };

static void start_chain(struct rbe_chain *chain)
{
    chain->first = NULL;
    chain->end = NULL;
    chain->count = 0;
}

void rbe_start_chains(struct rbe_adapter *adapter)
{
    start_chain(&adapter->up);
    start_chain(&adapter->up_and_back);
}

static void append(struct rbe_chain *chain, PNET_BUFFER_LIST list)
{
    NET_BUFFER_LIST_NEXT_NBL(list) = NULL;
    if (chain->count++ == 0)
        chain->first = list;
    else
        *chain->end = list;
    chain->end = &NET_BUFFER_LIST_NEXT_NBL(list);
}

// tag::refill[]
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe_adapter *adapter = os;
    struct rbe_buffer *buffer = adapter->free;

    if (!buffer)
        return false;
    adapter->free = buffer->next;
    adapter->free_count--;
    fresh->address = buffer->bus;
    fresh->packet = buffer;
    return true;
}

static void give_back(void *os, void *packet)
{
    struct rbe_adapter *adapter = os;
    struct rbe_buffer *buffer = packet;

    buffer->next = adapter->free;
    adapter->free = buffer;
    adapter->free_count++;
}

/* Shared memory is coherent: nothing to do before the CPU looks. */
static void received(void *os, void *packet, uint32_t length)
{
    UNREFERENCED_PARAMETER(os);
    UNREFERENCED_PARAMETER(packet);
    UNREFERENCED_PARAMETER(length);
}
// end::refill[]

static int protocol_of(const UCHAR *bytes, ULONG length)
{
    ULONG type = (ULONG)bytes[TYPE_AT] << 8 | bytes[TYPE_AT + 1];

    if (length <= IP_AT + IPV4_PROTOCOL)
        return -1;
    if (type == 0x0800)
        return bytes[IP_AT + IPV4_PROTOCOL];
    return type == 0x86dd ? bytes[IP_AT + IPV6_NEXT] : -1;
}

static PVOID checksum_info(const struct rbe_adapter *adapter, const struct dp_received *frame,
                           const UCHAR *bytes)
{
    const struct rbe_parameters *on = &adapter->parameters;
    NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO info;
    int protocol = protocol_of(bytes, frame->bytes);
    bool ipv6 = bytes[TYPE_AT] == 0x86;
    bool all = frame->checksums == DP_ALL_GOOD;

    info.Value = NULL;
    if (!ipv6 && (on->ip4 & 2) && (all || frame->checksums == DP_IP_GOOD))
        info.Receive.IpChecksumSucceeded = 1;
    if (all && protocol == TCP && ((ipv6 ? on->tcp6 : on->tcp4) & 2))
        info.Receive.TcpChecksumSucceeded = 1;
    if (all && protocol == UDP && ((ipv6 ? on->udp6 : on->udp4) & 2))
        info.Receive.UdpChecksumSucceeded = 1;
    return info.Value;
}

static PVOID tag_info(int32_t tag)
{
    NDIS_NET_BUFFER_LIST_8021Q_INFO info;

    info.Value = NULL;
    if (tag >= 0) {
        info.TagHeader.UserPriority = (ULONG)tag >> 13 & 7;
        info.TagHeader.CanonicalFormatId = (ULONG)tag >> 12 & 1;
        info.TagHeader.VlanId = (ULONG)tag & 0xfff;
    }
    return info.Value;
}

// tag::receive[]
static void fill_list(struct rbe_adapter *adapter, struct rbe_buffer *buffer,
                      const struct dp_received *frame)
{
    PNET_BUFFER_LIST list = buffer->list;
    PNET_BUFFER inside = NET_BUFFER_LIST_FIRST_NB(list);

    NET_BUFFER_DATA_LENGTH(inside) = frame->bytes;
    NET_BUFFER_LIST_STATUS(list) = NDIS_STATUS_SUCCESS;
    list->SourceHandle = adapter->ndis;
    memset(list->NetBufferListInfo, 0, sizeof list->NetBufferListInfo);
    NET_BUFFER_LIST_INFO(list, TcpIpChecksumNetBufferListInfo) =
        checksum_info(adapter, frame, buffer->bytes);
    NET_BUFFER_LIST_INFO(list, Ieee8021QNetBufferListInfo) = tag_info(frame->vlan);
}

/* Once frames are lent, all later ones of this poll are: they must stay in order. */
static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe_adapter *adapter = os;
    struct rbe_buffer *buffer = frame->packets[0];
    bool few = adapter->free_count < adapter->parameters.receive_buffers / 8;

    if (adapter->vlan != 0 && frame->vlan >= 0 && ((ULONG)frame->vlan & 0xfff) != adapter->vlan) {
        give_back(adapter, buffer);
        return;
    }
    fill_list(adapter, buffer, frame);
    append(few || adapter->up_and_back.count > 0 ? &adapter->up_and_back : &adapter->up,
           buffer->list);
    adapter->indicated++;
}

const struct dp_rx_ops rbe_rx_ops = {take, received, deliver, give_back};

static ULONG take_home(struct rbe_adapter *adapter, PNET_BUFFER_LIST lists)
{
    ULONG count = 0;

    NdisAcquireSpinLock(&adapter->lock);
    for (; lists; count++) {
        PNET_BUFFER_LIST next = NET_BUFFER_LIST_NEXT_NBL(lists);
        give_back(adapter, NET_BUFFER_LIST_MINIPORT_RESERVED(lists)[0]);
        lists = next;
    }
    if (adapter->state == RBE_RUNNING && !adapter->resetting)
        dp_rx_refill(&adapter->rx);
    NdisReleaseSpinLock(&adapter->lock);
    return count;
}

/* No lock is held: NDIS may send or return from inside. */
void rbe_indicate(struct rbe_adapter *adapter, struct rbe_chain up, struct rbe_chain up_and_back)
{
    if (up.count > 0)
        NdisMIndicateReceiveNetBufferLists(adapter->ndis, up.first, NDIS_DEFAULT_PORT_NUMBER,
                                           up.count, NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL);
    if (up_and_back.count == 0)
        return;
    NdisMIndicateReceiveNetBufferLists(
        adapter->ndis, up_and_back.first, NDIS_DEFAULT_PORT_NUMBER, up_and_back.count,
        NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL | NDIS_RECEIVE_FLAGS_RESOURCES);
    rbe_leave(adapter, 0, take_home(adapter, up_and_back.first));
}

void rbe_return_lists(NDIS_HANDLE context, PNET_BUFFER_LIST lists, ULONG flags)
{
    struct rbe_adapter *adapter = context;

    UNREFERENCED_PARAMETER(flags);
    rbe_leave(adapter, 0, take_home(adapter, lists));
}
// end::receive[]
