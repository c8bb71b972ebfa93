/* The board: registers, the interrupt line, time, the bridge to memory. */
#include "mock.h"

#include <stdio.h>

#include "dma.h"
#include "memory.h"
#include "rule.h"

enum { QUIET_TICKS = 3, LONGEST_ISR = 8, MOST_IN_A_ROW = 100 };

struct mock_options mock_options;

static struct nic *nic;
static uint32_t now, isr_work, isr_longest;
static bool gate_open, enabled;
static void (*routine)(void *argument);
static void *routine_argument;

void mock_boot(struct nic *powered)
{
    nic = powered;
    now = 0xffffff00u; /* so that it wraps soon */
    gate_open = true;
    enabled = false;
    routine = NULL;
    isr_longest = 0;
    rule_context = CONTEXT_THREAD;
    mock_options = (struct mock_options){.eager = false};
    mock_pools_boot();
    mock_tasks_boot();
    mock_cache_boot();
}

void mock_gate(bool open)
{
    gate_open = open;
}

uint32_t rtos_now(void)
{
    return now;
}

uint32_t mock_isr_longest(void)
{
    return isr_longest;
}

void mock_isr_call(const char *name)
{
    if (rule_context != CONTEXT_INTERRUPT)
        return;
    rule_require(++isr_work <= LONGEST_ISR, "rtos/isr-too-long", "bounded interrupt routines",
                 "%s: more than %d accesses and calls in one interrupt", name, LONGEST_ISR);
    if (isr_work > isr_longest)
        isr_longest = isr_work;
}

static uint32_t offset_of(uintptr_t address)
{
    rule_require(address >= MOCK_REGISTERS && address < MOCK_REGISTERS + RBE_BAR_BYTES &&
                     address % 4 == 0,
                 "rtos/bus-fault", "the board's memory map", "no register at 0x%zx",
                 (size_t)address);
    mock_isr_call("a register");
    return (uint32_t)(address - MOCK_REGISTERS);
}

uint32_t rtos_read32(uintptr_t address)
{
    return nic_read32(nic, offset_of(address));
}

/* From a ring's tail register to its head. */
static bool is_doorbell(uint32_t offset, uint32_t value)
{
    return (offset == RBE_TDT && value != nic_read32(nic, RBE_TDH)) ||
           (offset == RBE_RDT && value != nic_read32(nic, RBE_RDH));
}

void rtos_write32(uintptr_t address, uint32_t value)
{
    uint32_t offset = offset_of(address);

    rule_require(!is_doorbell(offset, value) || mock_write_buffer_is_empty(),
                 "rtos/doorbell-before-barrier", "Arm: normal memory and device memory",
                 "the tail is written while descriptors are in the write buffer");
    nic_write32(nic, offset, value);
}

int rtos_irq_attach(unsigned line, void (*wanted)(void *argument), void *argument)
{
    mock_call("rtos_irq_attach");
    rule_require(line == MOCK_LINE, "rtos/line", "the board", "line %u has no device", line);
    if (routine || memory_may_fail("rtos_irq_attach"))
        return RTOS_BUSY;
    routine = wanted;
    routine_argument = argument;
    return RTOS_OK;
}

void rtos_irq_detach(unsigned line)
{
    mock_call("rtos_irq_detach");
    rule_require(!enabled, "rtos/detach-enabled", "interrupts",
                 "line %u loses its routine while it is enabled", line);
    routine = NULL;
}

void rtos_irq_enable(unsigned line)
{
    mock_call("rtos_irq_enable");
    rule_require(routine, "rtos/no-routine", "interrupts", "line %u is enabled without routine",
                 line);
    enabled = true;
}

void rtos_irq_disable(unsigned line)
{
    (void)line;
    mock_call("rtos_irq_disable");
    enabled = false;
}

static bool interrupt(void)
{
    int in_a_row = 0;

    for (; enabled && nic_interrupt_pending(nic); in_a_row++) {
        rule_require(in_a_row < MOST_IN_A_ROW, "rtos/line-stays-high", "level interrupts",
                     "the routine has returned %d times, and the line is still high", in_a_row);
        isr_work = 0;
        rule_context = CONTEXT_INTERRUPT;
        routine(routine_argument);
        rule_context = CONTEXT_THREAD;
    }
    return in_a_row > 0;
}

/* The worst moment for a dirty line is after the device wrote. True if anything moved. */
static bool move_device(void)
{
    int moved;

    if (rule_context != CONTEXT_THREAD)
        return false;
    moved = gate_open ? nic_step(nic) : 0;
    if (moved > 0)
        mock_cache_evict();
    mock_uncached_pull();
    return interrupt() || moved > 0;
}

void mock_step_device(void)
{
    (void)move_device();
}

bool mock_tick(void)
{
    now++;
    return move_device();
}

void mock_late(void)
{
    if (!mock_options.interrupted_late)
        return;
    mock_options.interrupted_late = false;
    mock_options.late(mock_options.argument);
}

void mock_run(void)
{
    int quiet = 0;

    while (quiet < QUIET_TICKS) {
        bool moved = mock_tick() || mock_others_sleep();

        quiet = moved ? 0 : quiet + 1;
        mock_priority_changed();
    }
}

void mock_wait(uint32_t ticks)
{
    for (; ticks > 0; ticks--) {
        mock_tick();
        mock_priority_changed();
    }
}

int mock_board_leaks(void)
{
    if (routine)
        fprintf(stderr, "leak: an interrupt routine\n");
    return routine ? 1 : 0;
}

int mock_leaks(void)
{
    int leaks = mock_board_leaks() + mock_task_leaks() + mock_pool_leaks();

    mock_cache_off();
    return leaks + dma_leaks() + memory_leaks();
}
