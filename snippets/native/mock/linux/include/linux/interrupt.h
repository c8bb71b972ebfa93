/* linux/interrupt.h, linux/irqreturn.h */
#ifndef MOCK_LINUX_INTERRUPT_H
#define MOCK_LINUX_INTERRUPT_H

#include <linux/types.h>

enum irqreturn { IRQ_NONE = 0, IRQ_HANDLED = 1 };
typedef enum irqreturn irqreturn_t;
typedef irqreturn_t (*irq_handler_t)(int, void *);

#define IRQF_SHARED 0x00000080

int request_irq(unsigned int irq, irq_handler_t handler, unsigned long flags, const char *name,
                void *dev);
const void *free_irq(unsigned int irq, void *dev_id);
void synchronize_irq(unsigned int irq);

#endif
