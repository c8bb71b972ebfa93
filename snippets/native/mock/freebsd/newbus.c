/* The bus: probe, attach, resources, the interrupt line, the passing of time. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <dev/pci/pcireg.h>
#include <dev/pci/pcivar.h>
#include <machine/resource.h>
#include <sys/module.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { QUIET_STEPS = 8, MOST_UNQUENCHED = 1000 };

struct resource {
    int type;
};

struct device {
    struct nic *nic;
    void *softc;
    bool busmaster;
    int resources;
    driver_filter_t *filter;
    driver_intr_t *handler;
    void *argument;
    int unquenched;
};

static struct device device;

device_t mock_device(void)
{
    return &device;
}

struct nic *mock_nic(void)
{
    return device.nic;
}

bool mock_device_may_move(void)
{
    return device.nic && device.busmaster;
}

bool mock_device_is_running(void)
{
    return mock_device_may_move() && nic_is_running(device.nic) &&
           !nic_faults(device.nic)->unplugged;
}

const char *device_get_name(device_t dev)
{
    (void)dev;
    return mock_driver->name;
}

const char *device_get_nameunit(device_t dev)
{
    (void)dev;
    return "rbe0";
}

int device_get_unit(device_t dev)
{
    (void)dev;
    return 0;
}

void *device_get_softc(device_t dev)
{
    return dev->softc;
}

void device_set_desc(device_t dev, const char *description)
{
    (void)dev;
    (void)description;
}

int device_printf(device_t dev, const char *format, ...)
{
    (void)dev;
    (void)format;
    return 0;
}

uint16_t pci_get_vendor(device_t dev)
{
    (void)dev;
    return RBE_VENDOR_ID;
}

uint16_t pci_get_device(device_t dev)
{
    (void)dev;
    return RBE_DEVICE_ID;
}

int pci_enable_busmaster(device_t dev)
{
    dev->busmaster = true;
    return 0;
}

int pci_disable_busmaster(device_t dev)
{
    dev->busmaster = false;
    return 0;
}

bus_dma_tag_t bus_get_dma_tag(device_t dev)
{
    (void)dev;
    return NULL;
}

struct resource *bus_alloc_resource_any(device_t dev, int type, int *rid, u_int flags)
{
    struct resource *resource;

    rule_require(*rid == (type == SYS_RES_MEMORY ? PCIR_BAR(0) : 0), "freebsd/resource-id",
                 "bus_alloc_resource(9)", "resource %d of type %d", *rid, type);
    if (type == SYS_RES_IRQ && !(flags & RF_SHAREABLE))
        return NULL; /* the line is another device's too */
    resource = memory_take(sizeof *resource, "bus_alloc_resource_any");
    if (resource) {
        resource->type = type;
        dev->resources++;
    }
    return resource;
}

int bus_release_resource(device_t dev, int type, int rid, struct resource *resource)
{
    (void)rid;
    rule_require(resource && resource->type == type, "freebsd/resource-type",
                 "bus_release_resource(9)", "released as another type than allocated");
    rule_require(!mock_is_attached(), "freebsd/ifdetach-first", "ether_ifdetach(9)",
                 "a resource is released while the stack can call the driver");
    rule_require(type != SYS_RES_IRQ || !dev->filter, "freebsd/release-with-handler",
                 "bus_teardown_intr(9)", "the interrupt is released with its handler set up");
    rule_require(!mock_device_is_running(), "freebsd/device-left-running", "device_detach(9)",
                 "a resource is released while the device may reach memory");
    memory_give(resource, "bus_release_resource");
    dev->resources--;
    return 0;
}

uint32_t bus_read_4(struct resource *resource, bus_size_t offset)
{
    rule_require(resource->type == SYS_RES_MEMORY, "freebsd/resource-type", "bus_space(9)",
                 "reads through a resource that is no memory");
    return nic_read32(device.nic, (uint32_t)offset);
}

void bus_write_4(struct resource *resource, bus_size_t offset, uint32_t value)
{
    rule_require(resource->type == SYS_RES_MEMORY, "freebsd/resource-type", "bus_space(9)",
                 "writes through a resource that is no memory");
    nic_write32(device.nic, (uint32_t)offset, value);
}

static void call_handler(int result)
{
    rule_require(result & (FILTER_STRAY | FILTER_HANDLED | FILTER_SCHEDULE_THREAD),
                 "freebsd/filter-result", "bus_setup_intr(9)", "a filter returned %d", result);
    if (!(result & FILTER_SCHEDULE_THREAD))
        return;
    rule_require(device.handler, "freebsd/filter-result", "bus_setup_intr(9)",
                 "a filter schedules a handler that there is not");
    rule_context = CONTEXT_SOFT;
    mock_enter_epoch(); /* INTR_TYPE_NET */
    device.handler(device.argument);
    mock_exit_epoch();
    rule_context = CONTEXT_THREAD;
    mock_check_returned("an interrupt handler");
}

static void interrupt(void)
{
    enum rule_context before = rule_context;
    int result;

    rule_context = CONTEXT_INTERRUPT;
    result = device.filter(device.argument);
    rule_context = before;
    call_handler(result);
}

/*
 * The line is shared: a filter is also called when a neighbour raised it, whatever is in
 * the device's own causes by then.
 */
static void interrupt_of_neighbour(void)
{
    nic_write32(device.nic, RBE_ICS, RBE_ICR_LSC);
    interrupt();
}

int bus_setup_intr(device_t dev, struct resource *irq, int flags, driver_filter_t *filter,
                   driver_intr_t *handler, void *argument, void **cookie)
{
    mock_may_sleep("bus_setup_intr");
    rule_require(irq->type == SYS_RES_IRQ && (filter || handler), "freebsd/setup-intr",
                 "bus_setup_intr(9)", "no interrupt, or nothing to call");
    rule_require(flags & INTR_MPSAFE || !handler, "freebsd/giant", "bus_setup_intr(9)",
                 "a handler without INTR_MPSAFE needs Giant, which is gone");
    if (memory_may_fail("bus_setup_intr"))
        return ENOMEM;
    dev->filter = filter;
    dev->handler = handler;
    dev->argument = argument;
    *cookie = dev;
    interrupt_of_neighbour();
    return 0;
}

int bus_teardown_intr(device_t dev, struct resource *irq, void *cookie)
{
    mock_may_sleep("bus_teardown_intr");
    rule_require(irq && cookie == dev && dev->filter, "freebsd/teardown-intr",
                 "bus_teardown_intr(9)", "not what bus_setup_intr gave");
    interrupt_of_neighbour(); /* a last one, before it is gone */
    dev->filter = NULL;
    return 0;
}

static kobjop_t method(const char *name)
{
    const device_method_t *methods = mock_driver->methods;

    for (; methods->name; methods++)
        if (strcmp(methods->name, name) == 0)
            return methods->function;
    return NULL;
}

static void check_probe(int result)
{
    rule_require(result < 0 && result != BUS_PROBE_SPECIFIC, "freebsd/probe-result",
                 "DEVICE_PROBE(9)",
                 "probe returned %d for its device: BUS_PROBE_DEFAULT is meant", result);
}

static void end_driver(void)
{
    mock_check_returned("the driver");
    mock_check_softc(device.softc, mock_driver->size);
    rule_require(!mock_device_is_running(), "freebsd/device-left-running", "device_detach(9)",
                 "the driver is gone and the device may reach memory");
    free(device.softc);
    device.softc = NULL;
}

int mock_attach(struct nic *nic)
{
    int error;

    device.nic = nic;
    check_probe(((device_probe_t *)method("device_probe"))(&device));
    device.softc = calloc(1, mock_driver->size);
    error = ((device_attach_t *)method("device_attach"))(&device);
    if (error != 0)
        end_driver();
    mock_check_returned("attach");
    return error;
}

int mock_detach(void)
{
    int error = ((device_detach_t *)method("device_detach"))(&device);

    if (error == 0)
        end_driver();
    return error;
}

static bool step(void)
{
    bool moved = mock_device_may_move() && nic_step(device.nic) > 0;

    ticks++;
    if (device.filter && nic_interrupt_pending(device.nic)) {
        interrupt();
        moved = true;
        rule_require(++device.unquenched < MOST_UNQUENCHED, "freebsd/interrupt-not-quenched",
                     "bus_setup_intr(9)", "the line is still high after %d calls of the filter",
                     MOST_UNQUENCHED);
    } else {
        device.unquenched = 0;
    }
    moved = mock_run_tasks() || moved;
    mock_run_callouts();
    return moved;
}

void mock_run(void)
{
    int quiet = 0;

    while (quiet < QUIET_STEPS)
        quiet = step() ? 0 : quiet + 1;
}

void mock_wait(int steps)
{
    while (steps-- > 0)
        step();
    mock_run();
}

int mock_leaks(void)
{
    if (device.resources > 0)
        fprintf(stderr, "leak: %d resources\n", device.resources);
    return device.resources + mock_kernel_leaks() + mock_mbuf_leaks() + mock_bus_dma_leaks() +
           mock_interface_leaks() + memory_leaks() + dma_leaks();
}
