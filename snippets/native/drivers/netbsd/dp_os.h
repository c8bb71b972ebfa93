/*
 * What the core asks of a NetBSD kernel: types, byte order, barriers, and bus_dma's syncs of
 * a ring (bus_dma(9), membar_ops(3), bswap(3); NetBSD 10).
 *
 * A ring's os begins with a struct dp_os_ring, so that the core can have it synced.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <sys/param.h>
#include <sys/systm.h>
#include <sys/atomic.h>
#include <sys/bus.h>
#include <sys/endian.h>

struct dp_os_ring {
    bus_dma_tag_t tag;
    bus_dmamap_t map;
};

#define dp_le64(value) htole64(value)

/* Order between the CPU's own accesses; that the device sees them is the syncs' doing. */
#define dp_dma_rmb() membar_consumer()
#define dp_dma_wmb() membar_producer()

// tag::ringsync[]
/* Both sides write a ring, so each hand-over has two directions; NetBSD wants the range too. */
#define dp_ring_bus_sync(ring, operations) \
    bus_dmamap_sync(((const struct dp_os_ring *)(ring)->os)->tag, \
                    ((const struct dp_os_ring *)(ring)->os)->map, 0, \
                    ((const struct dp_os_ring *)(ring)->os)->map->dm_mapsize, operations)
#define dp_sync_for_cpu(ring) \
    dp_ring_bus_sync(ring, BUS_DMASYNC_POSTREAD | BUS_DMASYNC_POSTWRITE)
#define dp_sync_for_device(ring) \
    dp_ring_bus_sync(ring, BUS_DMASYNC_PREREAD | BUS_DMASYNC_PREWRITE)
// end::ringsync[]

/* Marks what this device or kernel cannot do; the register is exceptions.tsv. */
#define DP_PORTING_EXCEPTION(feature, reason) \
    __CTASSERT(sizeof(feature) > 1 && sizeof(reason) > 1)

#endif
