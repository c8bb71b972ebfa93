/* The framework: life of a device, interrupt, timer. */
#include <stdlib.h>

#include <dev/pci/pcivar.h>
#include <machine/resource.h>
#include <sys/module.h>

#include "iflib_mock.h"
#include "mock.h"
#include "rule.h"

enum { WAITING = 512, FIRST_BUFFERS = 128 };

static struct iflib_ctx *the_ctx;

static kobjop_t find(const driver_t *driver, const char *name)
{
    const device_method_t *methods = driver->methods;

    for (; methods->name; methods++)
        if (strcmp(methods->name, name) == 0)
            return methods->function;
    return NULL;
}

kobjop_t iflib_method(struct iflib_ctx *ctx, const char *name)
{
    kobjop_t method = find(ctx->shared->isc_driver, name);

    rule_require(method, "iflib/no-method", "iflibdi(9)", "the driver has no %s", name);
    return method;
}

void *iflib_get_softc(if_ctx_t ctx) { return ctx->softc; }
device_t iflib_get_dev(if_ctx_t ctx) { return ctx->device; }
if_t iflib_get_ifp(if_ctx_t ctx) { return ctx->ifp; }
struct ifmedia *iflib_get_media(if_ctx_t ctx) { return &ctx->media; }
if_softc_ctx_t iflib_get_softc_ctx(if_ctx_t ctx) { return &ctx->queues; }

void iflib_set_mac(if_ctx_t ctx, uint8_t address[ETHER_ADDR_LEN])
{
    memcpy(ctx->address, address, ETHER_ADDR_LEN);
}

void iflib_admin_intr_deferred(if_ctx_t ctx)
{
    taskqueue_enqueue(ctx->tq, &ctx->admin_task);
}

void iflib_link_state_change(if_ctx_t ctx, int state, uint64_t rate)
{
    ctx->link_up = state == LINK_STATE_UP;
    if_setbaudrate(ctx->ifp, rate);
    if_link_state_change(ctx->ifp, state);
}

/* Life. */

void iflib_stop(struct iflib_ctx *ctx)
{
    mtx_lock(&ctx->mutex);
    callout_stop(&ctx->timer);
    mtx_unlock(&ctx->mutex); /* the lock of the context is an sx: the driver may sleep */
    ctx->running = false;
    if_setdrvflagbits(ctx->ifp, 0, IFF_DRV_RUNNING);
    IFLIB_CALL(ctx, ifdi_intr_disable, ctx);
    /* So that clearing a slot is seen as a write, whatever the device wrote there last. */
    iflib_sync(&ctx->tx, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
    iflib_sync(&ctx->rx, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
    IFLIB_CALL(ctx, ifdi_stop, ctx);
    rule_require(!mock_device_is_running(), "iflib/stop", "iflibdi(9)",
                 "the device may still reach memory after ifdi_stop");
    mtx_lock(&ctx->mutex);
    iflib_tx_clean(ctx);
    iflib_rx_clean(ctx);
    mtx_unlock(&ctx->mutex);
}

static void timer(void *arg);

int iflib_start(struct iflib_ctx *ctx)
{
    iflib_stop(ctx);
    IFLIB_CALL(ctx, ifdi_init, ctx);
    iflib_rx_fill(ctx, FIRST_BUFFERS);
    ctx->running = true;
    if_setdrvflagbits(ctx->ifp, IFF_DRV_RUNNING, 0);
    IFLIB_CALL(ctx, ifdi_intr_enable, ctx);
    iflib_admin_intr_deferred(ctx);
    mtx_lock(&ctx->mutex);
    callout_reset(&ctx->timer, hz / 2, timer, ctx);
    mtx_unlock(&ctx->mutex);
    return 0;
}

static void admin(void *arg, int pending)
{
    struct iflib_ctx *ctx = arg;

    (void)pending;
    if (ctx->running && (iflib_tx_hangs(ctx) || ctx->must_reset))
        iflib_start(ctx);
    ctx->must_reset = false;
    IFLIB_CALL(ctx, ifdi_update_admin_status, ctx);
}

static void timer(void *arg)
{
    struct iflib_ctx *ctx = arg;

    IFLIB_CALL(ctx, ifdi_timer, ctx, 0);
    taskqueue_enqueue(ctx->tq, &ctx->admin_task);
    callout_reset(&ctx->timer, hz / 2, timer, ctx);
}

/* As with one legacy interrupt: both queues are asked at once. */
static int fast_interrupt(void *arg)
{
    struct iflib_ctx *ctx = arg;
    int result = ctx->queues.isc_txrx->ift_legacy_intr(ctx->softc);

    if (!(result & FILTER_SCHEDULE_THREAD))
        return result;
    rule_require(ctx->tq, "iflib/not-ready", "iflibdi(9)", "an interrupt before attach is done");
    if (!ctx->running)
        return FILTER_HANDLED;
    iflib_sync(&ctx->tx, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE);
    if (ctx->queues.isc_txrx->ift_txd_credits_update(ctx->softc, 0, false))
        taskqueue_enqueue(ctx->tq, &ctx->tx_task);
    else
        IFLIB_CALL(ctx, ifdi_tx_queue_intr_enable, ctx, 0);
    if (iflib_rx_available(ctx, 1) > 0)
        taskqueue_enqueue(ctx->tq, &ctx->rx_task);
    else
        IFLIB_CALL(ctx, ifdi_rx_queue_intr_enable, ctx, 0);
    return FILTER_HANDLED;
}

/* Attach and detach. */

int iflib_device_probe(device_t device)
{
    struct if_shared_ctx *shared =
        ((device_register_t *)find(mock_driver, "device_register"))(device);
    const pci_vendor_info_t *info = shared->isc_vendor_info;

    rule_require(shared->isc_magic == IFLIB_MAGIC, "iflib/magic", "iflibdi(9)",
                 "isc_magic is no IFLIB_MAGIC");
    for (; info->pvi_vendor_id != 0; info++)
        if (info->pvi_vendor_id == pci_get_vendor(device) &&
            info->pvi_device_id == pci_get_device(device))
            return BUS_PROBE_DEFAULT;
    return ENXIO;
}

static void interface(struct iflib_ctx *ctx)
{
    if_setsoftc(ctx->ifp, ctx);
    if_initname(ctx->ifp, "rbe", 0);
    if_setflags(ctx->ifp, IFF_BROADCAST | IFF_SIMPLEX | IFF_MULTICAST);
    if_setinitfn(ctx->ifp, iflib_init);
    if_setioctlfn(ctx->ifp, iflib_control);
    if_settransmitfn(ctx->ifp, iflib_transmit);
    if_setqflushfn(ctx->ifp, iflib_flush);
    if_setgetcounterfn(ctx->ifp, iflib_counter);
    if_setcapabilities(ctx->ifp, ctx->queues.isc_capabilities);
    if_setcapenable(ctx->ifp, ctx->queues.isc_capenable);
    if_sethwassist(ctx->ifp, ctx->queues.isc_tx_csum_flags);
}

static int queues(struct iflib_ctx *ctx)
{
    struct if_shared_ctx *shared = ctx->shared;
    int error;

    rule_require(ctx->queues.isc_txqsizes[0] >= 16u * (uint32_t)ctx->queues.isc_ntxd[0] &&
                     ctx->queues.isc_txrx && ctx->queues.isc_tx_nsegments > 0,
                 "iflib/attach-pre", "iflibdi(9)", "attach_pre has not described the queues");
    error = iflib_queue_make(ctx, &ctx->tx, ctx->queues.isc_ntxd[0], ctx->queues.isc_txqsizes[0],
                             shared->isc_tso_maxsize, ctx->queues.isc_tx_nsegments,
                             shared->isc_tso_maxsegsize);
    if (error == 0)
        error = iflib_queue_make(ctx, &ctx->rx, ctx->queues.isc_nrxd[0],
                                 ctx->queues.isc_rxqsizes[0], shared->isc_rx_maxsize, 1,
                                 shared->isc_rx_maxsegsize);
    if (error == 0)
        error = IFLIB_CALL(ctx, ifdi_tx_queues_alloc, ctx, &ctx->tx.ring.memory,
                           &ctx->tx.ring.address, 1, 1);
    if (error == 0)
        error = IFLIB_CALL(ctx, ifdi_rx_queues_alloc, ctx, &ctx->rx.ring.memory,
                           &ctx->rx.ring.address, 1, 1);
    return error;
}

static int connect(struct iflib_ctx *ctx)
{
    int rid = 0, error;

    ctx->tq = taskqueue_create_fast("iflib", M_WAITOK, taskqueue_thread_enqueue, &ctx->tq);
    error = taskqueue_start_threads(&ctx->tq, 1, PI_NET, "iflib taskq");
    if (error != 0)
        return error;
    ctx->irq = bus_alloc_resource_any(ctx->device, SYS_RES_IRQ, &rid,
                                      RF_ACTIVE | RF_SHAREABLE);
    if (!ctx->irq)
        return ENXIO;
    interface(ctx);
    ether_ifattach(ctx->ifp, ctx->address);
    ctx->attached = true;
    error = IFLIB_CALL(ctx, ifdi_attach_post, ctx);
    if (error != 0)
        return error;
    return bus_setup_intr(ctx->device, ctx->irq, INTR_TYPE_NET | INTR_MPSAFE, fast_interrupt,
                          NULL, ctx, &ctx->cookie);
}

static void disconnect(struct iflib_ctx *ctx)
{
    if (ctx->attached) {
        ether_ifdetach(ctx->ifp);
        iflib_stop(ctx);
        iflib_flush(ctx->ifp);
    }
    if (ctx->cookie)
        bus_teardown_intr(ctx->device, ctx->irq, ctx->cookie);
    callout_drain(&ctx->timer);
    if (ctx->tq) {
        taskqueue_drain(ctx->tq, &ctx->tx_task);
        taskqueue_drain(ctx->tq, &ctx->rx_task);
        taskqueue_drain(ctx->tq, &ctx->admin_task);
        taskqueue_free(ctx->tq);
        ctx->tq = NULL;
    }
    if (ctx->irq)
        bus_release_resource(ctx->device, SYS_RES_IRQ, 0, ctx->irq);
}

static void end(struct iflib_ctx *ctx)
{
    iflib_queue_free(&ctx->rx);
    iflib_queue_free(&ctx->tx);
    ifmedia_removeall(&ctx->media);
    if_free(ctx->ifp);
    mtx_destroy(&ctx->mutex);
    free(ctx->softc);
    free(ctx);
}

static struct iflib_ctx *begin(device_t device)
{
    struct iflib_ctx *ctx = calloc(1, sizeof *ctx);

    ctx->device = device;
    ctx->shared = ((device_register_t *)find(mock_driver, "device_register"))(device);
    ctx->softc = calloc(1, ctx->shared->isc_driver->size);
    memcpy(ctx->queues.isc_ntxd, ctx->shared->isc_ntxd_default, sizeof ctx->queues.isc_ntxd);
    memcpy(ctx->queues.isc_nrxd, ctx->shared->isc_nrxd_default, sizeof ctx->queues.isc_nrxd);
    mtx_init(&ctx->mutex, "iflib tx", NULL, MTX_DEF);
    callout_init_mtx(&ctx->timer, &ctx->mutex, 0);
    mbufq_init(&ctx->waiting, WAITING);
    NET_TASK_INIT(&ctx->tx_task, 0, iflib_tx_task, ctx);
    NET_TASK_INIT(&ctx->rx_task, 0, iflib_rx_task, ctx);
    TASK_INIT(&ctx->admin_task, 0, admin, ctx);
    ctx->ifp = if_alloc(6);
    ifmedia_init(&ctx->media, (int)IFM_IMASK, iflib_media_change, iflib_media_status);
    return ctx;
}

int iflib_device_attach(device_t device)
{
    struct iflib_ctx *ctx = begin(device);
    int error = IFLIB_CALL(ctx, ifdi_attach_pre, ctx);

    the_ctx = ctx;
    if (error != 0) {
        end(ctx);
        return error;
    }
    error = queues(ctx);
    if (error == 0)
        error = connect(ctx);
    if (error != 0)
        iflib_device_detach(device);
    return error;
}

int iflib_device_detach(device_t device)
{
    struct iflib_ctx *ctx = the_ctx;

    (void)device;
    disconnect(ctx);
    IFLIB_CALL(ctx, ifdi_detach, ctx);
    IFLIB_CALL(ctx, ifdi_queues_free, ctx);
    end(ctx);
    return 0;
}

int iflib_device_shutdown(device_t device)
{
    (void)device;
    iflib_stop(the_ctx);
    return 0;
}
