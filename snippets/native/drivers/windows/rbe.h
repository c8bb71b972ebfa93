/*
 * rbe: a miniport of NDIS 6.30 for the 82540EM.
 *
 * One lock guards all of the adapter's data. It is never held across a call up into NDIS
 * that may come back as another handler: indications, completions, mapping.
 */
#ifndef RBE_H
#define RBE_H

#include <ndis.h>

#include "dp_poll.h"
#include "dp_rx.h"
#include "dp_tx.h"
#include "rbe_hw.h"

/* What this driver cannot do here; the register is exceptions.tsv. */
#ifndef DP_PORTING_EXCEPTION
#define DP_PORTING_EXCEPTION(feature, reason)
#endif

enum {
    RBE_TAG = 0x65626552, /* 'Rebe' */
    RBE_BUFFER_BYTES = 2048,
    RBE_BLOCK_BUFFERS = 32, /* receive buffers in one piece of shared memory */
    RBE_MOST_BLOCKS = 64,
    RBE_MOST_SEGMENTS = 64,
    RBE_MOST_MULTICAST = 128,
    RBE_MTU = 1500,
    RBE_FRAME_BYTES = 1514,
    RBE_LARGEST_SEND = 61440, /* bytes of a frame that is to be cut */
    RBE_LEAST_CUTS = 2,
    RBE_ALL_CAUSES = RBE_ICR_TXDW | RBE_ICR_LSC | RBE_ICR_RXDMT0 | RBE_ICR_RXO | RBE_ICR_RXT0
};

/* Members of NDIS_STATISTICS_INFO that are counted. */
static const ULONG rbe_statistics =
    NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_RCV |
    NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_RCV |
    NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_RCV | NDIS_STATISTICS_FLAGS_VALID_BYTES_RCV |
    NDIS_STATISTICS_FLAGS_VALID_RCV_DISCARDS | NDIS_STATISTICS_FLAGS_VALID_RCV_ERROR |
    NDIS_STATISTICS_FLAGS_VALID_DIRECTED_FRAMES_XMIT |
    NDIS_STATISTICS_FLAGS_VALID_MULTICAST_FRAMES_XMIT |
    NDIS_STATISTICS_FLAGS_VALID_BROADCAST_FRAMES_XMIT |
    NDIS_STATISTICS_FLAGS_VALID_BYTES_XMIT | NDIS_STATISTICS_FLAGS_VALID_XMIT_ERROR |
    NDIS_STATISTICS_FLAGS_VALID_XMIT_DISCARDS;

enum rbe_state { RBE_PAUSED, RBE_RUNNING, RBE_PAUSING };

struct rbe_memory {
    PVOID address;
    NDIS_PHYSICAL_ADDRESS bus;
    ULONG bytes;
};

/* A receive buffer for life: its bytes, and the list that carries it up. */
struct rbe_buffer {
    struct rbe_buffer *next;
    UCHAR *bytes;
    uint64_t bus;
    PMDL mdl;
    PNET_BUFFER_LIST list;
};

/* Frames on their way up, in order. */
struct rbe_chain {
    PNET_BUFFER_LIST first, *end;
    ULONG count;
};

/* What is kept in NET_BUFFER's MiniportReserved while a frame is here. */
struct rbe_send {
    PSCATTER_GATHER_LIST map;
    PNET_BUFFER_LIST owner;
    PNET_BUFFER next;
    NDIS_STATUS status; /* failure, if it shall not be sent any more */
    bool mapped;        /* NDIS has answered, with a map or a failure */
};

/* Parameters from the registry: standardized keywords (network/standardized-inf-keywords). */
struct rbe_parameters {
    ULONG receive_buffers, transmit_slots, receive_slots;
    ULONG ip4, tcp4, udp4, tcp6, udp6; /* bit 0: transmit, bit 1: receive */
    ULONG lso4, lso6;
};

struct rbe_counters {
    ULONG64 in_frames, in_multicast, in_broadcast, in_bytes, in_errors, in_missed;
    ULONG64 out_frames, out_multicast, out_broadcast, out_bytes, out_errors, out_discards;
};

struct rbe_adapter {
    NDIS_HANDLE ndis, interrupt, dma, pool;
    volatile UCHAR *registers;
    NDIS_PHYSICAL_ADDRESS bar;
    struct rbe_parameters parameters;
    UCHAR permanent[6], address[6];
    LONG causes;          /* seen by the ISR, not yet by the DPC */
    volatile bool masked; /* what the device has to say is not said on the line */

    NDIS_SPIN_LOCK lock;
    enum rbe_state state;
    bool gone, dead, resetting, pause_pending, batching, link_up;
    ULONG sends, indicated; /* lists of others that are here; lists of ours that are there */

    struct dp_tx tx;
    struct rbe_memory tx_slots, zeroes;
    void **tx_packets;
    uint32_t *tx_ends;
    PNET_BUFFER queue, *queue_end; /* not in the ring yet */
    PNET_BUFFER done, *done_end;   /* out of it; to be unmapped and completed */
    uint64_t watched;              /* frames completed at the last check for a hang */
    ULONG checks_without_progress;

    struct dp_rx rx;
    struct rbe_memory rx_slots, blocks[RBE_MOST_BLOCKS];
    struct dp_buffer *posted;
    struct rbe_buffer *buffers, *free;
    ULONG free_count;
    struct rbe_chain up, up_and_back; /* the second: NDIS may not keep them */

    ULONG filter, lookahead, vlan, group_count;
    UCHAR groups[RBE_MOST_MULTICAST][6];
    struct rbe_counters counters;
};

/* rbe_adapter.c */
MINIPORT_INITIALIZE rbe_initialize;
MINIPORT_HALT rbe_halt;
void rbe_free_adapter(struct rbe_adapter *adapter);

/* rbe_attributes.c: what NDIS is told at the start */
NDIS_STATUS rbe_set_registration(struct rbe_adapter *adapter);
NDIS_STATUS rbe_set_general(struct rbe_adapter *adapter);
NDIS_STATUS rbe_set_offload(struct rbe_adapter *adapter);
void rbe_describe_offload(const struct rbe_parameters *parameters, NDIS_OFFLOAD *offload);
NDIS_STATUS rbe_read_parameters(struct rbe_adapter *adapter);

/* rbe_memory.c */
bool rbe_take_shared(struct rbe_adapter *adapter, struct rbe_memory *memory, ULONG bytes);
void rbe_give_shared(struct rbe_adapter *adapter, struct rbe_memory *memory);
PVOID rbe_take(struct rbe_adapter *adapter, ULONG bytes);
NDIS_STATUS rbe_take_rings(struct rbe_adapter *adapter);
void rbe_give_rings(struct rbe_adapter *adapter);
NDIS_STATUS rbe_take_buffers(struct rbe_adapter *adapter);
void rbe_give_buffers(struct rbe_adapter *adapter);

/* rbe_chip.c: registers; none of it sleeps */
ULONG rbe_read(struct rbe_adapter *adapter, ULONG offset);
void rbe_write(struct rbe_adapter *adapter, ULONG offset, ULONG value);
bool rbe_reset_chip(struct rbe_adapter *adapter);
bool rbe_read_address(struct rbe_adapter *adapter);
void rbe_start_chip(struct rbe_adapter *adapter);
void rbe_set_filter(struct rbe_adapter *adapter);
void rbe_read_counters(struct rbe_adapter *adapter);

/* rbe_interrupt.c */
NDIS_STATUS rbe_register_interrupt(struct rbe_adapter *adapter);
void rbe_mask(struct rbe_adapter *adapter);
void rbe_unmask(struct rbe_adapter *adapter);
void rbe_forget_causes(struct rbe_adapter *adapter);
void rbe_make_edge(struct rbe_adapter *adapter);
void rbe_look_at_link(struct rbe_adapter *adapter);

/* rbe_state.c */
MINIPORT_PAUSE rbe_pause;
MINIPORT_RESTART rbe_restart;
MINIPORT_RESET rbe_reset;
MINIPORT_CHECK_FOR_HANG rbe_check_for_hang;
MINIPORT_SHUTDOWN rbe_shutdown;
MINIPORT_DEVICE_PNP_EVENT_NOTIFY rbe_pnp_event;
void rbe_leave(struct rbe_adapter *adapter, ULONG sends, ULONG indicated);

/* rbe_send.c, rbe_frame.c */
MINIPORT_SEND_NET_BUFFER_LISTS rbe_send_lists;
MINIPORT_CANCEL_SEND rbe_cancel_send;
MINIPORT_PROCESS_SG_LIST rbe_mapped;
void rbe_complete_ring(struct rbe_adapter *adapter);
void rbe_abort_sends(struct rbe_adapter *adapter, NDIS_STATUS status);
void rbe_finish_sends(struct rbe_adapter *adapter);
bool rbe_build_frame(struct rbe_adapter *adapter, PNET_BUFFER buffer, struct dp_frame *frame,
                     struct dp_segment *segments);

static inline struct rbe_send *rbe_send_of(PNET_BUFFER buffer)
{
    return (struct rbe_send *)NET_BUFFER_MINIPORT_RESERVED(buffer);
}
_Static_assert(sizeof(struct rbe_send) <= 4 * sizeof(PVOID), "fits MiniportReserved");

/* rbe_receive.c */
extern const struct dp_rx_ops rbe_rx_ops;
MINIPORT_RETURN_NET_BUFFER_LISTS rbe_return_lists;
void rbe_start_chains(struct rbe_adapter *adapter);
void rbe_indicate(struct rbe_adapter *adapter, struct rbe_chain up, struct rbe_chain up_and_back);

/* rbe_oid.c, rbe_query.c */
MINIPORT_OID_REQUEST rbe_oid_request;
MINIPORT_CANCEL_OID_REQUEST rbe_cancel_oid;
MINIPORT_DIRECT_OID_REQUEST rbe_direct_oid;
MINIPORT_CANCEL_DIRECT_OID_REQUEST rbe_cancel_direct_oid;
NDIS_STATUS rbe_query(struct rbe_adapter *adapter, PNDIS_OID_REQUEST request);
extern const NDIS_OID rbe_oids[];
extern const ULONG rbe_oids_bytes;

#endif
