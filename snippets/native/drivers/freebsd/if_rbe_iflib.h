/* The iflib driver's softc. FreeBSD 15. */
#ifndef IF_RBE_IFLIB_H
#define IF_RBE_IFLIB_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/bus.h>
#include <sys/kernel.h>
#include <sys/mbuf.h>
#include <net/if.h>
#include <net/if_var.h>
#include <net/if_media.h>
#include <net/ethernet.h>
#include <net/iflib.h>

#include "dp_rx.h"
#include "dp_tx.h"
#include "rbe_reg.h"

#include "ifdi_if.h"

enum {
    RBE_TX_SEGMENTS = 32,
    RBE_SEGMENT_BYTES = 4096,
    RBE_TSO_BYTES = 65535 + 18
};

// tag::softc-fields[]
struct rbe_iflib {
    if_ctx_t ctx;
    if_softc_ctx_t shared;
    device_t dev;
    struct resource *registers;
    struct rbe_ring tx_ring, rx_ring;
    struct dp_tx tx;   /* its packets are iflib's, so none stands in it */
    struct dp_ring rx; /* the buffers too: a ring is all that is left */
    struct rbe_filter filter;
    bool link_up;
    void *tx_packets[RBE_SLOTS];
    uint32_t tx_ends[RBE_SLOTS];
};
// end::softc-fields[]

extern struct if_txrx rbe_txrx;
int rbe_legacy_intr(void *arg);

#endif
