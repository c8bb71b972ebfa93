/*
 * A Windows kernel with one network adapter, for tests: what NDIS, the HAL and a protocol
 * do to a miniport, in one thread, step by step, and strict about who may do what when.
 */
#ifndef WINDOWS_H
#define WINDOWS_H

#include <ndis.h>
#include <stdbool.h>

#include "nic8254x.h"
#include "rule.h"

enum { DIRQL = 5 };

/* States of an adapter (network/miniport-adapter-states-and-operations). */
enum adapter_state { HALTED, INITIALIZING, PAUSED, RESTARTING, RUNNING, PAUSING };

/* What the kernel shall do otherwise than at its easiest. */
struct windows_options {
    int late_maps;        /* the next n maps are handed out by windows_run, not at once */
    bool keep_received;   /* received lists stay with the protocol until windows_return_all */
    bool one_element;     /* an MDL is contiguous on the bus */
    ULONG most_lists;     /* a DPC may indicate; 0: no limit */
    ULONG busy_wire;      /* with each of the next n indications another frame arrives */
    ULONG receive_buffers, transmit_buffers; /* registry; 0: not set */
};

extern struct windows_options windows_options;

/* Loads the driver for a device; attaches; and so on, each as NDIS does it. */
NDIS_STATUS windows_load(struct nic *nic);
void windows_unload(void);
NDIS_STATUS windows_initialize(void);
NDIS_STATUS windows_restart(void);
NDIS_STATUS windows_pause(void);     /* as the handler answers; may be NDIS_STATUS_PENDING */
void windows_halt(void);             /* then nothing may be left */
bool windows_check_for_hang(void);   /* as the handler answers; TRUE has it reset */
NDIS_STATUS windows_reset(void);
void windows_shutdown(void);
void windows_surprise_removal(void);
enum adapter_state windows_state(void);

/* Steps the device, delivers interrupts, runs DPCs and late maps until nothing happens. */
void windows_run(void);

/* An interrupt on the line, whoever raised it: the ISR alone, and what it says. */
bool windows_interrupt(void);

/* One request, as OID_... with a buffer; bytes: written, read or needed. */
NDIS_STATUS windows_query(NDIS_OID oid, void *buffer, UINT length, UINT *bytes);
NDIS_STATUS windows_set(NDIS_OID oid, void *buffer, UINT length, UINT *bytes);
NDIS_STATUS windows_method(NDIS_OID oid);

/* The protocol. A frame is cut into MDLs at the given lengths; 0 ends them. */
struct sent_frame {
    const uint8_t *bytes;
    ULONG length;
    ULONG ahead;          /* bytes in the first MDL before the frame */
    const ULONG *cuts;    /* NULL: one MDL */
};
PNET_BUFFER_LIST windows_list(const struct sent_frame *frames, ULONG count);
void windows_send(PNET_BUFFER_LIST lists);
void windows_cancel(PVOID cancel_id);
void windows_return_one(void); /* there must be one */
void windows_return_all(void);

/* What became of it: counts by list, and the last status. */
struct windows_counts {
    ULONG completed, failed, received, lent, link_changes, offload_changes;
    ULONG own_dpcs;           /* queued by the driver */
    NDIS_STATUS last_status;
    PVOID last_large_send;    /* TcpLargeSendNetBufferListInfo at completion */
    bool link_up;
};
extern struct windows_counts windows_counts;

/* The newest received frame. */
struct received_frame {
    uint8_t bytes[2048];
    ULONG length;
    NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO checksums;
    NDIS_NET_BUFFER_LIST_8021Q_INFO tag;
};
extern struct received_frame windows_received;

/* What is still with the other side. */
ULONG windows_sends_outstanding(void);
ULONG windows_receives_outstanding(void);

/* -- between the parts of this kernel -- */

extern KIRQL irql_now;
extern struct nic *windows_nic;
extern bool interrupt_registered, dma_registered, io_mapped;
#define THE_ADAPTER ((NDIS_HANDLE)0x1000)
#define THE_DRIVER ((NDIS_HANDLE)0x2000)
#define THE_INTERRUPT ((NDIS_HANDLE)0x3000)
#define THE_DMA ((NDIS_HANDLE)0x4000)
#define THE_REGISTRY ((NDIS_HANDLE)0x5000)

void irql_set(KIRQL irql);
void irql_rule(const char *function);
void no_lock_rule(const char *function);
void header_rule(const NDIS_OBJECT_HEADER *header, UCHAR type, UCHAR revision, ULONG size,
                 const char *what);
bool dma_run_late(void);
bool dma_has_map(const NET_BUFFER *buffer);
void adapter_may_be_idle(const char *when);
NDIS_MINIPORT_DRIVER_CHARACTERISTICS *windows_driver(void);
NDIS_HANDLE windows_context(void);
MINIPORT_PROCESS_SG_LIST *windows_process_map(void);
bool run_interrupts(void);
bool list_is_ours(const NET_BUFFER_LIST *list);
ULONG pools_alive(void);
void list_to_ndis(PNET_BUFFER_LIST list);
void list_to_miniport(PNET_BUFFER_LIST list);

#endif
