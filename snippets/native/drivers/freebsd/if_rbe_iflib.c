/*
 * rbe under iflib(9): the same device and core, with queues, mbufs, maps, tasks, locks and
 * ioctls left to the framework. Written for FreeBSD 15 (iflibdi(9), iflibtxrx(9)); one
 * transmit and one receive queue, one legacy interrupt.
 *
 * This file: what iflib asks about the device. The queues are in if_rbe_iflib_txrx.c.
 */
#include "if_rbe_iflib.h"

#include <sys/module.h>
#include <net/if_dl.h>
#include <dev/pci/pcireg.h>
#include <dev/pci/pcivar.h>

enum {
    LARGEST_MTU = 9216,
    CAPABILITIES = IFCAP_VLAN_MTU | IFCAP_VLAN_HWTAGGING | IFCAP_VLAN_HWCSUM | IFCAP_JUMBO_MTU |
                   IFCAP_HWCSUM | IFCAP_HWCSUM_IPV6 | IFCAP_TSO4 | IFCAP_VLAN_HWTSO,
    CHECKSUMS = CSUM_IP | CSUM_IP_TCP | CSUM_IP_UDP | CSUM_IP6_TCP | CSUM_IP6_UDP | CSUM_IP_TSO
};

// tag::attach[]
static void describe_queues(if_softc_ctx_t shared)
{
    shared->isc_txqsizes[0] = shared->isc_ntxd[0] * DP_SLOT_BYTES;
    shared->isc_rxqsizes[0] = shared->isc_nrxd[0] * DP_SLOT_BYTES;
    shared->isc_txd_size[0] = shared->isc_rxd_size[0] = DP_SLOT_BYTES;
    shared->isc_rxd_buf_size[0] = RBE_BUFFER_BYTES;
    shared->isc_ntxqsets_max = shared->isc_nrxqsets_max = 1;
    shared->isc_tx_nsegments = RBE_TX_SEGMENTS;
    shared->isc_tx_tso_segments_max = RBE_TX_SEGMENTS;
    shared->isc_tx_tso_size_max = RBE_TSO_BYTES;
    shared->isc_tx_tso_segsize_max = RBE_SEGMENT_BYTES;
    shared->isc_min_frame_size = DP_SHORTEST_FRAME;
    shared->isc_tx_csum_flags = CHECKSUMS;
    shared->isc_capabilities = shared->isc_capenable = CAPABILITIES;
    shared->isc_disable_msix = 1;
    shared->isc_txrx = &rbe_txrx;
}

/* Before the queues are there. What fails here is undone here: detach is not called. */
static int rbe_attach_pre(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);
    uint8_t address[RBE_ADDRESS_BYTES];
    int error, rid = PCIR_BAR(0);

    sc->ctx = ctx;
    sc->dev = iflib_get_dev(ctx);
    sc->shared = iflib_get_softc_ctx(ctx);
    pci_enable_busmaster(sc->dev);
    sc->registers = bus_alloc_resource_any(sc->dev, SYS_RES_MEMORY, &rid, RF_ACTIVE);
    if (sc->registers == NULL)
        return (ENXIO);
    error = rbe_reset(sc->registers);
    if (error == 0)
        error = rbe_read_address(sc->registers, address);
    if (error != 0) {
        bus_release_resource(sc->dev, SYS_RES_MEMORY, PCIR_BAR(0), sc->registers);
        return (error);
    }
    iflib_set_mac(ctx, address);
    describe_queues(sc->shared);
    ifmedia_add(iflib_get_media(ctx), IFM_ETHER | IFM_AUTO, 0, NULL);
    ifmedia_set(iflib_get_media(ctx), IFM_ETHER | IFM_AUTO);
    return (0);
}
// end::attach[]

static int rbe_attach_post(if_ctx_t ctx __unused)
{
    return (0);
}

static int rbe_detach(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    bus_release_resource(sc->dev, SYS_RES_MEMORY, PCIR_BAR(0), sc->registers);
    return (0);
}

// tag::queues[]
/* iflib's memory, iflib's maps; the core only needs to know where a ring begins. */
static void ring_at(struct rbe_iflib *sc, struct rbe_ring *ring, bus_size_t tail, caddr_t memory,
                    uint64_t address)
{
    ring->registers = sc->registers;
    ring->tail = tail;
    ring->memory = memory;
    ring->address = address;
}

static int rbe_tx_queues_alloc(if_ctx_t ctx, caddr_t *memory, uint64_t *addresses,
                               int queues __unused, int sets __unused)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    ring_at(sc, &sc->tx_ring, RBE_TDT, memory[0], addresses[0]);
    if (!dp_ring_init(&sc->tx.ring, sc->tx_ring.memory, sc->shared->isc_ntxd[0], rbe_doorbell,
                      &sc->tx_ring))
        return (EINVAL);
    dp_tx_init(&sc->tx, DP_EXTENDED, sc->tx_packets, sc->tx_ends);
    return (0);
}

static int rbe_rx_queues_alloc(if_ctx_t ctx, caddr_t *memory, uint64_t *addresses,
                               int queues __unused, int sets __unused)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    ring_at(sc, &sc->rx_ring, RBE_RDT, memory[0], addresses[0]);
    return (dp_ring_init(&sc->rx, sc->rx_ring.memory, sc->shared->isc_nrxd[0], rbe_doorbell,
                         &sc->rx_ring)
                ? 0
                : EINVAL);
}

static void rbe_queues_free(if_ctx_t ctx __unused)
{
}
// end::queues[]

static u_int add_group(void *arg, struct sockaddr_dl *address, u_int count __unused)
{
    rbe_filter_add(arg, (const uint8_t *)LLADDR(address));
    return (1);
}

static void update_filter(struct rbe_iflib *sc)
{
    if_t ifp = iflib_get_ifp(sc->ctx);
    int enabled = if_getcapenable(ifp), flags = if_getflags(ifp);

    memset(&sc->filter, 0, sizeof(sc->filter));
    sc->filter.promiscuous = (flags & IFF_PROMISC) != 0;
    sc->filter.all_multicast = (flags & IFF_ALLMULTI) != 0;
    sc->filter.long_frames = if_getmtu(ifp) > ETHERMTU;
    sc->filter.tags = (enabled & IFCAP_VLAN_HWTAGGING) != 0;
    sc->filter.checksums = (enabled & (IFCAP_RXCSUM | IFCAP_RXCSUM_IPV6)) != 0;
    if_foreach_llmaddr(ifp, add_group, &sc->filter);
}

static void no_packet(void *os __unused, void *packet __unused)
{
}

// tag::init[]
/* iflib fills the receive ring after this, and frees all mbufs after stop. */
static void rbe_stop(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    if (rbe_reset(sc->registers) != 0)
        pci_disable_busmaster(sc->dev);
    dp_tx_drain(&sc->tx, no_packet, NULL);
    dp_ring_clear(&sc->rx);
}

static void rbe_init(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    if (rbe_reset(sc->registers) != 0)
        return;
    pci_enable_busmaster(sc->dev);
    dp_tx_drain(&sc->tx, no_packet, NULL);
    dp_ring_clear(&sc->rx);
    rbe_set_address(sc->registers, (const uint8_t *)if_getlladdr(iflib_get_ifp(ctx)));
    rbe_set_rings(sc->registers, sc->tx_ring.address, sc->rx_ring.address, sc->tx.ring.size);
    update_filter(sc);
    rbe_enable(sc->registers, &sc->filter);
}
// end::init[]

// tag::interrupt[]
static void rbe_intr_disable(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    rbe_write(sc->registers, RBE_IMC, 0xffffffff);
}

static void rbe_intr_enable(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    rbe_write(sc->registers, RBE_IMS, RBE_CAUSES);
}

static int rbe_queue_intr_enable(if_ctx_t ctx, uint16_t queue __unused)
{
    rbe_intr_enable(ctx);
    return (0);
}

/* The filter: iflib asks both queues next, and enables again where there is nothing. */
int rbe_legacy_intr(void *arg)
{
    struct rbe_iflib *sc = arg;
    uint32_t causes = rbe_read(sc->registers, RBE_ICR);

    if (causes == 0 || causes == 0xffffffff)
        return (FILTER_STRAY);
    rbe_write(sc->registers, RBE_IMC, 0xffffffff);
    if (causes & RBE_ICR_LSC)
        iflib_admin_intr_deferred(sc->ctx);
    return (FILTER_SCHEDULE_THREAD);
}

/* Twice a second: after a lost interrupt the line must be raised anew. */
static void rbe_timer(if_ctx_t ctx, uint16_t queue)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    if (queue != 0)
        return;
    rbe_intr_disable(ctx);
    rbe_write(sc->registers, RBE_ICS, RBE_ICR_RXT0 | RBE_ICR_TXDW);
    rbe_intr_enable(ctx);
    iflib_admin_intr_deferred(ctx);
}
// end::interrupt[]

static void rbe_update_admin_status(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);
    bool up = rbe_link_is_up(sc->registers);

    if (up == sc->link_up)
        return;
    sc->link_up = up;
    iflib_link_state_change(ctx, up ? LINK_STATE_UP : LINK_STATE_DOWN, up ? IF_Gbps(1) : 0);
}

static void rbe_multi_set(if_ctx_t ctx)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    update_filter(sc);
    rbe_set_filter(sc->registers, &sc->filter);
}

static int rbe_promisc_set(if_ctx_t ctx, int flags __unused)
{
    rbe_multi_set(ctx);
    return (0);
}

/* iflib restarts the interface around it. */
static int rbe_mtu_set(if_ctx_t ctx, uint32_t mtu)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    if (mtu > LARGEST_MTU)
        return (EINVAL);
    sc->shared->isc_max_frame_size = mtu + ETHER_HDR_LEN + ETHER_VLAN_ENCAP_LEN;
    return (0);
}

static void rbe_media_status(if_ctx_t ctx, struct ifmediareq *request)
{
    struct rbe_iflib *sc = iflib_get_softc(ctx);

    request->ifm_status = IFM_AVALID | (sc->link_up ? IFM_ACTIVE : 0);
    request->ifm_active = IFM_ETHER | (sc->link_up ? IFM_1000_T | IFM_FDX : IFM_NONE);
}

static int rbe_media_change(if_ctx_t ctx)
{
    return (IFM_SUBTYPE(iflib_get_media(ctx)->ifm_media) == IFM_AUTO ? 0 : EINVAL);
}

static uint64_t rbe_get_counter(if_ctx_t ctx, ift_counter counter)
{
    return (if_get_counter_default(iflib_get_ifp(ctx), counter));
}

DP_PORTING_EXCEPTION("module EEPROM under iflib", "the port is copper, there is no module");
static int rbe_no_module(if_ctx_t ctx __unused, struct ifi2creq *request __unused)
{
    return (ENOTSUP);
}

static device_method_t rbe_if_methods[] = {
    DEVMETHOD(ifdi_attach_pre, rbe_attach_pre),
    DEVMETHOD(ifdi_attach_post, rbe_attach_post),
    DEVMETHOD(ifdi_detach, rbe_detach),
    DEVMETHOD(ifdi_tx_queues_alloc, rbe_tx_queues_alloc),
    DEVMETHOD(ifdi_rx_queues_alloc, rbe_rx_queues_alloc),
    DEVMETHOD(ifdi_queues_free, rbe_queues_free),
    DEVMETHOD(ifdi_init, rbe_init),
    DEVMETHOD(ifdi_stop, rbe_stop),
    DEVMETHOD(ifdi_intr_enable, rbe_intr_enable),
    DEVMETHOD(ifdi_intr_disable, rbe_intr_disable),
    DEVMETHOD(ifdi_tx_queue_intr_enable, rbe_queue_intr_enable),
    DEVMETHOD(ifdi_rx_queue_intr_enable, rbe_queue_intr_enable),
    DEVMETHOD(ifdi_timer, rbe_timer),
    DEVMETHOD(ifdi_update_admin_status, rbe_update_admin_status),
    DEVMETHOD(ifdi_multi_set, rbe_multi_set),
    DEVMETHOD(ifdi_promisc_set, rbe_promisc_set),
    DEVMETHOD(ifdi_mtu_set, rbe_mtu_set),
    DEVMETHOD(ifdi_media_status, rbe_media_status),
    DEVMETHOD(ifdi_media_change, rbe_media_change),
    DEVMETHOD(ifdi_get_counter, rbe_get_counter),
    DEVMETHOD(ifdi_i2c_req, rbe_no_module),
    DEVMETHOD_END
};

static driver_t rbe_if_driver = {"rbe_if", rbe_if_methods, sizeof(struct rbe_iflib)};

static const pci_vendor_info_t rbe_devices[] = {
    PVID(RBE_VENDOR_ID, RBE_DEVICE_ID, "Ringbook example for the 82540EM"), PVID_END};

// tag::shared[]
static struct if_shared_ctx rbe_shared = {
    .isc_magic = IFLIB_MAGIC,
    .isc_driver = &rbe_if_driver,
    .isc_driver_version = "1",
    .isc_vendor_info = rbe_devices,
    .isc_q_align = DP_BASE_ALIGNMENT,
    .isc_tx_maxsize = RBE_TSO_BYTES,
    .isc_tx_maxsegsize = RBE_SEGMENT_BYTES,
    .isc_tso_maxsize = RBE_TSO_BYTES,
    .isc_tso_maxsegsize = RBE_SEGMENT_BYTES,
    .isc_rx_maxsize = MCLBYTES,
    .isc_rx_maxsegsize = MCLBYTES,
    .isc_rx_nsegments = 1,
    .isc_nfl = 1,
    .isc_ntxqs = 1,
    .isc_nrxqs = 1,
    .isc_flags = IFLIB_NEED_ETHER_PAD | IFLIB_TSO_INIT_IP | IFLIB_SKIP_MSIX,
    .isc_ntxd_min = {64},
    .isc_ntxd_default = {RBE_SLOTS},
    .isc_ntxd_max = {RBE_SLOTS},
    .isc_nrxd_min = {64},
    .isc_nrxd_default = {RBE_SLOTS},
    .isc_nrxd_max = {RBE_SLOTS},
};
// end::shared[]

static void *rbe_register(device_t dev __unused)
{
    return (&rbe_shared);
}

static device_method_t rbe_methods[] = {
    DEVMETHOD(device_register, rbe_register),
    DEVMETHOD(device_probe, iflib_device_probe),
    DEVMETHOD(device_attach, iflib_device_attach),
    DEVMETHOD(device_detach, iflib_device_detach),
    DEVMETHOD(device_shutdown, iflib_device_shutdown),
    DEVMETHOD_END
};

static driver_t rbe_driver = {"rbe", rbe_methods, sizeof(struct rbe_iflib)};

DRIVER_MODULE(rbe, pci, rbe_driver, NULL, NULL);
MODULE_DEPEND(rbe, pci, 1, 1, 1);
MODULE_DEPEND(rbe, ether, 1, 1, 1);
MODULE_DEPEND(rbe, iflib, 1, 1, 1);
