package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;

/**
 * A piece of coherent memory under its two names. Coherent means that a write of one
 * party is seen by the other without a sync call; the order of writes is still the
 * driver's business.
 *
 * @param segment the CPU's name
 * @param busAddress the device's name for the first byte
 */
public record DmaRegion(MemorySegment segment, long busAddress) {

  /** Size in bytes. */
  public long size() {
    return segment.byteSize();
  }
}
