package org.ringbook.dataplane.dma;

/**
 * Whether a device's transfers and the CPU's caches see the same bytes. It is a
 * property of the machine, not of the driver: x86 and most servers are coherent,
 * many ARM and MIPS systems on a chip are not. A driver that lacks a sync call works
 * on the first kind for years.
 */
public enum Coherence {
  /** Transfers look into the caches. Sync calls only order, and pass ownership. */
  COHERENT,
  /**
   * Transfers go past the caches. What the CPU wrote stays in its cache, what the
   * device wrote stays in memory, until a sync in the right direction.
   */
  NON_COHERENT
}
