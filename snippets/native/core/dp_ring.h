/*
 * The memory of a ring and its index arithmetic (8254x SDM 3.2.6 and 3.4).
 *
 * A descriptor has 16 bytes, two little-endian words. The ring's length is a multiple
 * of 128 bytes, so its size is a multiple of 8; one slot stays unused, because head
 * equal to tail means that the device owns nothing.
 */
#ifndef DP_RING_H
#define DP_RING_H

#include "dp_os.h"

enum { DP_SLOT_BYTES = 16, DP_SIZE_STEP = 8, DP_MOST_SLOTS = 4096, DP_BASE_ALIGNMENT = 128 };

struct dp_slot {
    uint64_t address;
    uint64_t rest; /* written and read whole: command or status, and all it makes valid */
};

struct dp_ring {
    volatile struct dp_slot *slots; /* as the CPU sees them; zero at start */
    uint32_t size;                  /* 8 to 4096, a multiple of 8 */
    uint32_t next;                  /* slot to be written next */
    uint32_t clean;                 /* oldest slot that is not done */
    uint32_t rung;                  /* tail as the device knows it */
    uint64_t doorbells;
    void (*doorbell)(void *os, uint32_t tail); /* writes the tail register */
    void *os;                                  /* the adapter's own */
};

/* False if the size is not one that a device takes; then nothing was set. */
bool dp_ring_init(struct dp_ring *ring, volatile struct dp_slot *slots, uint32_t size,
                  void (*doorbell)(void *os, uint32_t tail), void *os);

/* Index after another. */
static inline uint32_t dp_next(const struct dp_ring *ring, uint32_t index)
{
    return index + 1 == ring->size ? 0 : index + 1;
}

/* Steps from one index forward to another, 0 to size - 1. */
static inline uint32_t dp_distance(const struct dp_ring *ring, uint32_t from, uint32_t to)
{
    return to >= from ? to - from : to + ring->size - from;
}

/* Slots that are with the device, or done and not cleaned yet. */
static inline uint32_t dp_in_flight(const struct dp_ring *ring)
{
    return dp_distance(ring, ring->clean, ring->next);
}

/* Slots that can be written now, 0 to size - 1. */
static inline uint32_t dp_free_slots(const struct dp_ring *ring)
{
    return ring->size - 1 - dp_in_flight(ring);
}

/* Rings the doorbell if slots were written since it was last rung. */
void dp_kick(struct dp_ring *ring);

/* Empties the ring and starts over at 0; the device must be reset. */
void dp_ring_clear(struct dp_ring *ring);

/* The second word of a slot in one load, before anything else is read (an acquire). */
static inline uint64_t dp_read_rest(const struct dp_ring *ring, uint32_t index)
{
    uint64_t word = dp_le64(ring->slots[index].rest);

    dp_dma_rmb();
    return word;
}

#endif
