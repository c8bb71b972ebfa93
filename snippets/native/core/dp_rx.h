/*
 * The receive ring, driver's side (8254x SDM 3.2). Every consumed slot is paid for with a
 * posted one, at once: a fresh buffer if the frame may be delivered, the same one if not.
 */
#ifndef DP_RX_H
#define DP_RX_H

#include "dp_ring.h"

enum { DP_MOST_PIECES = 16 };

/* Status and errors of a write-back (8254x SDM 3.2.3.1 and 3.2.3.2). */
enum {
    DP_RX_DD = 0x01,
    DP_RX_EOP = 0x02,
    DP_RX_IXSM = 0x04,
    DP_RX_VP = 0x08,
    DP_RX_TCPCS = 0x20,
    DP_RX_IPCS = 0x40,
    DP_RX_TCPE = 0x20,
    DP_RX_IPE = 0x40,
    DP_RX_FRAME_ERRORS = 0x97
};

/* A buffer for the device to write. */
struct dp_buffer {
    uint64_t address; /* on the bus */
    void *packet;     /* the adapter's own */
};

enum dp_verdict { DP_NOT_CHECKED, DP_IP_GOOD, DP_ALL_GOOD, DP_BAD };

/* A whole frame; its packets are the receiver's from here on. */
struct dp_received {
    void *packets[DP_MOST_PIECES];
    uint32_t lengths[DP_MOST_PIECES];
    uint32_t count;
    uint32_t bytes;
    int32_t vlan; /* tag taken out, or -1 */
    enum dp_verdict checksums;
};

struct dp_rx_ops {
    /* A fresh buffer, mapped; false if there is none. */
    bool (*take)(void *os, struct dp_buffer *fresh);
    /* Called before the CPU looks into a buffer that the device wrote. */
    void (*received)(void *os, void *packet, uint32_t length);
    /* Takes a good frame over; it neither polls nor drains this ring. */
    void (*deliver)(void *os, const struct dp_received *frame);
    /* Takes a buffer back: of a dropped frame, or at teardown. */
    void (*give_back)(void *os, void *packet);
};

struct dp_rx {
    struct dp_ring ring;
    struct dp_buffer *posted; /* by slot; as many as slots */
    uint32_t buffer_bytes;    /* size of each buffer, as the device was told */
    uint32_t longest;         /* most buffers of a frame, 1 to DP_MOST_PIECES */
    const struct dp_rx_ops *ops;
    void *os;
    struct dp_received frame;
    bool dropping;
    uint64_t received, bytes, no_buffer, damaged, oversize;
};

void dp_rx_init(struct dp_rx *rx, struct dp_buffer *posted, uint32_t buffer_bytes,
                uint32_t longest, const struct dp_rx_ops *ops, void *os);

/* Posts buffers until one slot is left or there is none; rings the doorbell. */
uint32_t dp_rx_refill(struct dp_rx *rx);

/* Delivers what was written back, at most budget slots, and posts as many. */
uint32_t dp_rx_poll(struct dp_rx *rx, uint32_t budget);

/* Whether the next slot is written back already. */
bool dp_rx_has_work(const struct dp_rx *rx);

/* Gives all buffers back and starts over; the device must be reset. */
uint32_t dp_rx_drain(struct dp_rx *rx);

#endif
