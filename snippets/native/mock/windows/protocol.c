/* The protocol above: it sends lists, hears of their end, receives lists and returns them. */
#include <stdlib.h>
#include <string.h>

#include "windows.h"

enum { MOST_SENT = 8192 };

struct windows_counts windows_counts;
struct received_frame windows_received;

static PNET_BUFFER_LIST sent[MOST_SENT];
static ULONG sent_count;
static PNET_BUFFER_LIST kept;

static PMDL add_mdl(PMDL **end, const struct sent_frame *frame, ULONG ahead, ULONG from,
                    ULONG length)
{
    PMDL mdl = calloc(1, sizeof *mdl);

    mdl->MappedSystemVa = malloc(ahead + length + 1);
    mdl->ByteCount = ahead + length;
    memset(mdl->MappedSystemVa, 0xee, ahead);
    memcpy((UCHAR *)mdl->MappedSystemVa + ahead, frame->bytes + from, length);
    **end = mdl;
    *end = &mdl->Next;
    return mdl;
}

static PNET_BUFFER new_buffer(const struct sent_frame *frame)
{
    static const ULONG whole[] = {0};
    const ULONG *cut = frame->cuts ? frame->cuts : whole;
    PNET_BUFFER buffer = aligned_alloc(16, sizeof *buffer);
    PMDL *end = &buffer->MdlChain;
    ULONG from = 0;

    memset(buffer, 0, sizeof *buffer);
    memset(buffer->MiniportReserved, 0x77, sizeof buffer->MiniportReserved);
    for (; *cut != 0; from += *cut++)
        add_mdl(&end, frame, from == 0 ? frame->ahead : 0, from, *cut);
    add_mdl(&end, frame, from == 0 ? frame->ahead : 0, from, frame->length - from);
    buffer->CurrentMdl = buffer->MdlChain;
    buffer->CurrentMdlOffset = buffer->DataOffset = frame->ahead;
    buffer->stDataLength = frame->length;
    return buffer;
}

PNET_BUFFER_LIST windows_list(const struct sent_frame *frames, ULONG count)
{
    PNET_BUFFER_LIST list = aligned_alloc(16, sizeof *list);
    PNET_BUFFER *end = &list->FirstNetBuffer;
    ULONG i;

    memset(list, 0, sizeof *list);
    memset(list->MiniportReserved, 0x77, sizeof list->MiniportReserved);
    for (i = 0; i < count; i++) {
        *end = new_buffer(&frames[i]);
        end = &(*end)->Next;
    }
    return list;
}

static void free_buffer(PNET_BUFFER buffer)
{
    PMDL mdl = buffer->MdlChain, next;

    for (; mdl; mdl = next) {
        next = mdl->Next;
        free(mdl->MappedSystemVa);
        free(mdl);
    }
    memset(buffer, 0xdd, sizeof *buffer);
    free(buffer);
}

static void free_list(PNET_BUFFER_LIST list)
{
    PNET_BUFFER buffer = list->FirstNetBuffer, next;

    for (; buffer; buffer = next) {
        next = buffer->Next;
        free_buffer(buffer);
    }
    memset(list, 0xdd, sizeof *list);
    free(list);
}

ULONG windows_sends_outstanding(void)
{
    return sent_count;
}

void windows_send(PNET_BUFFER_LIST lists)
{
    KIRQL before = irql_now;
    PNET_BUFFER_LIST list = lists;

    for (; list; list = list->Next)
        sent[sent_count++] = list;
    windows_driver()->SendNetBufferListsHandler(
        windows_context(), lists, 0,
        irql_now == DISPATCH_LEVEL ? NDIS_SEND_FLAGS_DISPATCH_LEVEL : 0);
    rule_require(irql_now == before && rule_locks_held == 0, "windows/send-leaves",
                 "ndis/nc-ndis-miniport_send_net_buffer_lists",
                 "comes at IRQL %d, leaves at %d with %d locks", before, irql_now, rule_locks_held);
}

void windows_cancel(PVOID cancel_id)
{
    windows_driver()->CancelSendHandler(windows_context(), cancel_id);
}

static void take_back(PNET_BUFFER_LIST list)
{
    ULONG i;

    for (i = 0; i < sent_count && sent[i] != list; i++)
        ;
    rule_require(i < sent_count, "windows/double-completion",
                 "ndis/nf-ndis-ndismsendnetbufferlistscomplete",
                 "completes a list that it does not have: completed before, or never sent");
    sent[i] = sent[--sent_count];
}

static void flag_rule(ULONG flags, const char *page)
{
    rule_require(!(flags & NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL) || irql_now == DISPATCH_LEVEL,
                 "windows/irql-flag", page, "says DISPATCH_LEVEL at IRQL %d", irql_now);
}

static void completed(PNET_BUFFER_LIST list)
{
    PNET_BUFFER buffer = list->FirstNetBuffer;

    take_back(list);
    for (; buffer; buffer = buffer->Next)
        rule_require(!dma_has_map(buffer), "windows/completed-while-mapped",
                     "ndis/nf-ndis-ndismfreenetbuffersglist",
                     "a list is completed before the map of its frame is freed");
    windows_counts.completed++;
    windows_counts.failed += list->Status != NDIS_STATUS_SUCCESS;
    windows_counts.last_status = list->Status;
    windows_counts.last_large_send = list->NetBufferListInfo[TcpLargeSendNetBufferListInfo];
    free_list(list);
}

void NdisMSendNetBufferListsComplete(NDIS_HANDLE adapter, PNET_BUFFER_LIST list, ULONG flags)
{
    irql_rule("NdisMSendNetBufferListsComplete");
    no_lock_rule("NdisMSendNetBufferListsComplete");
    flag_rule(flags, "ndis/nf-ndis-ndismsendnetbufferlistscomplete");
    rule_require(adapter == THE_ADAPTER && list, "windows/handle",
                 "ndis/nf-ndis-ndismsendnetbufferlistscomplete", "no adapter, or no list");
    while (list) {
        PNET_BUFFER_LIST next = list->Next;
        completed(list);
        list = next;
    }
}

static void look_at(PNET_BUFFER_LIST list)
{
    const NET_BUFFER *buffer = list->FirstNetBuffer;

    rule_require(list->SourceHandle == THE_ADAPTER && list->Status == NDIS_STATUS_SUCCESS,
                 "windows/source-handle", "nbl/ns-nbl-net_buffer_list",
                 "SourceHandle is not the adapter's, or Status is not success");
    rule_require(buffer->DataLength >= 14 &&
                     buffer->CurrentMdlOffset + buffer->DataLength <= buffer->CurrentMdl->ByteCount,
                 "windows/received-length", "nbl/ns-nbl-net_buffer",
                 "a frame of %u bytes in an MDL of %u", buffer->DataLength,
                 buffer->CurrentMdl->ByteCount);
    windows_received.length = buffer->DataLength;
    memcpy(windows_received.bytes,
           (UCHAR *)buffer->CurrentMdl->MappedSystemVa + buffer->CurrentMdlOffset,
           buffer->DataLength);
    windows_received.checksums.Value = list->NetBufferListInfo[TcpIpChecksumNetBufferListInfo];
    windows_received.tag.Value = list->NetBufferListInfo[Ieee8021QNetBufferListInfo];
    windows_counts.received++;
}

static void give_back(PNET_BUFFER_LIST list)
{
    list_to_miniport(list);
    list->Next = NULL;
    windows_driver()->ReturnNetBufferListsHandler(
        windows_context(), list,
        irql_now == DISPATCH_LEVEL ? NDIS_RETURN_FLAGS_DISPATCH_LEVEL : 0);
}

static void state_rule(void)
{
    rule_require(windows_state() == RUNNING || windows_state() == PAUSING,
                 "windows/indicate-while-paused", "ndis/nc-ndis-miniport_pause",
                 "indicates frames in state %d", windows_state());
}

static ULONG take_all(PNET_BUFFER_LIST list)
{
    ULONG count = 0;

    for (; list; list = list->Next, count++) {
        list_to_ndis(list);
        look_at(list);
    }
    return count;
}

/* The device does not wait for software: the next frame is there before the call returns. */
static void one_more_arrives(void)
{
    if (windows_options.busy_wire == 0)
        return;
    windows_options.busy_wire--;
    (void)nic_frame_from_wire(windows_nic, windows_received.bytes, windows_received.length);
    (void)nic_step(windows_nic);
}

/* Lent lists are back when the call returns; others are kept, or returned from inside. */
void NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE adapter, PNET_BUFFER_LIST list,
                                        NDIS_PORT_NUMBER port, ULONG count, ULONG flags)
{
    irql_rule("NdisMIndicateReceiveNetBufferLists");
    no_lock_rule("NdisMIndicateReceiveNetBufferLists");
    flag_rule(flags, "ndis/nf-ndis-ndismindicatereceivenetbufferlists");
    state_rule();
    rule_require(adapter == THE_ADAPTER && port == 0 && take_all(list) == count,
                 "windows/receive-count", "ndis/nf-ndis-ndismindicatereceivenetbufferlists",
                 "says %u lists, but the chain has another number", count);
    while (list) {
        PNET_BUFFER_LIST next = list->Next;
        if (flags & NDIS_RECEIVE_FLAGS_RESOURCES) {
            windows_counts.lent++;
            list_to_miniport(list);
        } else if (windows_options.keep_received) {
            list->Next = kept;
            kept = list;
        } else {
            give_back(list);
        }
        list = next;
    }
    one_more_arrives();
}

void windows_return_one(void)
{
    PNET_BUFFER_LIST list = kept;

    kept = list->Next;
    give_back(list);
}

void windows_return_all(void)
{
    while (kept)
        windows_return_one();
}

void NdisMIndicateStatusEx(NDIS_HANDLE adapter, PNDIS_STATUS_INDICATION is)
{
    irql_rule("NdisMIndicateStatusEx");
    no_lock_rule("NdisMIndicateStatusEx");
    header_rule(&is->Header, NDIS_OBJECT_TYPE_STATUS_INDICATION, 1,
                NDIS_SIZEOF_STATUS_INDICATION_REVISION_1, "NDIS_STATUS_INDICATION");
    rule_require(adapter == THE_ADAPTER && is->SourceHandle == adapter, "windows/status-source",
                 "ndis/ns-ndis-_ndis_status_indication", "SourceHandle is not the adapter's");
    if (is->StatusCode == NDIS_STATUS_LINK_STATE) {
        const NDIS_LINK_STATE *link = is->StatusBuffer;
        header_rule(&link->Header, NDIS_OBJECT_TYPE_DEFAULT, 1, NDIS_SIZEOF_LINK_STATE_REVISION_1,
                    "NDIS_LINK_STATE");
        windows_counts.link_changes++;
        windows_counts.link_up = link->MediaConnectState == MediaConnectStateConnected;
    } else if (is->StatusCode == NDIS_STATUS_TASK_OFFLOAD_CURRENT_CONFIG) {
        header_rule(is->StatusBuffer, NDIS_OBJECT_TYPE_OFFLOAD, 3,
                    NDIS_SIZEOF_NDIS_OFFLOAD_REVISION_3, "NDIS_OFFLOAD");
        windows_counts.offload_changes++;
    }
}
