/*
 * rbe: a network driver for the 82540EM (PCI 8086:100e), native ifnet, written for
 * FreeBSD 15: if_t accessors (if_alloc cannot fail, no driver sees struct ifnet), bus_dma,
 * a filter that hands over to a fast taskqueue, DRIVER_MODULE without a devclass.
 *
 * This file: attach and detach (device(9), driver(9), bus_alloc_resource(9), ifnet(9)).
 */
#include "if_rbevar.h"

#include <sys/module.h>
#include <sys/rman.h>
#include <net/if_dl.h>
#include <net/if_types.h>
#include <dev/pci/pcireg.h>
#include <dev/pci/pcivar.h>

#include "if_rbe_intr.h"

// tag::probe-bid[]
static int rbe_probe(device_t dev)
{
    if (pci_get_vendor(dev) != RBE_VENDOR_ID || pci_get_device(dev) != RBE_DEVICE_ID)
        return (ENXIO);
    device_set_desc(dev, "Ringbook example for the 82540EM");
    return (BUS_PROBE_DEFAULT); /* 0 would keep a better driver from being asked */
}
// end::probe-bid[]

static int resources(struct rbe_softc *sc)
{
    int rid = PCIR_BAR(0);

    pci_enable_busmaster(sc->dev);
    sc->registers = bus_alloc_resource_any(sc->dev, SYS_RES_MEMORY, &rid, RF_ACTIVE);
    if (sc->registers == NULL)
        return (ENXIO);
    rid = 0; /* the line; messages would start at 1 */
    sc->irq = bus_alloc_resource_any(sc->dev, SYS_RES_IRQ, &rid, RF_ACTIVE | RF_SHAREABLE);
    return (sc->irq == NULL ? ENXIO : 0);
}

static int queues(struct rbe_softc *sc)
{
    sc->queue = buf_ring_alloc(RBE_QUEUE, M_DEVBUF, M_WAITOK, &sc->mtx);
    sc->tq = taskqueue_create_fast("rbe", M_WAITOK, taskqueue_thread_enqueue, &sc->tq);
    return (taskqueue_start_threads(&sc->tq, 1, PI_NET, "%s taskq",
                                    device_get_nameunit(sc->dev)));
}

// tag::if-set[]
static void interface(struct rbe_softc *sc)
{
    if_t ifp = sc->ifp;

    if_setsoftc(ifp, sc);
    if_initname(ifp, device_get_name(sc->dev), device_get_unit(sc->dev));
    if_setdev(ifp, sc->dev);
    if_setflags(ifp, IFF_BROADCAST | IFF_SIMPLEX | IFF_MULTICAST);
    if_setinitfn(ifp, rbe_init);
    if_setioctlfn(ifp, rbe_ioctl);
    if_settransmitfn(ifp, rbe_transmit);
    if_setqflushfn(ifp, rbe_qflush);
    if_setgetcounterfn(ifp, rbe_get_counter);
    if_setsndtagallocfn(ifp, rbe_no_send_tag);
    rbe_announce(sc);
    rbe_media_init(sc);
}
// end::if-set[]

// tag::attach[]
static int prepare(struct rbe_softc *sc, uint8_t address[RBE_ADDRESS_BYTES])
{
    int error;

    if ((error = resources(sc)) != 0 || (error = rbe_reset(sc->registers)) != 0 ||
        (error = rbe_read_address(sc->registers, address)) != 0 ||
        (error = rbe_dma_alloc(sc)) != 0)
        return (error);
    return (queues(sc));
}

static int rbe_detach(device_t dev);

static int rbe_attach(device_t dev)
{
    struct rbe_softc *sc = device_get_softc(dev);
    uint8_t address[RBE_ADDRESS_BYTES];
    int error;

    sc->dev = dev;
    mtx_init(&sc->mtx, device_get_nameunit(dev), MTX_NETWORK_LOCK, MTX_DEF);
    callout_init_mtx(&sc->tick, &sc->mtx, 0);
    mbufq_init(&sc->inbound, INT_MAX);
    NET_TASK_INIT(&sc->task, 0, rbe_task, sc);
    sc->ifp = if_alloc(IFT_ETHER);
    interface(sc);
    error = prepare(sc, address);
    if (error == 0) {
        ether_ifattach(sc->ifp, address); /* from here on the stack may call */
        sc->attached = true;
        error = bus_setup_intr(dev, sc->irq, INTR_TYPE_NET | INTR_MPSAFE, rbe_filter, NULL, sc,
                               &sc->cookie); /* from here on the line may, with others on it */
    }
    if (error != 0)
        rbe_detach(dev);
    return (error);
}
// end::attach[]

static void release(struct rbe_softc *sc)
{
    if (sc->irq != NULL)
        bus_release_resource(sc->dev, SYS_RES_IRQ, 0, sc->irq);
    if (sc->registers != NULL)
        bus_release_resource(sc->dev, SYS_RES_MEMORY, PCIR_BAR(0), sc->registers);
    pci_disable_busmaster(sc->dev);
}

// tag::detach[]
/* Each step takes away who could still start the next one: stack, device, line, time, task. */
static void quiesce(struct rbe_softc *sc)
{
    if (sc->attached) {
        ether_ifdetach(sc->ifp); /* sleeps; nobody calls ioctl or transmit after it */
        RBE_LOCK(sc);
        rbe_stop_locked(sc);
        RBE_UNLOCK(sc);
    }
    if (sc->cookie != NULL)
        bus_teardown_intr(sc->dev, sc->irq, sc->cookie);
    callout_drain(&sc->tick);
    if (sc->tq != NULL) {
        taskqueue_drain(sc->tq, &sc->task);
        taskqueue_free(sc->tq);
    }
}

/* Also attach's way back: it frees what there is. */
static int rbe_detach(device_t dev)
{
    struct rbe_softc *sc = device_get_softc(dev);

    quiesce(sc);
    if (sc->queue != NULL) {
        RBE_LOCK(sc); /* of the ring's only consumer */
        drbr_flush(sc->ifp, sc->queue);
        RBE_UNLOCK(sc);
        buf_ring_free(sc->queue, M_DEVBUF);
    }
    rbe_dma_free(sc);
    ifmedia_removeall(&sc->media);
    if_free(sc->ifp);
    release(sc);
    mtx_destroy(&sc->mtx);
    return (0);
}
// end::detach[]

/* Power is about to go: DMA must not outlive the kernel's use of memory. */
static int rbe_shutdown(device_t dev)
{
    struct rbe_softc *sc = device_get_softc(dev);

    RBE_LOCK(sc);
    rbe_stop_locked(sc);
    RBE_UNLOCK(sc);
    return (0);
}

// tag::methods[]
static device_method_t rbe_methods[] = {
    DEVMETHOD(device_probe, rbe_probe),
    DEVMETHOD(device_attach, rbe_attach),
    DEVMETHOD(device_detach, rbe_detach),
    DEVMETHOD(device_shutdown, rbe_shutdown),
    DEVMETHOD(pci_iov_init, rbe_no_vf),
    DEVMETHOD_END
};

static driver_t rbe_driver = {"rbe", rbe_methods, sizeof(struct rbe_softc)};

DRIVER_MODULE(rbe, pci, rbe_driver, NULL, NULL);
MODULE_DEPEND(rbe, pci, 1, 1, 1);
MODULE_DEPEND(rbe, ether, 1, 1, 1);
// end::methods[]
