/*
 * Sending. A list of frames comes from NDIS, each frame is mapped, waits in order until
 * the ring has room, goes out, is unmapped; with its last frame the list goes back, once.
 */
#include "rbe.h"

/* Frames of a list that are not done yet. */
static ULONG_PTR *pending_of(PNET_BUFFER_LIST list)
{
    return (ULONG_PTR *)&NET_BUFFER_LIST_MINIPORT_RESERVED(list)[0];
}

static NDIS_STATUS refusal(const struct rbe_adapter *adapter)
{
    if (adapter->state != RBE_RUNNING)
        return NDIS_STATUS_PAUSED;
    if (adapter->gone)
        return NDIS_STATUS_FAILURE;
    if (adapter->resetting)
        return NDIS_STATUS_RESET_IN_PROGRESS;
    return adapter->link_up ? NDIS_STATUS_SUCCESS : NDIS_STATUS_MEDIA_DISCONNECTED;
}

static void enqueue(struct rbe_adapter *adapter, PNET_BUFFER_LIST list)
{
    PNET_BUFFER buffer;

    *pending_of(list) = 0;
    for (buffer = NET_BUFFER_LIST_FIRST_NB(list); buffer; buffer = NET_BUFFER_NEXT_NB(buffer)) {
        struct rbe_send *send = rbe_send_of(buffer);
        memset(send, 0, sizeof *send);
        send->owner = list;
        *adapter->queue_end = buffer;
        adapter->queue_end = &send->next;
        ++*pending_of(list);
    }
}

static PNET_BUFFER dequeue(struct rbe_adapter *adapter)
{
    PNET_BUFFER first = adapter->queue;

    adapter->queue = rbe_send_of(first)->next;
    if (!adapter->queue)
        adapter->queue_end = &adapter->queue;
    rbe_send_of(first)->next = NULL;
    return first;
}

static void add_to_done(struct rbe_adapter *adapter, PNET_BUFFER buffer)
{
    rbe_send_of(buffer)->next = NULL;
    *adapter->done_end = buffer;
    adapter->done_end = &rbe_send_of(buffer)->next;
}

// tag::transmit[]
/* False: the ring is full, the frame stays first in the queue. */
static bool send_first(struct rbe_adapter *adapter)
{
    PNET_BUFFER buffer = adapter->queue;
    struct rbe_send *send = rbe_send_of(buffer);
    struct dp_segment segments[RBE_MOST_SEGMENTS];
    struct dp_frame frame;
    enum dp_submit result = DP_REFUSED;

    if (send->status == NDIS_STATUS_SUCCESS &&
        rbe_build_frame(adapter, buffer, &frame, segments))
        result = dp_tx_submit(&adapter->tx, &frame, true);
    if (result == DP_FULL)
        return false;
    dequeue(adapter);
    if (result == DP_ACCEPTED)
        return true;
    if (send->status == NDIS_STATUS_SUCCESS)
        send->status = NDIS_STATUS_FAILURE;
    adapter->counters.out_errors++;
    add_to_done(adapter, buffer);
    return true;
}

/* The first may leave the queue: for the ring, or back as it came because it was aborted. */
static bool may_move(const struct rbe_adapter *adapter)
{
    const struct rbe_send *first = adapter->queue ? rbe_send_of(adapter->queue) : NULL;

    return first && first->mapped &&
           (!adapter->resetting || first->status != NDIS_STATUS_SUCCESS);
}

/* Moves frames from the queue to the ring, in order, and rings the doorbell once. */
static void pump(struct rbe_adapter *adapter)
{
    while (may_move(adapter))
        if (!send_first(adapter))
            break;
    if (!adapter->resetting)
        dp_kick(&adapter->tx.ring);
}

/* NDIS has mapped a frame; this may be inside NdisMAllocateNetBufferSGList, or later. */
void rbe_mapped(PDEVICE_OBJECT device, PVOID reserved, PSCATTER_GATHER_LIST map, PVOID context)
{
    PNET_BUFFER buffer = context;
    struct rbe_send *send = rbe_send_of(buffer);
    struct rbe_adapter *adapter = NET_BUFFER_LIST_MINIPORT_RESERVED(send->owner)[1];

    UNREFERENCED_PARAMETER(device);
    UNREFERENCED_PARAMETER(reserved);
    NdisAcquireSpinLock(&adapter->lock);
    send->map = map;
    send->mapped = true;
    if (!adapter->batching)
        pump(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    if (!adapter->batching)
        rbe_finish_sends(adapter);
}

/* The next frame is looked up first: when the last one is mapped, the list may be gone. */
static void map_frames(struct rbe_adapter *adapter, PNET_BUFFER buffer)
{
    while (buffer) {
        PNET_BUFFER next = NET_BUFFER_NEXT_NB(buffer);
        NDIS_STATUS status = NdisMAllocateNetBufferSGList(adapter->dma, buffer, buffer,
                                                          NDIS_SG_LIST_WRITE_TO_DEVICE, NULL, 0);
        if (status != NDIS_STATUS_SUCCESS) {
            NdisAcquireSpinLock(&adapter->lock);
            rbe_send_of(buffer)->status = NDIS_STATUS_RESOURCES;
            rbe_send_of(buffer)->mapped = true;
            NdisReleaseSpinLock(&adapter->lock);
        }
        buffer = next;
    }
}

static void send_list(struct rbe_adapter *adapter, PNET_BUFFER_LIST list)
{
    NDIS_STATUS status;
    PNET_BUFFER first = NET_BUFFER_LIST_FIRST_NB(list);

    NdisAcquireSpinLock(&adapter->lock);
    adapter->sends++;
    status = refusal(adapter);
    NET_BUFFER_LIST_STATUS(list) = status;
    NET_BUFFER_LIST_NEXT_NBL(list) = NULL;
    NET_BUFFER_LIST_MINIPORT_RESERVED(list)[1] = adapter;
    if (status == NDIS_STATUS_SUCCESS)
        enqueue(adapter, list);
    NdisReleaseSpinLock(&adapter->lock);
    if (status == NDIS_STATUS_SUCCESS) {
        map_frames(adapter, first);
        return;
    }
    NdisMSendNetBufferListsComplete(adapter->ndis, list, NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);
    rbe_leave(adapter, 1, 0);
}

void rbe_send_lists(NDIS_HANDLE context, PNET_BUFFER_LIST lists, NDIS_PORT_NUMBER port,
                    ULONG flags)
{
    struct rbe_adapter *adapter = context;
    KIRQL irql = DISPATCH_LEVEL;

    UNREFERENCED_PARAMETER(port);
    if (!NDIS_TEST_SEND_AT_DISPATCH_LEVEL(flags))
        NDIS_RAISE_IRQL_TO_DISPATCH(&irql); /* mapping wants it */
    adapter->batching = true;
    while (lists) {
        PNET_BUFFER_LIST next = NET_BUFFER_LIST_NEXT_NBL(lists);
        send_list(adapter, lists);
        lists = next;
    }
    NdisAcquireSpinLock(&adapter->lock);
    adapter->batching = false;
    pump(adapter);
    NdisReleaseSpinLock(&adapter->lock);
    rbe_finish_sends(adapter);
    if (!NDIS_TEST_SEND_AT_DISPATCH_LEVEL(flags))
        NDIS_LOWER_IRQL(irql, DISPATCH_LEVEL);
}
// end::transmit[]

// tag::completion[]
static void sent(void *os, void *packet)
{
    add_to_done(os, packet);
}

/* Takes out what the device has sent, and fills the room. The lock is held. */
void rbe_complete_ring(struct rbe_adapter *adapter)
{
    dp_tx_complete(&adapter->tx, adapter->tx.ring.size, sent, adapter);
    pump(adapter);
}

static PNET_BUFFER take_done(struct rbe_adapter *adapter)
{
    PNET_BUFFER done;

    NdisAcquireSpinLock(&adapter->lock);
    done = adapter->done;
    adapter->done = NULL;
    adapter->done_end = &adapter->done;
    NdisReleaseSpinLock(&adapter->lock);
    return done;
}

static void unmap(struct rbe_adapter *adapter, PNET_BUFFER done)
{
    for (; done; done = rbe_send_of(done)->next)
        if (rbe_send_of(done)->map)
            NdisMFreeNetBufferSGList(adapter->dma, rbe_send_of(done)->map, done);
}

/* Two frames of one list may end on two processors, so the count is under the lock. */
static PNET_BUFFER_LIST take_finished(struct rbe_adapter *adapter, PNET_BUFFER done, ULONG *count)
{
    PNET_BUFFER_LIST first = NULL, *end = &first;

    NdisAcquireSpinLock(&adapter->lock);
    while (done) {
        const struct rbe_send *send = rbe_send_of(done);
        PNET_BUFFER_LIST owner = send->owner;
        done = send->next;
        if (send->status != NDIS_STATUS_SUCCESS)
            NET_BUFFER_LIST_STATUS(owner) = send->status;
        if (--*pending_of(owner) > 0)
            continue;
        *end = owner;
        end = &NET_BUFFER_LIST_NEXT_NBL(owner);
        ++*count;
    }
    NdisReleaseSpinLock(&adapter->lock);
    return first;
}

/* What a large send is answered with (nbllso: LsoV2TransmitComplete). */
static void answer_large_sends(PNET_BUFFER_LIST list)
{
    for (; list; list = NET_BUFFER_LIST_NEXT_NBL(list)) {
        NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO large;
        large.Value = NET_BUFFER_LIST_INFO(list, TcpLargeSendNetBufferListInfo);
        if (large.Value == NULL)
            continue;
        large.Value = NULL;
        large.LsoV2TransmitComplete.Type = NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE;
        NET_BUFFER_LIST_INFO(list, TcpLargeSendNetBufferListInfo) = large.Value;
    }
}

/* Unmaps what is done, then gives lists back that are done with all their frames. */
void rbe_finish_sends(struct rbe_adapter *adapter)
{
    KIRQL irql;
    PNET_BUFFER_LIST finished;
    ULONG count = 0;
    PNET_BUFFER done = take_done(adapter);

    if (!done)
        return;
    NDIS_RAISE_IRQL_TO_DISPATCH(&irql);
    unmap(adapter, done);
    finished = take_finished(adapter, done, &count);
    answer_large_sends(finished);
    if (finished)
        NdisMSendNetBufferListsComplete(adapter->ndis, finished,
                                        NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL);
    NDIS_LOWER_IRQL(irql, DISPATCH_LEVEL);
    rbe_leave(adapter, count, 0);
}
// end::completion[]

/* A frame that NDIS is still mapping keeps its place; it ends when the map comes. */
static void abort_queued(struct rbe_adapter *adapter, NDIS_STATUS status, bool all, PVOID id)
{
    PNET_BUFFER *link = &adapter->queue;

    while (*link) {
        PNET_BUFFER buffer = *link;
        struct rbe_send *send = rbe_send_of(buffer);
        if (all || NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(send->owner) == id)
            send->status = status;
        if (send->status == NDIS_STATUS_SUCCESS || !send->mapped) {
            link = &send->next;
            continue;
        }
        *link = send->next;
        adapter->counters.out_discards++;
        add_to_done(adapter, buffer);
    }
    adapter->queue_end = link;
}

void rbe_abort_sends(struct rbe_adapter *adapter, NDIS_STATUS status)
{
    abort_queued(adapter, status, true, NULL);
}

void rbe_cancel_send(NDIS_HANDLE context, PVOID cancel_id)
{
    struct rbe_adapter *adapter = context;

    NdisAcquireSpinLock(&adapter->lock);
    abort_queued(adapter, NDIS_STATUS_SEND_ABORTED, false, cancel_id);
    NdisReleaseSpinLock(&adapter->lock);
    rbe_finish_sends(adapter);
}
