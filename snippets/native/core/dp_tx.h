/*
 * The transmit ring, driver's side (8254x SDM 3.3 and 3.4): frames of several segments,
 * all or none; legacy descriptors, and context and data descriptors where the device is
 * to sum, tag or cut.
 */
#ifndef DP_TX_H
#define DP_TX_H

#include "dp_ring.h"

enum {
    DP_SHORTEST_FRAME = 60, /* bytes without frame check sequence; the adapter pads */
    DP_LONGEST_FRAME = 16288,
    DP_NO_VLAN = -1
};

/* Command bits of legacy and data descriptors (8254x SDM 3.3.3.1, 3.3.7.1). */
enum {
    DP_CMD_EOP = 0x01,
    DP_CMD_IFCS = 0x02,
    DP_CMD_IC = 0x04, /* legacy: insert a checksum; data: TSE, segment */
    DP_CMD_RS = 0x08,
    DP_CMD_DEXT = 0x20,
    DP_CMD_VLE = 0x40
};

/* A piece of a frame, mapped for the device to read. */
struct dp_segment {
    uint64_t address; /* on the bus */
    uint32_t length;  /* bytes, 1 to 16288 */
};

/* What the device shall do to a frame. */
struct dp_offload {
    int32_t vlan;              /* tag to insert, 0 to 65535, or DP_NO_VLAN */
    uint16_t mac_length;       /* bytes before the IP header */
    uint16_t ip_length;        /* bytes of the IP header */
    uint16_t transport_length; /* bytes of the TCP or UDP header */
    uint16_t segment_size;     /* payload bytes of a segment; 0: do not cut */
    bool ipv6, tcp, ip_checksum, transport_checksum;
};

struct dp_frame {
    const struct dp_segment *segments;
    uint32_t count;
    struct dp_offload offload;
    void *packet; /* the adapter's own: it comes back through dp_tx_complete */
};

enum dp_format {
    DP_LEGACY,  /* legacy descriptors only */
    DP_EXTENDED /* contexts where they are needed */
};

enum dp_submit {
    DP_ACCEPTED, /* the ring has it until it comes back */
    DP_FULL,     /* nothing was written; the packet is still the caller's */
    DP_REFUSED   /* this ring could never send it; still the caller's */
};

struct dp_tx {
    struct dp_ring ring;
    enum dp_format format;
    void **packets;   /* at a frame's first slot; as many as slots */
    uint32_t *ends;   /* its last slot, at the same index */
    uint32_t context; /* key of the context in force; 0: none */
    uint64_t submitted, refused, completed, drained, contexts;
};

typedef void dp_done(void *os, void *packet);

/* The ring must be initialised and zero, both arrays as long as it. */
void dp_tx_init(struct dp_tx *tx, enum dp_format format, void **packets, uint32_t *ends);

/*
 * Describes a frame to the device, whole or not at all.
 *
 * more: another follows at once, so the doorbell can wait; whoever says so goes on, or
 * calls dp_kick.
 */
enum dp_submit dp_tx_submit(struct dp_tx *tx, const struct dp_frame *frame, bool more);

/* Hands out frames that the device is done with, oldest first, at most budget. */
uint32_t dp_tx_complete(struct dp_tx *tx, uint32_t budget, dp_done *done, void *os);

/* Hands out every frame, sent or not, and starts over; the device must be reset. */
uint32_t dp_tx_drain(struct dp_tx *tx, dp_done *done, void *os);

/* Slots that a frame of so many segments may need: what to leave free. */
static inline uint32_t dp_tx_slots(uint32_t segments)
{
    return segments + 1;
}

#endif
