/*
 * What the core asks of an illumos kernel: types, byte order, barriers, and the DDI's syncs
 * of a ring (ddi_dma_sync(9F), membar_ops(9F), byteorder(9F); illumos of 2020-11, GLDv3 with
 * MAC_VERSION_V1).
 *
 * A ring's os begins with a struct dp_os_ring, so that the core can have it synced.
 */
#ifndef DP_OS_H
#define DP_OS_H

#include <sys/types.h>
#include <sys/param.h>
#include <sys/stdbool.h>
#include <sys/atomic.h>
#include <sys/byteorder.h>
#include <sys/ddi.h>
#include <sys/sunddi.h>

struct dp_os_ring {
    ddi_dma_handle_t handle;
};

#define dp_le64(value) LE_64(value)

/* Order between the CPU's own accesses; that the device sees them is the syncs' doing. */
#define dp_dma_rmb() membar_consumer()
#define dp_dma_wmb() membar_producer()

// tag::ringsync[]
/* Offset 0 and length 0 are the whole ring. Needed for DDI_DMA_CONSISTENT memory as well. */
#define dp_ring_dma_sync(ring, type) \
    (void)ddi_dma_sync(((const struct dp_os_ring *)(ring)->os)->handle, 0, 0, type)
#define dp_sync_for_cpu(ring) dp_ring_dma_sync(ring, DDI_DMA_SYNC_FORKERNEL)
#define dp_sync_for_device(ring) dp_ring_dma_sync(ring, DDI_DMA_SYNC_FORDEV)
// end::ringsync[]

/* Marks what this device or kernel cannot do; the register is exceptions.tsv. */
#define DP_PORTING_EXCEPTION(feature, reason) \
    _Static_assert(sizeof(feature) > 1 && sizeof(reason) > 1, "a feature and a reason")

#endif
