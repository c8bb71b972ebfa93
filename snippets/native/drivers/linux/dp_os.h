/* What the portable core asks of its surroundings, answered by Linux 6.1. */
#ifndef DP_OS_H
#define DP_OS_H

#include <asm/barrier.h>
#include <asm/byteorder.h>
#include <linux/string.h>
#include <linux/types.h>

/* Descriptors are little-endian on every CPU; the core converts both ways with one name. */
#define dp_le64(value) ((__force u64)cpu_to_le64(value))

#define dp_dma_rmb() dma_rmb()
#define dp_dma_wmb() dma_wmb()

/* The rings are coherent (dma_alloc_coherent): barriers order them, nothing has to be moved. */
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

/* Stands in every function that this device or its core cannot serve; exceptions.tsv lists them. */
#define DP_PORTING_EXCEPTION(feature, reason) ((void)sizeof(feature reason))

#endif
