/*
 * A mock of iflib: what the framework does around a driver, with rules about what the
 * driver answers. It stands on the mock kernel like a driver does, so that its locks,
 * maps and mbufs are watched too. One transmit and one receive queue.
 */
#ifndef IFLIB_MOCK_H
#define IFLIB_MOCK_H

#include <sys/callout.h>
#include <sys/epoch.h>
#include <sys/taskqueue.h>
#include <net/bpf.h>
#include <net/iflib.h>

#include "ifdi_if.h"

enum { IFLIB_MOST = 256 };

struct iflib_memory {
    bus_dma_tag_t tag;
    bus_dmamap_t map;
    caddr_t memory;
    uint64_t address;
};

struct iflib_slot {
    struct mbuf *m;
    bus_dmamap_t map;
};

struct iflib_queue {
    struct iflib_memory ring;
    bus_dma_tag_t tag; /* of mbufs */
    struct iflib_slot slots[IFLIB_MOST];
    int made;         /* maps */
    int pidx, cidx, used, size;
};

struct iflib_ctx {
    device_t device;
    struct if_shared_ctx *shared;
    struct if_softc_ctx queues;
    void *softc;
    if_t ifp;
    struct mtx mutex;     /* of the transmit queue */
    struct callout timer; /* runs with it */
    struct taskqueue *tq;
    struct task tx_task, rx_task, admin_task;
    struct mbufq waiting;
    struct ifmedia media;
    struct resource *irq;
    void *cookie;
    struct iflib_queue tx, rx;
    uint8_t address[ETHER_ADDR_LEN];
    bool attached, running, link_up, must_reset;
    int stuck;
};

/* A method of the driver, by name; NULL if it has none. */
kobjop_t iflib_method(struct iflib_ctx *ctx, const char *name);
#define IFLIB_CALL(ctx, name, ...) \
    ((name##_t *)iflib_method(ctx, #name))(__VA_ARGS__)

/* iflib.c */
void iflib_stop(struct iflib_ctx *ctx);
int iflib_start(struct iflib_ctx *ctx);

/* iflib_control.c */
void iflib_init(void *arg);
int iflib_control(if_t ifp, u_long command, caddr_t data);
int iflib_media_change(if_t ifp);
void iflib_media_status(if_t ifp, struct ifmediareq *request);
uint64_t iflib_counter(if_t ifp, ift_counter which);
void iflib_flush(if_t ifp);

/* iflib_tx.c */
int iflib_transmit(if_t ifp, struct mbuf *m);
void iflib_tx_task(void *arg, int pending);
void iflib_tx_clean(struct iflib_ctx *ctx); /* after stop: gives all back */
bool iflib_tx_hangs(struct iflib_ctx *ctx);

/* iflib_rx.c */
void iflib_rx_task(void *arg, int pending);
void iflib_rx_fill(struct iflib_ctx *ctx, int most);
void iflib_rx_clean(struct iflib_ctx *ctx);
int iflib_rx_available(struct iflib_ctx *ctx, int budget);

/* iflib_memory.c */
int iflib_queue_make(struct iflib_ctx *ctx, struct iflib_queue *queue, int size, uint32_t bytes,
                     bus_size_t most, int segments, bus_size_t segment_most);
void iflib_queue_free(struct iflib_queue *queue);
void iflib_sync(struct iflib_queue *queue, int operations);
void iflib_unload(struct iflib_queue *queue, struct iflib_slot *slot, int operations);

#endif
