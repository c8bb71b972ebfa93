/*
 * What the core asks of a FreeBSD kernel: types, byte order, barriers, and bus_dma's syncs
 * of a ring (bus_dma(9), atomic(9), byteorder(9); FreeBSD 15).
 *
 * A ring's os begins with a struct dp_os_ring, so that the core can have it synced.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/bus.h>
#include <sys/endian.h>
#include <machine/atomic.h>
#include <machine/bus.h>

struct dp_os_ring {
    bus_dma_tag_t tag;
    bus_dmamap_t map;
};

#define dp_le64(value) htole64(value)

/* Order between the CPU's own accesses; that the device sees them is the syncs' doing. */
#define dp_dma_rmb() atomic_thread_fence_acq()
#define dp_dma_wmb() atomic_thread_fence_rel()

// tag::ringsync[]
/* Both sides write a ring, so each hand-over has two directions. */
#define dp_ring_bus_sync(ring, operations) \
    bus_dmamap_sync(((const struct dp_os_ring *)(ring)->os)->tag, \
                    ((const struct dp_os_ring *)(ring)->os)->map, operations)
#define dp_sync_for_cpu(ring) \
    dp_ring_bus_sync(ring, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE)
#define dp_sync_for_device(ring) \
    dp_ring_bus_sync(ring, BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE)
// end::ringsync[]

/* Marks what this device or kernel cannot do; the register is exceptions.tsv. */
#define DP_PORTING_EXCEPTION(feature, reason) \
    _Static_assert(sizeof(feature) > 1 && sizeof(reason) > 1, "a feature and a reason")

#endif
