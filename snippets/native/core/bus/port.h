/*
 * The smallest driver there can be: the core, a device, and buffers from a heap. It has no
 * kernel around it, so what its tests find is the core's.
 */
#ifndef PORT_H
#define PORT_H

#include "dp_rx.h"
#include "dp_tx.h"
#include "nic8254x.h"

enum { PORT_SLOTS = 16, PORT_BUFFER = 2048, PORT_KEPT = 64 };

struct port_packet {
    uint64_t address;
    size_t mapped;
    uint8_t bytes[PORT_BUFFER * 8];
};

/* A frame that was heard: by the wire, or by the port. */
struct port_frame {
    size_t length;
    int32_t vlan;
    enum dp_verdict checksums;
    uint8_t bytes[PORT_BUFFER * 8];
};

struct port {
    struct nic *nic;
    struct dp_tx tx;
    struct dp_rx rx;
    uint64_t tx_ring, rx_ring;
    void *packets[PORT_SLOTS];
    uint32_t ends[PORT_SLOTS];
    struct dp_buffer posted[PORT_SLOTS];
    struct port_frame *sent, *received; /* PORT_KEPT each, oldest first, then over again */
    unsigned count_sent, count_received, completed, refuse_buffers;
};

/* Sets up rings and device, and enables both directions. */
void port_open(struct port *port, enum dp_format format);

/* Ends all: nothing is mapped or allocated afterwards. */
void port_close(struct port *port);

/* Sends a copy, in pieces of that many bytes at most (0: one piece). */
enum dp_submit port_send(struct port *port, const void *bytes, size_t length, size_t piece,
                         const struct dp_offload *offload);

/* Lets the device move, then completes and polls until nothing is left to do. */
void port_settle(struct port *port);

#endif
