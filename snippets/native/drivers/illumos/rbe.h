/* The instance of the driver and what its files ask of each other. illumos, GLDv3. */
#ifndef RBE_H
#define RBE_H

#include <sys/types.h>
#include <sys/param.h>
#include <sys/errno.h>
#include <sys/stream.h>
#include <sys/strsun.h>
#include <sys/strsubr.h>
#include <sys/sysmacros.h>
#include <sys/kmem.h>
#include <sys/cmn_err.h>
#include <sys/ksynch.h>
#include <sys/modctl.h>
#include <sys/devops.h>
#include <sys/conf.h>
#include <sys/ethernet.h>
#include <sys/vlan.h>
#include <sys/dlpi.h>
#include <sys/pattr.h>
#include <sys/mac_provider.h>
#include <sys/mac_ether.h>
#include <sys/ddi.h>
#include <sys/sunddi.h>

#include "dp_rx.h"
#include "dp_tx.h"
#include "rbe_hw.h"

enum {
    RBE_SLOTS = 128,         /* of each ring */
    RBE_TX_FRAMES = RBE_SLOTS, /* that can be out, each with its place in the copy area */
    RBE_TX_BINDS = RBE_SLOTS,  /* pieces of all those frames that are bound where they lie */
    RBE_TX_SEGMENTS = 32,    /* of a frame, before it is copied together */
    RBE_COPY_BYTES = 256,    /* up to here a frame is copied: cheaper than to bind or lend it */
    RBE_LSO_BYTES = 65535,   /* of a frame that the device cuts */
    RBE_BUFFER_BYTES = 2048, /* of a receive buffer, as RCTL.BSIZE says */
    RBE_ROOM = 2,            /* before a frame: its IP header comes to a multiple of 4 */
    RBE_RX_BUFFERS = 256,
    RBE_MOST_LENT = RBE_RX_BUFFERS - RBE_SLOTS - DP_MOST_PIECES, /* or the ring runs dry */
    RBE_BUDGET = 64,         /* frames received in one interrupt */
    RBE_GROUPS = 64,         /* multicast addresses; with more, MAC turns to promiscuous mode */
    RBE_LARGEST_MTU = 9000,
    RBE_HEADERS = sizeof(struct ether_vlan_header) + 60 + 60 /* the longest of IPv4 and TCP */
};

/* Causes that are waited for. */
#define RBE_CAUSES (RBE_ICR_TXDW | RBE_ICR_LSC | RBE_ICR_RXDMT0 | RBE_ICR_RXO | RBE_ICR_RXT0)

/* The device's registers: rbe_reg.c. */
struct rbe_registers {
    ddi_acc_handle_t handle;
    caddr_t base;
};

/* Memory for the device, bound for as long as it is there. dp_os.h wants the handle first. */
struct rbe_dma {
    struct dp_os_ring os;
    ddi_acc_handle_t access;
    caddr_t memory;
    uint64_t address; /* on the bus; 0: not bound */
};

struct rbe_ring {
    struct rbe_dma dma;
    struct rbe_registers *registers;
    uint32_t tail; /* its tail register */
};

/* A buffer that is with the device, lent to the stack, or free. */
struct rbe_rx_buffer {
    struct rbe_rx_buffer *next;
    struct rbe_dma dma;
    frtn_t free; /* what the stack calls when it is done with it */
    struct rbe *rbe;
};

/* A leaf lock: it is taken with the instance's lock held, and in whatever frees a message. */
struct rbe_rx_pool {
    kmutex_t lock;
    struct rbe_rx_buffer *free;
    uint_t lent;
};

struct rbe_bind {
    struct rbe_bind *next;
    ddi_dma_handle_t handle;
};

/* A frame on its way out. */
struct rbe_tx_frame {
    struct rbe_tx_frame *next;
    mblk_t *mp;             /* freed when the device is done, copied or bound */
    struct rbe_bind *binds; /* its pieces */
    uint_t index;           /* of its place in the copy area */
};

/* How frames are to be received; survives a reset of the device. */
struct rbe_filter {
    boolean_t promiscuous, long_frames;
    uint8_t address[ETHERADDRL];
    uint8_t groups[RBE_GROUPS][ETHERADDRL];
    uint_t count;
};

/* What is not done while the lock is held: see rbe_exit. */
struct rbe_later {
    mblk_t *done;               /* sent; to be freed */
    mblk_t *inbound, **last;    /* received, in order; to go up */
    boolean_t resume;           /* MAC waits to hear that it may send again */
    boolean_t link;             /* MAC has not heard of the state of the link */
};

struct rbe {
    dev_info_t *dip;
    mac_handle_t mac;
    struct rbe_registers registers;
    ddi_acc_handle_t config;
    ddi_intr_handle_t interrupt;
    boolean_t has_locks, has_interrupt, has_handler, enabled;

    kmutex_t lock; /* rings, registers and all below; never held in a call of MAC's */
    boolean_t started, running, blocked; /* blocked: mc_tx has returned frames */
    link_state_t link;
    ddi_periodic_t tick;
    uint_t stuck; /* seconds without a completion while frames are out */
    uint64_t seen_completed;
    uint_t mtu;
    struct rbe_filter filter;
    struct rbe_later later;

    struct rbe_ring tx_ring, rx_ring;
    struct dp_tx tx;
    struct dp_rx rx;
    struct rbe_dma copies; /* RBE_COPY_BYTES for each frame */
    struct rbe_tx_frame frames[RBE_TX_FRAMES], *free_frames;
    struct rbe_bind binds[RBE_TX_BINDS], *free_binds;
    uint_t count_binds;
    struct rbe_rx_buffer buffers[RBE_RX_BUFFERS];
    struct rbe_rx_pool pool;
    uint64_t sent_bytes, no_transmit, bad_transmit, no_receive, missed, crc_errors;
    uint64_t multicast, broadcast; /* received */

    void *tx_packets[RBE_SLOTS];
    uint32_t tx_ends[RBE_SLOTS];
    struct dp_buffer rx_posted[RBE_SLOTS];
};

/* rbe_reg.c */
uint32_t rbe_read(const struct rbe_registers *registers, uint32_t offset);
void rbe_write(const struct rbe_registers *registers, uint32_t offset, uint32_t value);
int rbe_reset(const struct rbe_registers *registers); /* 0, EIO, or ENXIO if it is gone */
int rbe_read_address(const struct rbe_registers *registers, uint8_t address[ETHERADDRL]);
void rbe_set_rings(struct rbe *rbe);
void rbe_set_filter(struct rbe *rbe);
void rbe_enable(struct rbe *rbe);
void rbe_doorbell(void *os, uint32_t tail);
boolean_t rbe_link_is_up(const struct rbe_registers *registers);

/* rbe_dma.c: frees what there is, and may be called again. */
int rbe_dma_attach(struct rbe *rbe);
void rbe_dma_detach(struct rbe *rbe);

/* rbe_state.c */
void rbe_bus_master(struct rbe *rbe, boolean_t on);
int rbe_start_locked(struct rbe *rbe);
void rbe_stop_locked(struct rbe *rbe);
void rbe_exit(struct rbe *rbe); /* drops the lock, then does what had to wait for that */
uint_t rbe_interrupt(caddr_t arg1, caddr_t arg2);
void rbe_tick(void *arg);

/* rbe_rx.c */
extern const struct dp_rx_ops rbe_rx_ops;
void rbe_free_buffer(caddr_t arg);
uint_t rbe_lent(struct rbe *rbe);

/* rbe_tx.c */
mblk_t *rbe_m_tx(void *arg, mblk_t *chain);
void rbe_tx_done(void *os, void *packet);
boolean_t rbe_tx_has_room(struct rbe *rbe);

/* rbe_offload.c: what the stack asks the device to do; false if no frame can be like that. */
boolean_t rbe_offload(mblk_t *mp, struct dp_offload *offload);
void rbe_copy_out(const mblk_t *mp, size_t bytes, uint8_t *to);

/* rbe_mac.c, rbe_prop.c, rbe_none.c */
extern mac_callbacks_t rbe_callbacks;
int rbe_m_getstat(void *arg, uint_t stat, uint64_t *value);
int rbe_m_setprop(void *arg, const char *name, mac_prop_id_t id, uint_t bytes, const void *value);
int rbe_m_getprop(void *arg, const char *name, mac_prop_id_t id, uint_t bytes, void *value);
void rbe_m_propinfo(void *arg, const char *name, mac_prop_id_t id, mac_prop_info_handle_t info);
boolean_t rbe_no_rings(void);
boolean_t rbe_no_shares(void);
boolean_t rbe_no_transceiver(void);
boolean_t rbe_no_led(void);
int rbe_no_negotiation(void);
int rbe_no_error_correction(void);

#endif
