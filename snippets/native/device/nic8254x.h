/*
 * A device of the 82540EM's class, as software sees it: registers, two rings, one
 * interrupt line, a wire (8254x SDM; the Java model org.ringbook.device.SimulatedNic
 * behaves the same). All memory is reached through the bus of testbed/dma.h.
 *
 * It moves only in nic_step, so a test decides what happened before what. A descriptor
 * is written back in one write of 8 bytes, after the data. Frames have no frame check
 * sequence here on the wire; one that the driver made itself (without IFCS) is taken off
 * if it is right, and if it is wrong nobody hears the frame.
 *
 * What a driver may never do and hardware punishes with a hang ends the program with a
 * rule named 8254x/...: a ring of a length or at an address that no device takes, a
 * tail outside the ring, a frame that does not end, a payload length that is not true.
 * A refused access to memory stops the device until it is reset, and is counted in
 * dma_faults().
 */
#ifndef NIC8254X_H
#define NIC8254X_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rbe_hw.h"

struct nic;

/* Hears each frame that the device sends; bytes are valid until it returns. */
typedef void nic_wire(void *listener, const uint8_t *bytes, size_t length);

/* What it shall do wrong, each of it seen in the field. All is off at first. */
struct nic_faults {
    bool silent;         /* moves nothing and writes nothing back, until it is reset */
    int late_steps;      /* writes descriptors back so many steps after the data */
    int lost_interrupts; /* the line stays low for the next n interrupts */
    int storm;           /* raises TXDW and RXT0 without reason, n times: at each step
                            and at once when ICR was read */
    int damaged_in;      /* the next n frames from the wire have a wrong check sequence */
    int damaged_out;     /* the next n frames to the wire are damaged: nobody hears them */
    int deaf_doorbells;  /* the next n writes to a tail register are not heard */
    bool endless_reset;  /* CTRL.RST never clears itself */
    bool unplugged;      /* reads give all ones, writes go nowhere */
};

/* Powers a device on; address: what its EEPROM holds. The link is up, the cable in. */
struct nic *nic_power_on(const uint8_t address[6], nic_wire *wire, void *listener);

/* Whatever the driver left enabled stops here. */
void nic_power_off(struct nic *nic);

/* Registers, 32 bits each; offsets in bytes, a multiple of 4 below RBE_BAR_BYTES. */
uint32_t nic_read32(struct nic *nic, uint32_t offset);
void nic_write32(struct nic *nic, uint32_t offset, uint32_t value);

/* Puts a frame on the wire; it is received in the next step. False: no room, no cable. */
bool nic_frame_from_wire(struct nic *nic, const void *bytes, size_t length);

/*
 * Does all that can be done now: sends what stands between head and tail, receives what
 * is on the wire, writes back what is due. A step takes one millisecond.
 * Returns descriptors and frames handled.
 */
int nic_step(struct nic *nic);

/* Whether the interrupt line is high: an enabled cause is set, and ITR lets it through. */
bool nic_interrupt_pending(const struct nic *nic);

/* Pulls the cable or plugs it in: LSC. */
void nic_link(struct nic *nic, bool up);

/* Faults on request: set what is wanted. */
struct nic_faults *nic_faults(struct nic *nic);

/* Whether the bus refused an access and the device stands still until it is reset. */
bool nic_is_stopped(const struct nic *nic);

/* Whether it may move: a receiver or a transmitter is enabled. Nobody may free memory now. */
bool nic_is_running(const struct nic *nic);

#endif
