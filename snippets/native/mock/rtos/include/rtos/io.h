/* Registers and interrupt lines of a board; accesses to registers keep their order. */
#ifndef RTOS_IO_H
#define RTOS_IO_H

#include <rtos/kernel.h>

uint32_t rtos_read32(uintptr_t address);
void rtos_write32(uintptr_t address, uint32_t value);

/*
 * An interrupt service routine runs above all tasks: it makes no call that may wait, takes
 * no mutex, and is so short that its longest time can be counted. RTOS_BUSY: the line has one.
 */
int rtos_irq_attach(unsigned line, void (*routine)(void *argument), void *argument);
void rtos_irq_detach(unsigned line);
void rtos_irq_enable(unsigned line);
void rtos_irq_disable(unsigned line);

#endif
