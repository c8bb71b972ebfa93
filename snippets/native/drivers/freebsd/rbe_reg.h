/*
 * The device as both FreeBSD drivers (native ifnet, iflib) handle it: registers through
 * bus_space (bus_space(9)), no packet and no interface. FreeBSD 15.
 */
#ifndef RBE_REG_H
#define RBE_REG_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/bus.h>
#include <sys/rman.h>
#include <machine/bus.h>
#include <machine/resource.h>

#include "dp_ring.h"
#include "rbe_hw.h"

enum {
    RBE_SLOTS = 256,        /* of each ring */
    RBE_BUFFER_BYTES = 2048, /* of a receive buffer: RCTL.BSIZE, and a cluster's size */
    RBE_ADDRESS_BYTES = 6
};

/* Causes that are waited for. */
#define RBE_CAUSES (RBE_ICR_TXDW | RBE_ICR_LSC | RBE_ICR_RXDMT0 | RBE_ICR_RXO | RBE_ICR_RXT0)

// tag::ring-os[]
/* What a ring's os is: dp_os.h wants the bus first. */
struct rbe_ring {
    struct dp_os_ring bus;
    struct resource *registers;
    bus_size_t tail;    /* its tail register */
    void *memory;
    bus_addr_t address; /* of slot 0, on the bus */
};
// end::ring-os[]

/* How frames are to be received; what an ioctl may change. */
struct rbe_filter {
    bool promiscuous, all_multicast, long_frames, tags, checksums;
    uint32_t table[RBE_MTA_ENTRIES]; /* a bit for each of 4096 hashes of group addresses */
};

// tag::access[]
static inline uint32_t rbe_read(struct resource *registers, bus_size_t offset)
{
    return bus_read_4(registers, offset);
}

static inline void rbe_write(struct resource *registers, bus_size_t offset, uint32_t value)
{
    bus_write_4(registers, offset, value);
}
// end::access[]

/* Stops DMA and resets; EIO if the device does not come back, ENXIO if it is gone. */
int rbe_reset(struct resource *registers);

/* The station address in the EEPROM: 0, or EIO. */
int rbe_read_address(struct resource *registers, uint8_t address[RBE_ADDRESS_BYTES]);

/* The station address, the rings, and how to filter: all that a reset took away. */
void rbe_set_address(struct resource *registers, const uint8_t address[RBE_ADDRESS_BYTES]);
void rbe_set_rings(struct resource *registers, bus_addr_t transmit, bus_addr_t receive,
                   uint32_t slots);
void rbe_set_filter(struct resource *registers, const struct rbe_filter *filter);

/* Sets the bit of a group address (8254x SDM 13.5.1: MO 0 looks at bits 47 to 36). */
void rbe_filter_add(struct rbe_filter *filter, const uint8_t *group);

/* From here on frames move. */
void rbe_enable(struct resource *registers, const struct rbe_filter *filter);

/* The doorbell of the core; os is a struct rbe_ring. */
void rbe_doorbell(void *os, uint32_t tail);

bool rbe_link_is_up(struct resource *registers);

#endif
