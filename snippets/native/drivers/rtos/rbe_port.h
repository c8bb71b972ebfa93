/* Between the files of the driver. Except in the interrupt routine the mutex is held. */
#ifndef RBE_PORT_H
#define RBE_PORT_H

#include "rbe.h"
#include "rbe_hw.h"

/* Causes that are waited for; flags above them are the driver's own, below bit 24. */
#define RBE_CAUSES (RBE_ICR_TXDW | RBE_ICR_LSC | RBE_ICR_RXDMT0 | RBE_ICR_RXO | RBE_ICR_RXT0)
#define RBE_EVENT_SEND 0x010000u
#define RBE_EVENT_BLOCKS 0x020000u
#define RBE_EVENT_END 0x040000u

static inline uint32_t rbe_read(const struct rbe_port *port, uint32_t offset)
{
    return rtos_read32(port->config->registers + offset);
}

static inline void rbe_write(const struct rbe_port *port, uint32_t offset, uint32_t value)
{
    rtos_write32(port->config->registers + offset, value);
}

/* rbe_chip.c; rbe_chip_reset sleeps. */
int rbe_chip_reset(struct rbe_port *port);
void rbe_chip_start(struct rbe_port *port);
void rbe_chip_filter(struct rbe_port *port);
bool rbe_chip_link(const struct rbe_port *port);

/* rbe_memory.c: RTOS_BUSY if another port has the memory. */
int rbe_memory_take(struct rbe_port *port);
bool rbe_memory_is_home(const struct rbe_port *port);
void rbe_memory_give(void);
struct netbuf *rbe_piece(struct rbe_port *port, uint8_t *block);
rtos_bus_address rbe_ring_address(const struct dp_ring *ring);
uint8_t *rbe_zeros(void); /* DP_SHORTEST_FRAME of them, for the device */

/* rbe.c; both take the mutex's being held for granted, and down sleeps. */
void rbe_up(struct rbe_port *port);
int rbe_down(struct rbe_port *port);
/* Takes the mutex; lets it go, and gives the frames that the device is done with. */
void rbe_enter(struct rbe_port *port);
struct netbuf *rbe_leave(struct rbe_port *port);

/* rbe_task.c */
void rbe_isr(void *argument);
void rbe_task(void *argument);

/* rbe_tx.c */
void rbe_send_waiting(struct rbe_port *port);
void rbe_sent(void *os, void *packet);
void rbe_put_aside(void *os, void *packet);
void rbe_send_home(struct netbuf *frames);

/* rbe_rx.c */
extern const struct dp_rx_ops rbe_rx_ops;

/* rbe_offload.c: false if the headers are not what the stack says. */
bool rbe_offload(struct netbuf *frame, struct dp_offload *offload);

#endif
