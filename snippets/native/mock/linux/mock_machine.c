/* PCI, registers, the interrupt line, works, time and small things. */
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/rtnetlink.h>
#include <linux/u64_stats_sync.h>
#include <linux/workqueue.h>
#include <stdlib.h>

#include "dma.h"
#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { CARELESS = 1000 }; /* interrupts in a row that nobody wanted */

static const char PCI[] = "Documentation/PCI/pci.rst";
static const char WORKQUEUE[] = "Documentation/core-api/workqueue.rst";

struct mock_machine mock;

static u8 bar[RBE_BAR_BYTES]; /* never looked at: addresses in it stand for registers */
static bool enabled, regions, mapped, master, rtnl;
static irq_handler_t handler;
static void *handler_argument;
static unsigned int careless;
static struct delayed_work *works;

static void hear(void *listener, const uint8_t *bytes, size_t length)
{
    struct mock_frame *frame = &mock.wire[mock.on_wire++ % MOCK_KEPT];

    (void)listener;
    frame->length = length;
    memcpy(frame->bytes, bytes, length);
}

void mock_power_on(void)
{
    static const u8 address[ETH_ALEN] = {0x52, 0x54, 0x00, 0x12, 0x34, 0x56};

    mock.nic = nic_power_on(address, hear, NULL);
    mock.pdev.irq = 11;
}

int mock_insmod(void)
{
    const struct pci_device_id *id = mock_pci_driver->id_table;

    rule_require(id->vendor == RBE_VENDOR_ID && id->device == RBE_DEVICE_ID, "linux/not-bound",
                 PCI, "the driver's table does not have the device");
    return mock_pci_driver->probe(&mock.pdev, id);
}

void mock_rmmod(void)
{
    mock_pci_driver->remove(&mock.pdev);
}

int mock_leaks(void)
{
    int leaks = memory_leaks() + dma_leaks();

    rule_require(!enabled && !regions && !mapped && !handler, "linux/pci-not-unwound", PCI,
                 "left behind:%s%s%s%s", enabled ? " an enabled device" : "",
                 regions ? " regions" : "", mapped ? " a mapped BAR" : "",
                 handler ? " an interrupt handler" : "");
    return leaks + dma_faults();
}

int pci_enable_device_mem(struct pci_dev *dev)
{
    (void)dev;
    if (memory_may_fail("pci_enable_device_mem"))
        return -EIO;
    enabled = true;
    return 0;
}

void pci_disable_device(struct pci_dev *dev)
{
    (void)dev;
    rule_require(enabled, "linux/pci-order", PCI, "disabled, and was not enabled");
    rule_require(!mapped && !regions, "linux/pci-order", PCI,
                 "disabled before its BAR and regions were given back");
    enabled = false;
}

int pci_request_mem_regions(struct pci_dev *pdev, const char *name)
{
    (void)pdev;
    (void)name;
    if (memory_may_fail("pci_request_mem_regions"))
        return -EBUSY;
    regions = true;
    return 0;
}

void pci_release_mem_regions(struct pci_dev *pdev)
{
    (void)pdev;
    rule_require(regions, "linux/pci-order", PCI, "regions are released that are not held");
    regions = false;
}

void pci_set_master(struct pci_dev *dev)
{
    (void)dev;
    master = true;
}

/* A device that is cut off moves no more; the model does that by being powered off. */
void pci_clear_master(struct pci_dev *dev)
{
    (void)dev;
    master = false;
    if (nic_is_running(mock.nic) && !nic_faults(mock.nic)->unplugged)
        nic_power_off(mock.nic), mock_power_on();
}

void __iomem *pci_iomap(struct pci_dev *dev, int number, unsigned long max)
{
    (void)dev;
    (void)number;
    (void)max;
    rule_require(enabled && regions, "linux/pci-order", PCI,
                 "the BAR is mapped before the device is enabled and its regions are ours");
    if (memory_may_fail("pci_iomap"))
        return NULL;
    mapped = true;
    return bar;
}

void pci_iounmap(struct pci_dev *dev, void __iomem *address)
{
    (void)dev;
    rule_require(mapped && address == bar, "linux/pci-order", PCI, "unmaps what is not mapped");
    mapped = false;
}

const char *pci_name(const struct pci_dev *pdev)
{
    (void)pdev;
    return "0000:00:03.0";
}

static uint32_t offset_of(const volatile void *address)
{
    rule_require(mapped, "linux/mmio-not-mapped", "driver-api/device-io.rst",
                 "a register is reached, and the BAR is not mapped");
    return (uint32_t)((const volatile u8 *)address - bar);
}

u32 readl(const volatile void __iomem *address)
{
    return nic_read32(mock.nic, offset_of(address));
}

/* Stores to coherent memory before it are visible before it (driver-api/device-io.rst). */
void writel(u32 value, volatile void __iomem *address)
{
    dma_barrier();
    nic_write32(mock.nic, offset_of(address), value);
}

void usleep_range(unsigned long min, unsigned long max)
{
    rule_may_sleep("linux/sleep-in-atomic", "Documentation/timers/timers-howto.rst");
    rule_require(min <= max, "linux/usleep-range", "linux/delay.h", "from %lu to %lu", min, max);
}

static irqreturn_t call_handler(void)
{
    irqreturn_t answer;
    int held = rule_locks_held;

    rule_context = CONTEXT_INTERRUPT;
    answer = handler((int)mock.pdev.irq, handler_argument);
    rule_context = CONTEXT_THREAD;
    rule_require(rule_locks_held == held, "linux/lock-kept", "Documentation/kernel-hacking",
                 "the handler returns with another number of locks held");
    return answer;
}

void mock_irq_fire(void)
{
    rule_require(handler, "linux/irq-without-handler", "linux/interrupt.h",
                 "the device raises its line, and no handler is there");
    mock.interrupts++;
    careless = call_handler() == IRQ_HANDLED ? 0 : careless + 1;
    rule_require(careless < CARELESS, "linux/irq-nobody-cared", "kernel/irq/spurious.c",
                 "the line stays high and the handler says it was not its own");
}

bool mock_irq_requested(void)
{
    return handler != NULL;
}

/* The line is shared: another device may raise it as soon as the handler is there, and
 * until it is gone (CONFIG_DEBUG_SHIRQ does both). */
int request_irq(unsigned int irq, irq_handler_t wanted, unsigned long flags, const char *name,
                void *dev)
{
    (void)name;
    rule_may_sleep("linux/sleep-in-atomic", "linux/interrupt.h");
    rule_require(irq == mock.pdev.irq && (flags & IRQF_SHARED), "linux/irq-not-shared",
                 "Documentation/PCI/pci.rst", "a PCI line is shared");
    if (memory_may_fail("request_irq"))
        return -ENOMEM;
    handler = wanted;
    handler_argument = dev;
    call_handler();
    return 0;
}

const void *free_irq(unsigned int irq, void *dev_id)
{
    (void)irq;
    rule_may_sleep("linux/sleep-in-atomic", "linux/interrupt.h");
    rule_require(handler && dev_id == handler_argument, "linux/irq-freed-twice",
                 "linux/interrupt.h", "no such handler");
    call_handler();
    handler = NULL;
    return "eth0";
}

void synchronize_irq(unsigned int irq)
{
    (void)irq;
    rule_may_sleep("linux/sleep-in-atomic", "linux/interrupt.h");
}

void mock_init_delayed_work(struct delayed_work *work, work_func_t function)
{
    *work = (struct delayed_work){.work = {function}, .initialised = true};
}

bool schedule_delayed_work(struct delayed_work *dwork, unsigned long delay)
{
    rule_require(dwork->initialised, "linux/work-not-initialised", WORKQUEUE,
                 "no INIT_DELAYED_WORK");
    if (dwork->pending)
        return false;
    dwork->pending = true;
    dwork->due = mock.jiffies + delay;
    dwork->next = works;
    works = dwork;
    return true;
}

static void take_off(struct delayed_work *work)
{
    struct delayed_work **link = &works;

    while (*link != work)
        link = &(*link)->next;
    *link = work->next;
    work->pending = false;
}

bool cancel_delayed_work_sync(struct delayed_work *dwork)
{
    bool was = dwork->pending;

    rule_may_sleep("linux/sleep-in-atomic", WORKQUEUE);
    if (was)
        take_off(dwork);
    return was;
}

bool mock_work_in(const void *memory, size_t bytes)
{
    const struct delayed_work *work = works;

    while (work && ((const u8 *)work < (const u8 *)memory ||
                    (const u8 *)work >= (const u8 *)memory + bytes))
        work = work->next;
    return work != NULL;
}

bool mock_work_run(void)
{
    struct delayed_work *work = works;

    while (work && work->due > mock.jiffies)
        work = work->next;
    if (!work)
        return false;
    take_off(work);
    work->work.func(&work->work);
    rule_require(!rtnl, "linux/lock-kept", WORKQUEUE, "a work returns and keeps RTNL");
    return true;
}

void mock_rtnl(bool held)
{
    rtnl = held;
}

bool mock_rtnl_held(void)
{
    return rtnl;
}

void rtnl_lock(void)
{
    rule_may_sleep("linux/sleep-in-atomic", "linux/rtnetlink.h");
    rule_require(!rtnl, "linux/deadlock", "linux/rtnetlink.h", "RTNL is taken twice");
    rtnl = true;
}

void rtnl_unlock(void)
{
    rule_require(rtnl, "linux/unlock-of-unlocked", "linux/rtnetlink.h", "RTNL is not held");
    rtnl = false;
}

ssize_t strscpy(char *to, const char *from, size_t bytes)
{
    size_t length = strnlen(from, bytes - 1);

    memcpy(to, from, length);
    to[length] = 0;
    return (ssize_t)length;
}

void u64_stats_init(struct u64_stats_sync *sync)
{
    sync->writing = false;
}

void u64_stats_update_begin(struct u64_stats_sync *sync)
{
    rule_require(!sync->writing, "linux/stats-written-twice", "linux/u64_stats_sync.h",
                 "two writers at a time");
    sync->writing = true;
}

void u64_stats_update_end(struct u64_stats_sync *sync)
{
    rule_require(sync->writing, "linux/stats-written-twice", "linux/u64_stats_sync.h", "no begin");
    sync->writing = false;
}

unsigned int u64_stats_fetch_begin(const struct u64_stats_sync *sync)
{
    rule_require(!sync->writing, "linux/stats-left-open", "linux/u64_stats_sync.h",
                 "a reader waits for ever: update_end is missing");
    return 0;
}

bool u64_stats_fetch_retry(const struct u64_stats_sync *sync, unsigned int start)
{
    return sync->writing || start != 0;
}
