/* The driver's softc and what its files ask of each other. NetBSD 10. */
#ifndef IF_RBEVAR_H
#define IF_RBEVAR_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/atomic.h>
#include <sys/bus.h>
#include <sys/callout.h>
#include <sys/device.h>
#include <sys/intr.h>
#include <sys/kernel.h>
#include <sys/kmem.h>
#include <sys/mbuf.h>
#include <sys/mutex.h>
#include <sys/socket.h>
#include <sys/sockio.h>
#include <net/if.h>
#include <net/if_dl.h>
#include <net/if_ether.h>
#include <net/if_media.h>
#include <dev/pci/pcireg.h>
#include <dev/pci/pcivar.h>

#include "dp_rx.h"
#include "dp_tx.h"
#include "rbe_chip.h"
#include "if_rbe_kernel.h"

enum {
    RBE_QUEUE = 512,       /* frames that wait in if_snd */
    RBE_TX_SEGMENTS = 40,  /* of a frame, before it is copied together */
    RBE_SEGMENT_BYTES = 4096,
    RBE_TSO_BYTES = 65535 + 18, /* an IP packet and its Ethernet header with tag */
    RBE_RX_BUFFERS = RBE_SLOTS + DP_MOST_PIECES, /* posted, and of a frame half received */
    RBE_BUDGET = 64        /* slots a run of the soft interrupt */
};

/* A frame (transmit) or cluster (receive) with the map that the bus knows it by. */
struct rbe_buffer {
    struct rbe_buffer *next; /* while free */
    struct mbuf *m;
    bus_dmamap_t map;
};

/* Buffers of one direction, all maps made at attach: none is made per packet. */
struct rbe_buffers {
    struct rbe_buffer *all, *free;
    int most, count; /* most: as allocated; count: with a map */
};

struct rbe_softc {
    device_t dev;
    struct ethercom ec; /* the interface is its first member */
    struct rbe_registers registers;
    bus_dma_tag_t dmat;
    pci_chipset_tag_t pc;
    pcitag_t pcitag;
    void *ih, *si;      /* hard and soft interrupt */
    struct if_percpuq *ipq;
    kmutex_t lock;      /* IPL_SOFTNET: adaptive, so not in the hard interrupt */
    callout_t tick;
    struct ifmedia media;
    volatile u_int causes; /* what the hard interrupt read out of ICR */
    bool attached, link_up, running, ending; /* running: if_flags is not for the fast paths */
    int flags; /* if_flags as they were when somebody came by who had the interface locked */

    struct rbe_ring tx_ring, rx_ring;
    struct dp_tx tx;
    struct dp_rx rx;
    struct rbe_buffers tx_buffers, rx_buffers;
    struct rbe_filter filter;
    uint64_t seen_completed;
    int stuck; /* seconds without a completion while frames are out */

    void *tx_packets[RBE_SLOTS];
    uint32_t tx_ends[RBE_SLOTS];
    struct dp_buffer rx_posted[RBE_SLOTS];
};

/* if_rbe_dma.c: both may be called again, and free what there is. */
int rbe_dma_alloc(struct rbe_softc *sc);
void rbe_dma_free(struct rbe_softc *sc);
struct rbe_buffer *rbe_buffer_take(struct rbe_buffers *buffers);
void rbe_buffer_give(struct rbe_buffers *buffers, struct rbe_buffer *buffer);

/* if_rbe_tx.c */
void rbe_start(struct ifnet *ifp);
void rbe_start_locked(struct rbe_softc *sc);
void rbe_tx_done(void *os, void *packet);

/* if_rbe_rx.c */
extern const struct dp_rx_ops rbe_rx_ops;

/* if_rbe_offload.c: 0, or an error with the frame freed and *frame NULL. */
int rbe_offload(struct rbe_softc *sc, struct mbuf **frame, struct dp_offload *offload);

/* if_rbe_intr.c */
int rbe_init(struct ifnet *ifp);
int rbe_init_locked(struct rbe_softc *sc);
void rbe_stop(struct ifnet *ifp, int disable);
void rbe_stop_locked(struct rbe_softc *sc);
int rbe_intr(void *arg);
void rbe_softintr(void *arg);
void rbe_tick(void *arg);

/* if_rbe_ioctl.c */
int rbe_ioctl(struct ifnet *ifp, u_long command, void *data);
int rbe_flags_changed(struct ethercom *ec);
void rbe_update_filter(struct rbe_softc *sc);
void rbe_announce(struct rbe_softc *sc);
void rbe_media_init(struct rbe_softc *sc);

/* if_rbe_none.c: what this device or kernel cannot do. */
int rbe_no_driver_parameters(struct rbe_softc *sc);
int rbe_no_generic_operations(struct rbe_softc *sc);
int rbe_no_fixed_media(struct rbe_softc *sc);

#endif
