/* autoconf(9), driver(9), pmf(9): match, attach, detach; and the passing of time. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <dev/pci/pcivar.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { QUIET_STEPS = 8 };

struct device {
    struct nic *nic;
    void *softc;
    bool power_handler, power_class;
};

static struct device device;

struct nic *mock_nic(void)
{
    return device.nic;
}

bool mock_device_may_move(void)
{
    return device.nic && mock_bus_master();
}

bool mock_device_is_running(void)
{
    return mock_device_may_move() && nic_is_running(device.nic) &&
           !nic_faults(device.nic)->unplugged;
}

void *device_private(device_t dev)
{
    return dev->softc;
}

const char *device_xname(device_t dev)
{
    (void)dev;
    return "rbe0";
}

void device_printf(device_t dev, const char *format, ...)
{
    (void)dev, (void)format;
}

void aprint_error_dev(device_t dev, const char *format, ...)
{
    (void)dev, (void)format;
}

bool pmf_device_register1(device_t dev, bool (*suspend)(device_t, const pmf_qual_t *),
                          bool (*resume)(device_t, const pmf_qual_t *),
                          bool (*shutdown)(device_t, int))
{
    (void)suspend, (void)resume, (void)shutdown;
    rule_require(!dev->power_handler, "netbsd/pmf-twice", "pmf(9)",
                 "pmf_device_register of a device that is registered");
    if (memory_may_fail("pmf_device_register"))
        return false;
    dev->power_handler = true;
    return true;
}

void pmf_device_deregister(device_t dev)
{
    dev->power_handler = dev->power_class = false;
}

void pmf_class_network_register(device_t dev, struct ifnet *ifp)
{
    rule_require(dev->power_handler && ifp == mock_interface(), "netbsd/pmf-order", "pmf(9)",
                 "pmf_class_network_register without pmf_device_register or interface");
    dev->power_class = true;
}

static void end_driver(void)
{
    mock_check_returned("detach");
    rule_require(!device.power_handler, "netbsd/pmf-left", "pmf(9)",
                 "detach left its power handler: a suspend would call it");
    rule_require(!mock_has_handler(), "netbsd/interrupt-left", "pci_intr(9)",
                 "detach left its interrupt handler");
    rule_require(!mock_is_attached(), "netbsd/interface-left", "ifnet(9)",
                 "detach left its interface, which is in the softc");
    rule_require(!mock_device_is_running(), "netbsd/device-left-running", "driver(9)",
                 "the driver is gone and the device may reach memory");
    free(device.softc);
    device.softc = NULL;
}

int mock_attach(struct nic *nic)
{
    struct pci_attach_args pa;

    device.nic = nic;
    mock_pci_attach(&pa);
    rule_require(mock_cfattach->ca_match(NULL, NULL, &pa) > 0, "netbsd/match", "driver(9)",
                 "match did not know its device");
    pa.pa_id ^= 1;
    rule_require(mock_cfattach->ca_match(NULL, NULL, &pa) == 0, "netbsd/match", "driver(9)",
                 "match took a device of another vendor");
    pa.pa_id ^= 1;
    device.softc = calloc(1, mock_cfattach->ca_devsize);
    mock_cfattach->ca_attach(NULL, &device, &pa);
    mock_check_returned("attach");
    if (mock_takes_calls())
        return 0;
    (void)mock_detach(); /* attach cannot fail: autoconf knows only a device, to be detached */
    return ENXIO;
}

int mock_detach(void)
{
    int error = mock_cfattach->ca_detach(&device, DETACH_FORCE);

    if (error == 0)
        end_driver();
    return error;
}

static bool step(void)
{
    bool moved = mock_device_may_move() && nic_step(device.nic) > 0;

    moved = mock_interrupt_if_high() || moved;
    moved = mock_run_softints() || moved;
    mock_tick();
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
    return mock_kernel_leaks() + mock_softint_leaks() + mock_mbuf_leaks() + mock_bus_dma_leaks() +
           mock_pci_leaks() + mock_interface_leaks() + mock_percpuq_leaks() + memory_leaks() +
           dma_leaks();
}
