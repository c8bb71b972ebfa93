/*
 * The bus between memory and device: addresses, mappings, and the caches between them.
 *
 * Each mapping has a copy of its own, the device's view. A streaming mapping moves bytes
 * only when it is synced; coherent memory moves what the CPU wrote when a barrier is
 * passed. So a forgotten sync or barrier shows as it does on hardware: as old bytes.
 * Device accesses outside a mapping, after its end or against its direction are faults.
 */
#ifndef DMA_H
#define DMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum dma_direction { DMA_READ_BY_DEVICE = 1, DMA_WRITE_BY_DEVICE = 2, DMA_BOTH = 3 };

/* Coherent memory: zeroed, aligned to 4096; NULL if it was chosen to fail. */
void *dma_coherent_take(size_t bytes, uint64_t *address, const char *what);
void dma_coherent_give(void *memory, uint64_t address);

/* What the CPU wrote to coherent memory so far becomes visible to the device. */
void dma_barrier(void);

/* Maps memory for one direction; the device sees what the CPU wrote until now. */
uint64_t dma_map(void *memory, size_t bytes, enum dma_direction direction);

/* Ends a mapping; the CPU sees what the device wrote. */
void dma_unmap(uint64_t address, size_t bytes, enum dma_direction direction);

/* Ends a mapping without a sync, for kernels that have one apart (bus_dma). */
void dma_unload(uint64_t address);

/* Moves bytes of a live mapping: from the CPU's view to the device's, or back. */
void dma_sync_for_device(uint64_t address, size_t bytes);
void dma_sync_for_cpu(uint64_t address, size_t bytes);

/* What the device does. False after a fault, which is printed and counted. */
bool dma_device_reads(uint64_t address, void *to, size_t bytes);
bool dma_device_writes(uint64_t address, const void *from, size_t bytes);

/* Mappings and coherent pieces alive; names them on stderr. */
int dma_leaks(void);

/* Device accesses that were refused. */
int dma_faults(void);

#endif
