/* The bus above the device: registers, attach and detach, the passing of time. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include <sys/pci.h>
#include <sys/modctl.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { QUIET_STEPS = 8 };
enum kind { REGISTERS = 1, CONFIGURATION, MEMORY };

struct __ddi_acc_handle {
    enum kind kind;
    void *memory;
    size_t bytes;
};

struct dev_info {
    struct nic *nic;
    void *private;
    uint16_t command;
    int handles;
};

static struct dev_info device;

bool mock_device_may_move(void)
{
    return device.nic && (device.command & PCI_COMM_ME);
}

bool mock_device_is_running(void)
{
    return mock_device_may_move() && nic_is_running(device.nic) &&
           !nic_faults(device.nic)->unplugged;
}

void ddi_set_driver_private(dev_info_t *dip, void *data)
{
    dip->private = data;
}

void *ddi_get_driver_private(dev_info_t *dip)
{
    return dip->private;
}

/* Access handles. */

static ddi_acc_handle_t new_handle(enum kind kind, const char *what)
{
    ddi_acc_handle_t handle = memory_take(sizeof *handle, what);

    if (!handle)
        return NULL;
    handle->kind = kind;
    device.handles++;
    return handle;
}

static void check_handle(ddi_acc_handle_t handle, enum kind kind, const char *call)
{
    rule_require(handle && memory_in_use(handle) && handle->kind == kind,
                 "illumos/access-handle", "ddi_regs_map_setup(9F)",
                 "%s with a handle of something else, or of what is gone", call);
}

static void end_handle(ddi_acc_handle_t *handle, enum kind kind, const char *call)
{
    check_handle(*handle, kind, call);
    memory_give(*handle, call);
    *handle = NULL;
    device.handles--;
}

ddi_acc_handle_t mock_memory_handle(void *memory, size_t bytes)
{
    ddi_acc_handle_t handle = new_handle(MEMORY, "ddi_dma_mem_alloc");

    if (handle) {
        handle->memory = memory;
        handle->bytes = bytes;
    }
    return handle;
}

void *mock_memory_of(ddi_acc_handle_t handle, size_t *bytes)
{
    check_handle(handle, MEMORY, "ddi_dma_mem_free");
    *bytes = handle->bytes;
    return handle->memory;
}

void mock_memory_handle_free(ddi_acc_handle_t handle)
{
    end_handle(&handle, MEMORY, "ddi_dma_mem_free");
}

/* The address is one that no load or store survives: only ddi_get and ddi_put know it. */
int ddi_regs_map_setup(dev_info_t *dip, uint_t set, caddr_t *address, offset_t offset,
                       offset_t length, ddi_device_acc_attr_t *access, ddi_acc_handle_t *handle)
{
    (void)dip;
    (void)length;
    rule_require(set == 1 && offset == 0, "illumos/register-set", "ddi_regs_map_setup(9F), pci(4)",
                 "set %u: 0 is configuration space, BAR 0 is 1", set);
    rule_require(access->devacc_attr_endian_flags == DDI_STRUCTURE_LE_ACC,
                 "illumos/register-endianness", "ddi_device_acc_attr(9S)",
                 "the registers of this device are little-endian");
    *handle = new_handle(REGISTERS, "ddi_regs_map_setup");
    if (!*handle)
        return DDI_FAILURE;
    *address = mmap(NULL, RBE_BAR_BYTES, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    (*handle)->memory = *address;
    return DDI_SUCCESS;
}

void ddi_regs_map_free(ddi_acc_handle_t *handle)
{
    check_handle(*handle, REGISTERS, "ddi_regs_map_free");
    rule_require(!mock_is_registered(), "illumos/still-registered", "mac_unregister(9F)",
                 "the registers are unmapped while MAC can call the driver");
    rule_require(!mock_device_is_running(), "illumos/device-left-running", "detach(9E)",
                 "the registers are unmapped while the device may reach memory");
    munmap((*handle)->memory, RBE_BAR_BYTES);
    end_handle(handle, REGISTERS, "ddi_regs_map_free");
}

static uint32_t offset_of(ddi_acc_handle_t handle, const uint32_t *address, const char *call)
{
    check_handle(handle, REGISTERS, call);
    return (uint32_t)((const char *)address - (const char *)handle->memory);
}

uint32_t ddi_get32(ddi_acc_handle_t handle, uint32_t *address)
{
    return nic_read32(device.nic, offset_of(handle, address, "ddi_get32"));
}

void ddi_put32(ddi_acc_handle_t handle, uint32_t *address, uint32_t value)
{
    nic_write32(device.nic, offset_of(handle, address, "ddi_put32"), value);
}

int pci_config_setup(dev_info_t *dip, ddi_acc_handle_t *handle)
{
    (void)dip;
    *handle = new_handle(CONFIGURATION, "pci_config_setup");
    return *handle ? DDI_SUCCESS : DDI_FAILURE;
}

void pci_config_teardown(ddi_acc_handle_t *handle)
{
    end_handle(handle, CONFIGURATION, "pci_config_teardown");
}

uint16_t pci_config_get16(ddi_acc_handle_t handle, off_t offset)
{
    check_handle(handle, CONFIGURATION, "pci_config_get16");
    return offset == PCI_CONF_COMM ? device.command : 0;
}

void pci_config_put16(ddi_acc_handle_t handle, off_t offset, uint16_t value)
{
    check_handle(handle, CONFIGURATION, "pci_config_put16");
    if (offset == PCI_CONF_COMM)
        device.command = value;
}

/* Life of the instance. */

static void end_module(void)
{
    rule_require(!device.private, "illumos/private-left", "ddi_get_driver_private(9F)",
                 "the instance is gone and its data is still set");
    rule_require(!mock_device_is_running(), "illumos/device-left-running", "detach(9E)",
                 "the driver is gone and the device may reach memory");
    rule_require(_fini() == 0, "illumos/fini", "_fini(9E)", "the module does not unload");
}

int mock_attach(struct nic *nic)
{
    int result;

    device.nic = nic;
    device.command = PCI_COMM_MAE;
    result = _init();
    mock_check_returned("_init");
    if (result != 0)
        return result;
    result = mock_driver()->devo_attach(&device, DDI_ATTACH);
    mock_check_returned("attach");
    if (result != DDI_SUCCESS)
        end_module();
    return result;
}

int mock_detach(void)
{
    int result;

    if (mock_is_started())
        mock_up(false);
    result = mock_driver()->devo_detach(&device, DDI_DETACH);
    mock_check_returned("detach");
    if (result == DDI_SUCCESS)
        end_module();
    return result;
}

int mock_detach_open(void)
{
    int result = mock_driver()->devo_detach(&device, DDI_DETACH);

    mock_check_returned("detach");
    return result;
}

struct modinfo {
    int id;
};

int mock_module_is_known(void)
{
    struct modinfo info = {0};

    return _info(&info);
}

int mock_suspend(void)
{
    int result = mock_driver()->devo_detach(&device, DDI_SUSPEND);

    mock_check_returned("detach");
    rule_require(!mock_device_is_running(), "illumos/device-left-running", "detach(9E)",
                 "the device is suspended and may reach memory");
    return result;
}

int mock_resume(void)
{
    int result = mock_driver()->devo_attach(&device, DDI_RESUME);

    mock_check_returned("attach");
    return result;
}

int mock_quiesce(void)
{
    int result;

    mock_quiescing = true;
    result = mock_driver()->devo_quiesce(&device);
    mock_quiescing = false;
    rule_require(result != DDI_SUCCESS || !mock_device_is_running(), "illumos/quiesce",
                 "quiesce(9E)", "the device is quiet, says the driver, and may reach memory");
    return result;
}

static bool step(void)
{
    bool moved = mock_device_may_move() && nic_step(device.nic) > 0;

    moved = mock_interrupt(nic_interrupt_pending(device.nic)) || moved;
    mock_run_periodics();
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

int mock_nexus_leaks(void)
{
    if (device.handles > 0)
        fprintf(stderr, "leak: %d access handles\n", device.handles);
    return device.handles;
}

int mock_leaks(void)
{
    return mock_nexus_leaks() + mock_kernel_leaks() + mock_message_leaks() + mock_mac_leaks() +
           memory_leaks() + dma_leaks();
}
