/* pci(9), pci_intr(9), bus_space(9): registers, configuration, the interrupt line. */
#include <stdio.h>

#include <dev/pci/pcivar.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { MOST_UNQUENCHED = 1000, HANDLE = 0xbeef000 };

struct handler {
    int (*function)(void *);
    void *argument;
    bool mpsafe;
};

static struct handler *handler;
static pcireg_t command;
static bool mapped;
static uint64_t attributes;
static int unquenched;

void mock_pci_attach(struct pci_attach_args *pa)
{
    memset(pa, 0, sizeof *pa);
    pa->pa_dmat = pa->pa_dmat64 = mock_dma_tag();
    pa->pa_id = RBE_DEVICE_ID << 16 | RBE_VENDOR_ID;
    command = PCI_COMMAND_MEM_ENABLE;
    attributes = 0;
}

bool mock_bus_master(void)
{
    return command & PCI_COMMAND_MASTER_ENABLE;
}

bool mock_has_handler(void)
{
    return handler != NULL;
}

pcireg_t pci_conf_read(pci_chipset_tag_t pc, pcitag_t tag, int reg)
{
    (void)pc, (void)tag;
    return reg == PCI_COMMAND_STATUS_REG ? command : 0;
}

void pci_conf_write(pci_chipset_tag_t pc, pcitag_t tag, int reg, pcireg_t value)
{
    (void)pc, (void)tag;
    rule_require(reg == PCI_COMMAND_STATUS_REG, "netbsd/pci-config", "pci(9)",
                 "writes configuration register 0x%x", (unsigned)reg);
    command = value;
}

int pci_dma64_available(const struct pci_attach_args *pa)
{
    (void)pa;
    return 1;
}

void pci_aprint_devinfo_fancy(const struct pci_attach_args *pa, const char *naive,
                              const char *known, int addrev)
{
    (void)pa, (void)naive, (void)known, (void)addrev;
}

int pci_mapreg_map(const struct pci_attach_args *pa, int reg, pcireg_t type, int flags,
                   bus_space_tag_t *tag, bus_space_handle_t *handle, bus_addr_t *base,
                   bus_size_t *bytes)
{
    (void)flags;
    rule_require(reg == PCI_BAR0 && type == PCI_MAPREG_TYPE_MEM, "netbsd/pci-bar", "pci(9)",
                 "maps register 0x%x as type %u", (unsigned)reg, type);
    if (memory_may_fail("pci_mapreg_map"))
        return 1;
    mapped = true;
    *tag = pa->pa_memt;
    *handle = HANDLE;
    if (base)
        *base = 0xfe000000;
    if (bytes)
        *bytes = RBE_BAR_BYTES;
    return 0;
}

static void check_register(bus_space_handle_t handle)
{
    rule_require(mapped && handle == HANDLE, "netbsd/register-unmapped", "bus_space(9)",
                 "a register is used before it is mapped, or after bus_space_unmap");
}

uint32_t bus_space_read_4(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t offset)
{
    (void)tag;
    check_register(handle);
    return nic_read32(mock_nic(), (uint32_t)offset);
}

void bus_space_write_4(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t offset,
                       uint32_t value)
{
    (void)tag;
    check_register(handle);
    nic_write32(mock_nic(), (uint32_t)offset, value);
}

void bus_space_unmap(bus_space_tag_t tag, bus_space_handle_t handle, bus_size_t bytes)
{
    (void)tag;
    check_register(handle);
    rule_require(bytes == RBE_BAR_BYTES, "netbsd/unmap-size", "bus_space(9)",
                 "bus_space_unmap of %zu bytes, %u were mapped", (size_t)bytes, RBE_BAR_BYTES);
    rule_require(!handler, "netbsd/unmap-with-interrupt", "pci_intr(9)",
                 "the registers are unmapped while the handler can read them");
    rule_require(!mock_is_attached(), "netbsd/unmap-with-interface", "ifnet(9)",
                 "the registers are unmapped while the stack has the interface");
    rule_require(!mock_device_is_running(), "netbsd/device-left-running", "driver(9)",
                 "the registers are unmapped while the device may reach memory");
    mapped = false;
}

int pci_intr_map(const struct pci_attach_args *pa, pci_intr_handle_t *handle)
{
    (void)pa;
    if (memory_may_fail("pci_intr_map"))
        return 1;
    *handle = HANDLE;
    return 0;
}

int pci_intr_setattr(pci_chipset_tag_t pc, pci_intr_handle_t *handle, int attribute,
                     uint64_t value)
{
    (void)pc;
    rule_require(*handle == HANDLE, "netbsd/intr-handle", "pci_intr(9)",
                 "pci_intr_setattr of a handle that pci_intr_map has not given");
    if (attribute != PCI_INTR_MPSAFE)
        return ENODEV;
    attributes = value;
    return 0;
}

static int call(void)
{
    enum rule_context before = rule_context;
    int result;

    rule_context = CONTEXT_INTERRUPT;
    result = handler->function(handler->argument);
    rule_context = before;
    return result;
}

/* Nonzero says: it was ours. A line that nobody owns up to is switched off in the end. */
bool mock_interrupt_if_high(void)
{
    int claimed;

    if (!handler || !nic_interrupt_pending(mock_nic())) {
        unquenched = 0;
        return false;
    }
    claimed = call();
    rule_require(claimed || nic_faults(mock_nic())->unplugged, "netbsd/unclaimed-interrupt",
                 "pci_intr(9)", "the handler returned 0 for an interrupt of its device");
    rule_require(++unquenched < MOST_UNQUENCHED, "netbsd/interrupt-not-quenched", "pci_intr(9)",
                 "the line is still high after %d calls of the handler", MOST_UNQUENCHED);
    return true;
}

/*
 * The line is shared: a handler is also called when a neighbour raised it, whatever is in
 * the device's own causes by then. What it schedules runs as soon as it has returned.
 */
static void interrupt_of_neighbour(void)
{
    nic_write32(mock_nic(), RBE_ICS, RBE_ICR_LSC);
    call();
    mock_run_softints();
}

void *pci_intr_establish_xname(pci_chipset_tag_t pc, pci_intr_handle_t handle, int ipl,
                               int (*function)(void *), void *argument, const char *name)
{
    (void)pc, (void)name;
    mock_may_sleep("pci_intr_establish");
    rule_require(handle == HANDLE && function, "netbsd/intr-handle", "pci_intr(9)",
                 "pci_intr_establish of a handle that pci_intr_map has not given");
    rule_require(ipl == IPL_NET, "netbsd/intr-level", "pci_intr(9), spl(9)",
                 "a network device's interrupt at level %d, not IPL_NET", ipl);
    handler = memory_take(sizeof *handler, "pci_intr_establish");
    if (!handler)
        return NULL;
    handler->function = function;
    handler->argument = argument;
    handler->mpsafe = attributes != 0;
    interrupt_of_neighbour();
    return handler;
}

void pci_intr_disestablish(pci_chipset_tag_t pc, void *cookie)
{
    (void)pc;
    mock_may_sleep("pci_intr_disestablish");
    rule_require(handler && cookie == handler, "netbsd/intr-cookie", "pci_intr(9)",
                 "pci_intr_disestablish of what is not established");
    interrupt_of_neighbour(); /* a last one, before it is gone */
    memory_give(handler, "pci_intr_disestablish");
    handler = NULL;
}

int mock_pci_leaks(void)
{
    if (mapped)
        fprintf(stderr, "leak: the registers are mapped\n");
    return mapped;
}
