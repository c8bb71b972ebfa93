/*
 * rbe: a network driver for the 82540EM (PCI 8086:100e), written for illumos with GLDv3
 * (MAC_VERSION_V1; illumos of 2020-11 and later, where ddi_dma_cookie_iter(9F) is there).
 *
 * This file: the module, attach, detach, quiesce (_init(9E), attach(9E), quiesce(9E)).
 */
#include "rbe.h"

static const char name[] = "rbe";

// tag::interrupts[]
/* A fixed interrupt, shared with others. One above the scheduler could not take a mutex. */
static int interrupt_alloc(struct rbe *rbe, uint_t *priority)
{
    int types, count;

    if (ddi_intr_get_supported_types(rbe->dip, &types) != DDI_SUCCESS ||
        (types & DDI_INTR_TYPE_FIXED) == 0)
        return (DDI_FAILURE);
    if (ddi_intr_alloc(rbe->dip, &rbe->interrupt, DDI_INTR_TYPE_FIXED, 0, 1, &count,
                       DDI_INTR_ALLOC_STRICT) != DDI_SUCCESS)
        return (DDI_FAILURE);
    rbe->has_interrupt = B_TRUE;
    if (ddi_intr_get_pri(rbe->interrupt, priority) != DDI_SUCCESS)
        return (DDI_FAILURE);
    return (*priority >= ddi_intr_get_hilevel_pri() ? DDI_FAILURE : DDI_SUCCESS);
}

/* The mutexes are there before the handler, and know its priority. */
static int interrupt_setup(struct rbe *rbe)
{
    uint_t priority;

    if (interrupt_alloc(rbe, &priority) != DDI_SUCCESS)
        return (DDI_FAILURE);
    mutex_init(&rbe->lock, NULL, MUTEX_DRIVER, DDI_INTR_PRI(priority));
    mutex_init(&rbe->pool.lock, NULL, MUTEX_DRIVER, DDI_INTR_PRI(priority));
    rbe->has_locks = B_TRUE;
    if (ddi_intr_add_handler(rbe->interrupt, rbe_interrupt, rbe, NULL) != DDI_SUCCESS)
        return (DDI_FAILURE);
    rbe->has_handler = B_TRUE;
    return (DDI_SUCCESS);
}

static void interrupt_free(struct rbe *rbe)
{
    if (rbe->enabled)
        (void) ddi_intr_disable(rbe->interrupt);
    if (rbe->has_handler)
        (void) ddi_intr_remove_handler(rbe->interrupt);
    if (rbe->has_interrupt)
        (void) ddi_intr_free(rbe->interrupt);
    if (rbe->has_locks) {
        mutex_destroy(&rbe->pool.lock);
        mutex_destroy(&rbe->lock);
    }
}
// end::interrupts[]

static ddi_device_acc_attr_t register_access = {.devacc_attr_version = DDI_DEVICE_ATTR_V0,
                                                .devacc_attr_endian_flags = DDI_STRUCTURE_LE_ACC,
                                                .devacc_attr_dataorder = DDI_STRICTORDER_ACC};

/* Set 0 of a PCI device's registers is its configuration space, so BAR 0 is set 1. */
static int registers_map(struct rbe *rbe)
{
    if (pci_config_setup(rbe->dip, &rbe->config) != DDI_SUCCESS) {
        rbe->config = NULL;
        return (DDI_FAILURE);
    }
    if (ddi_regs_map_setup(rbe->dip, 1, &rbe->registers.base, 0, 0, &register_access,
                           &rbe->registers.handle) != DDI_SUCCESS) {
        rbe->registers.handle = NULL;
        return (DDI_FAILURE);
    }
    return (DDI_SUCCESS);
}

// tag::register[]
static int register_with_mac(struct rbe *rbe)
{
    mac_register_t *mac = mac_alloc(MAC_VERSION);
    int error;

    if (mac == NULL)
        return (DDI_FAILURE);
    mac->m_type_ident = MAC_PLUGIN_IDENT_ETHER;
    mac->m_driver = rbe;
    mac->m_dip = rbe->dip;
    mac->m_src_addr = rbe->filter.address;
    mac->m_callbacks = &rbe_callbacks;
    mac->m_min_sdu = 0;
    mac->m_max_sdu = rbe->mtu;
    mac->m_margin = VLAN_TAGSZ; /* MAC may add a tag to a frame of the largest size */
    error = mac_register(mac, &rbe->mac);
    mac_free(mac);
    if (error != 0)
        rbe->mac = NULL;
    return (error == 0 ? DDI_SUCCESS : DDI_FAILURE);
}
// end::register[]

// tag::attach[]
static int prepare(struct rbe *rbe)
{
    rbe->mtu = ETHERMTU;
    rbe->link = LINK_STATE_UNKNOWN;
    if (registers_map(rbe) != DDI_SUCCESS || rbe_reset(&rbe->registers) != 0 ||
        rbe_read_address(&rbe->registers, rbe->filter.address) != 0 ||
        interrupt_setup(rbe) != DDI_SUCCESS || rbe_dma_attach(rbe) != 0)
        return (DDI_FAILURE);
    return (DDI_SUCCESS);
}

/* Interrupts last: from there on the handler runs, also for the neighbours on the line. */
static int publish(struct rbe *rbe)
{
    if (register_with_mac(rbe) != DDI_SUCCESS)
        return (DDI_FAILURE);
    if (ddi_intr_enable(rbe->interrupt) != DDI_SUCCESS) {
        (void) mac_unregister(rbe->mac);
        return (DDI_FAILURE);
    }
    rbe->enabled = B_TRUE;
    return (DDI_SUCCESS);
}

/* Frees what there is, in the opposite order; also attach's way back. */
static void release(struct rbe *rbe)
{
    interrupt_free(rbe);
    rbe_dma_detach(rbe);
    if (rbe->registers.handle != NULL)
        ddi_regs_map_free(&rbe->registers.handle);
    if (rbe->config != NULL) {
        rbe_bus_master(rbe, B_FALSE);
        pci_config_teardown(&rbe->config);
    }
    ddi_set_driver_private(rbe->dip, NULL);
    kmem_free(rbe, sizeof (*rbe));
}

static int resume(struct rbe *rbe)
{
    int error = 0;

    mutex_enter(&rbe->lock);
    if (rbe->started)
        error = rbe_start_locked(rbe);
    rbe_exit(rbe);
    return (error == 0 ? DDI_SUCCESS : DDI_FAILURE);
}

static int rbe_attach(dev_info_t *dip, ddi_attach_cmd_t command)
{
    struct rbe *rbe;

    if (command == DDI_RESUME)
        return (resume(ddi_get_driver_private(dip)));
    if (command != DDI_ATTACH)
        return (DDI_FAILURE);
    rbe = kmem_zalloc(sizeof (*rbe), KM_SLEEP);
    rbe->dip = dip;
    ddi_set_driver_private(dip, rbe);
    if (prepare(rbe) == DDI_SUCCESS && publish(rbe) == DDI_SUCCESS)
        return (DDI_SUCCESS);
    release(rbe);
    return (DDI_FAILURE);
}
// end::attach[]

static int suspend(struct rbe *rbe)
{
    mutex_enter(&rbe->lock);
    rbe_stop_locked(rbe);
    rbe_exit(rbe);
    return (DDI_SUCCESS);
}

// tag::detach[]
/*
 * A buffer that is lent is memory of this module, and its free routine is code of it: nothing
 * goes before the last is back. MAC refuses too, while somebody has the interface open.
 */
static int rbe_detach(dev_info_t *dip, ddi_detach_cmd_t command)
{
    struct rbe *rbe = ddi_get_driver_private(dip);

    if (command == DDI_SUSPEND)
        return (suspend(rbe));
    if (command != DDI_DETACH || rbe_lent(rbe) > 0)
        return (DDI_FAILURE);
    if (mac_unregister(rbe->mac) != 0)
        return (DDI_FAILURE);
    release(rbe);
    return (DDI_SUCCESS);
}
// end::detach[]

// tag::quiesce[]
/* Before a fast reboot: one thread, no interrupts, so no lock, and nothing that waits. */
static int rbe_quiesce(dev_info_t *dip)
{
    struct rbe *rbe = ddi_get_driver_private(dip);

    if (rbe == NULL)
        return (DDI_FAILURE);
    return (rbe_reset(&rbe->registers) == 0 ? DDI_SUCCESS : DDI_FAILURE);
}
// end::quiesce[]

// tag::module[]
DDI_DEFINE_STREAM_OPS(rbe_ops, nulldev, nulldev, rbe_attach, rbe_detach, nodev, NULL, D_MP, NULL,
                      rbe_quiesce);

static struct modldrv rbe_driver = {&mod_driverops, "Ringbook example for the 82540EM", &rbe_ops};

static struct modlinkage rbe_linkage = {MODREV_1, {&rbe_driver, NULL}};

int _init(void)
{
    int error;

    mac_init_ops(&rbe_ops, name); /* first: mod_install may attach an instance */
    error = mod_install(&rbe_linkage);
    if (error != 0)
        mac_fini_ops(&rbe_ops);
    return (error);
}

int _info(struct modinfo *info)
{
    return (mod_info(&rbe_linkage, info));
}

int _fini(void)
{
    int error = mod_remove(&rbe_linkage);

    if (error == 0)
        mac_fini_ops(&rbe_ops);
    return (error);
}
// end::module[]
