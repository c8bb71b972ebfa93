/*
 * rbe: a network driver for the 82540EM (PCI 8086:100e), written for NetBSD 10: autoconf(9),
 * if_initialize and if_register, a queue to the stack on each CPU (if_percpuq), bus_dma(9),
 * a hard interrupt that hands over to a soft one. if_rbe_kernel.h builds it for 7.99.34 too.
 *
 * This file: match, attach and detach (driver(9), pci(9), pci_intr(9), softint(9)).
 */
#include "if_rbevar.h"

static int rbe_match(device_t parent __unused, cfdata_t cf __unused, void *aux)
{
    const struct pci_attach_args *pa = aux;

    return PCI_VENDOR(pa->pa_id) == RBE_VENDOR_ID && PCI_PRODUCT(pa->pa_id) == RBE_DEVICE_ID;
}

static int map_registers(struct rbe_softc *sc, const struct pci_attach_args *pa)
{
    struct rbe_registers *registers = &sc->registers;
    pcireg_t command = pci_conf_read(pa->pa_pc, pa->pa_tag, PCI_COMMAND_STATUS_REG);

    pci_conf_write(pa->pa_pc, pa->pa_tag, PCI_COMMAND_STATUS_REG,
                   command | PCI_COMMAND_MASTER_ENABLE);
    return pci_mapreg_map(pa, PCI_BAR0, PCI_MAPREG_TYPE_MEM, 0, &registers->tag,
                          &registers->handle, NULL, &registers->bytes) == 0 ? 0 : ENXIO;
}

// tag::interrupt[]
/* Last: from here on the line may be high, and another device's too. The soft one is there. */
static int establish(struct rbe_softc *sc, const struct pci_attach_args *pa)
{
    pci_intr_handle_t handle;

    if (pci_intr_map(pa, &handle) != 0)
        return ENXIO;
    pci_intr_setattr(pa->pa_pc, &handle, PCI_INTR_MPSAFE, true);
    sc->ih = pci_intr_establish_xname(pa->pa_pc, handle, IPL_NET, rbe_intr, sc,
                                      device_xname(sc->dev));
    return sc->ih != NULL ? 0 : ENXIO;
}
// end::interrupt[]

// tag::interface[]
/* Three steps, so that nobody sees half an interface: initialise, complete, register. */
static int interface(struct rbe_softc *sc, const uint8_t address[RBE_ADDRESS_BYTES])
{
    struct ifnet *ifp = &sc->ec.ec_if;

    strlcpy(ifp->if_xname, device_xname(sc->dev), IFNAMSIZ);
    ifp->if_softc = sc;
    ifp->if_flags = IFF_BROADCAST | IFF_SIMPLEX | IFF_MULTICAST;
    ifp->if_extflags = IFEF_MPSAFE;
    ifp->if_start = rbe_start;
    ifp->if_ioctl = rbe_ioctl;
    ifp->if_init = rbe_init;
    ifp->if_stop = rbe_stop;
    IFQ_SET_MAXLEN(&ifp->if_snd, RBE_QUEUE);
    IFQ_SET_READY(&ifp->if_snd);
    rbe_announce(sc);
    rbe_media_init(sc);
    if_initialize(ifp);
    sc->ipq = if_percpuq_create(ifp);
    ether_ifattach(ifp, address);
    ether_set_ifflags_cb(&sc->ec, rbe_flags_changed);
    if_register(ifp); /* from here on the stack may call */
    sc->attached = true;
    return 0;
}
// end::interface[]

// tag::attach[]
static int prepare(struct rbe_softc *sc, const struct pci_attach_args *pa)
{
    uint8_t address[RBE_ADDRESS_BYTES];
    int error;

    if ((error = map_registers(sc, pa)) != 0 || (error = rbe_reset(&sc->registers)) != 0 ||
        (error = rbe_read_address(&sc->registers, address)) != 0 ||
        (error = rbe_dma_alloc(sc)) != 0)
        return error;
    sc->si = softint_establish(SOFTINT_NET | SOFTINT_MPSAFE, rbe_softintr, sc);
    if (sc->si == NULL)
        return ENOMEM;
    error = establish(sc, pa);
    return error != 0 ? error : interface(sc, address);
}

static void unwind(struct rbe_softc *sc);

/* It cannot fail: the softc stays, and detach comes to it one day, with little left to do. */
static void rbe_attach(device_t parent __unused, device_t self, void *aux)
{
    struct rbe_softc *sc = device_private(self);
    const struct pci_attach_args *pa = aux;
    int error;

    sc->dev = self;
    sc->pc = pa->pa_pc;
    sc->pcitag = pa->pa_tag;
    sc->dmat = pci_dma64_available(pa) ? pa->pa_dmat64 : pa->pa_dmat;
    pci_aprint_devinfo(pa, "Ethernet controller");
    mutex_init(&sc->lock, MUTEX_DEFAULT, IPL_SOFTNET);
    callout_init(&sc->tick, CALLOUT_MPSAFE);
    callout_setfunc(&sc->tick, rbe_tick, sc);
    if ((error = prepare(sc, pa)) != 0) {
        aprint_error_dev(self, "could not be attached: error %d\n", error);
        unwind(sc);
        return;
    }
    if (pmf_device_register(self, NULL, NULL))
        pmf_class_network_register(self, &sc->ec.ec_if); /* stops and starts it for us */
    else
        aprint_error_dev(self, "no power handler\n");
}
// end::attach[]

// tag::detach[]
/* Calls may still come until if_detach has returned; they find it ending. */
static void stop_for_good(struct rbe_softc *sc)
{
    struct ifnet *ifp = &sc->ec.ec_if;

    rbe_interface_lock(ifp);
    sc->ending = true; /* whoever still holds the interface cannot start it again */
    rbe_stop(ifp, 1);
    rbe_interface_unlock(ifp);
    ether_ifdetach(ifp); /* no ioctl, no bpf */
}

/* Each step takes away who could still start the next one: stack, device, line, time. */
static void unwind(struct rbe_softc *sc)
{
    if (sc->attached)
        stop_for_good(sc);
    if (sc->ih != NULL)
        pci_intr_disestablish(sc->pc, sc->ih);
    callout_halt(&sc->tick, NULL); /* waits if it is just running */
    if (sc->si != NULL)
        softint_disestablish(sc->si);
    if (sc->attached) {
        if_detach(&sc->ec.ec_if);
        if_percpuq_destroy(sc->ipq);
        rbe_media_end(&sc->media);
    }
    rbe_dma_free(sc);
    if (sc->registers.bytes != 0)
        bus_space_unmap(sc->registers.tag, sc->registers.handle, sc->registers.bytes);
    sc->ih = sc->si = NULL;
    sc->registers.bytes = 0;
    sc->attached = false;
}

static int rbe_detach(device_t self, int flags __unused)
{
    struct rbe_softc *sc = device_private(self);

    if (sc->attached)
        pmf_device_deregister(self);
    unwind(sc);
    callout_destroy(&sc->tick);
    mutex_destroy(&sc->lock);
    return 0;
}
// end::detach[]

/* Detached at shutdown as well: DMA must not outlive the kernel's use of memory. */
CFATTACH_DECL3_NEW(rbe, sizeof(struct rbe_softc), rbe_match, rbe_attach, rbe_detach, NULL, NULL,
                   NULL, DVF_DETACH_SHUTDOWN);
