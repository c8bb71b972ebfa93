#include "dp_ring.h"

bool dp_ring_init(struct dp_ring *ring, volatile struct dp_slot *slots, uint32_t size,
                  void (*doorbell)(void *os, uint32_t tail), void *os)
{
    if (size < DP_SIZE_STEP || size > DP_MOST_SLOTS || size % DP_SIZE_STEP != 0)
        return false;
    memset(ring, 0, sizeof *ring);
    ring->slots = slots;
    ring->size = size;
    ring->doorbell = doorbell;
    ring->os = os;
    return true;
}

void dp_kick(struct dp_ring *ring)
{
    if (ring->rung == ring->next)
        return;
    dp_sync_for_device(ring);
    dp_dma_wmb(); /* the device must not see the new tail before the slots */
    ring->rung = ring->next;
    ring->doorbells++;
    ring->doorbell(ring->os, ring->next);
}

void dp_ring_clear(struct dp_ring *ring)
{
    uint32_t i;

    for (i = 0; i < ring->size; i++) {
        ring->slots[i].address = 0;
        ring->slots[i].rest = 0;
    }
    ring->next = 0;
    ring->clean = 0;
    ring->rung = 0;
}
