/* The native driver's softc and what its files ask of each other. FreeBSD 15. */
#ifndef IF_RBEVAR_H
#define IF_RBEVAR_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/bus.h>
#include <sys/buf_ring.h>
#include <sys/callout.h>
#include <sys/epoch.h>
#include <sys/kernel.h>
#include <sys/lock.h>
#include <sys/malloc.h>
#include <sys/mbuf.h>
#include <sys/mutex.h>
#include <sys/priority.h>
#include <sys/socket.h>
#include <sys/sockio.h>
#include <sys/taskqueue.h>
#include <net/if.h>
#include <net/if_var.h>
#include <net/if_media.h>
#include <net/ethernet.h>

#include "dp_rx.h"
#include "dp_tx.h"
#include "rbe_reg.h"

enum {
    RBE_QUEUE = 512,        /* frames that wait for room in the ring; a power of 2 */
    RBE_TX_SEGMENTS = 32,   /* of a frame, before it is copied together */
    RBE_SEGMENT_BYTES = 4096,
    RBE_TSO_BYTES = 65535 + 18, /* an IP packet and its Ethernet header with tag */
    RBE_RX_BUFFERS = RBE_SLOTS + DP_MOST_PIECES, /* posted, and of a frame half received */
    RBE_LARGEST_MTU = 9216,
    RBE_BUDGET = 64         /* slots a run of the task */
};

// tag::buffer-maps[]
/* A frame (transmit) or cluster (receive) with the map that the bus knows it by. */
struct rbe_buffer {
    struct rbe_buffer *next; /* while free */
    struct mbuf *m;
    bus_dmamap_t map;
    bool loaded;
};

/* Buffers of one direction, all maps made at attach: none is made per packet. */
struct rbe_buffers {
    bus_dma_tag_t tag;
    struct rbe_buffer *all, *free;
    int count;
};
// end::buffer-maps[]

// tag::softc-fields[]
struct rbe_softc {
    device_t dev;
    if_t ifp;
    struct mtx mtx; /* rings, registers, flags; never held in if_input */
    struct resource *registers, *irq;
    void *cookie;
    struct ifmedia media;
    struct callout tick; /* runs with mtx held */
    struct taskqueue *tq;
    struct task task;    /* in the net epoch */
    struct buf_ring *queue;
    volatile u_int causes; /* what the filter read out of ICR */
    bool attached, link_up;

    struct rbe_ring tx_ring, rx_ring;
    struct dp_tx tx;
    struct dp_rx rx;
    struct rbe_buffers tx_buffers, rx_buffers;
    struct mbufq inbound; /* received, to go up when mtx is dropped */
    struct rbe_filter filter;
    uint64_t seen_completed, missed, crc_errors;
    int stuck; /* seconds without a completion while frames are out */

    void *tx_packets[RBE_SLOTS];
    uint32_t tx_ends[RBE_SLOTS];
    struct dp_buffer rx_posted[RBE_SLOTS];
};
// end::softc-fields[]

#define RBE_LOCK(sc) mtx_lock(&(sc)->mtx)
#define RBE_UNLOCK(sc) mtx_unlock(&(sc)->mtx)
#define RBE_TRYLOCK(sc) mtx_trylock(&(sc)->mtx)
#define RBE_ASSERT_LOCKED(sc) mtx_assert(&(sc)->mtx, MA_OWNED)

static inline bool rbe_is_running(const struct rbe_softc *sc)
{
    return ((if_getdrvflags(sc->ifp) & IFF_DRV_RUNNING) != 0);
}

/* if_rbe.c */
void rbe_init(void *arg);
int rbe_init_locked(struct rbe_softc *sc);
void rbe_stop_locked(struct rbe_softc *sc);

/* if_rbe_dma.c: both may be called again, and free what there is. */
int rbe_dma_alloc(struct rbe_softc *sc);
void rbe_dma_free(struct rbe_softc *sc);
struct rbe_buffer *rbe_buffer_take(struct rbe_buffers *buffers);
void rbe_buffer_give(struct rbe_buffers *buffers, struct rbe_buffer *buffer);

/* if_rbe_tx.c */
int rbe_transmit(if_t ifp, struct mbuf *m);
void rbe_qflush(if_t ifp);
void rbe_start_locked(struct rbe_softc *sc);
void rbe_tx_done(void *os, void *packet);

/* if_rbe_rx.c */
extern const struct dp_rx_ops rbe_rx_ops;

/* if_rbe_offload.c: 0, or an error with the frame freed and *frame NULL. */
int rbe_offload(struct mbuf **frame, struct dp_offload *offload);

/* if_rbe_ioctl.c */
int rbe_ioctl(if_t ifp, u_long command, caddr_t data);
void rbe_update_filter(struct rbe_softc *sc);
void rbe_announce(struct rbe_softc *sc);

/* if_rbe_none.c: what this device or kernel cannot do. */
int rbe_no_send_tag(if_t ifp, union if_snd_tag_alloc_params *params, struct m_snd_tag **tag);
int rbe_no_module_eeprom(struct rbe_softc *sc);
int rbe_no_receive_hash(struct rbe_softc *sc);
int rbe_no_vf(device_t dev, uint16_t count, const nvlist_t *config);

#endif
