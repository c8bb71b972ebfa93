package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;

/**
 * A buffer that a device may reach for a while (a streaming mapping). It belongs to
 * the device from {@link Iommu#map} on, until {@link #syncForCpu} or {@link #unmap}.
 */
public final class Mapping {
  private final Iommu iommu;
  private final MemorySegment buffer;
  private final long busAddress;
  private final Direction direction;
  private boolean mapped = true;
  private boolean deviceOwns = true;

  Mapping(Iommu iommu, MemorySegment buffer, long busAddress, Direction direction) {
    this.iommu = iommu;
    this.buffer = buffer;
    this.busAddress = busAddress;
    this.direction = direction;
  }

  /** Where the device finds the first byte. */
  public long busAddress() {
    return busAddress;
  }

  /** Bytes that the device may reach. */
  public long length() {
    return buffer.byteSize();
  }

  /** Which way the data goes. */
  public Direction direction() {
    return direction;
  }

  /**
   * The buffer for the CPU.
   *
   * @throws IllegalStateException if the device owns it
   */
  public MemorySegment cpu() {
    if (deviceOwns) {
      throw new IllegalStateException("the device owns the buffer: no sync, no unmap");
    }
    return buffer;
  }

  /** Takes the buffer over from the device: its writes are visible from now on. */
  public void syncForCpu() {
    requireMapped();
    deviceOwns = false;
  }

  /** Hands the buffer to the device: it sees the CPU's writes from now on. */
  public void syncForDevice() {
    requireMapped();
    deviceOwns = true;
  }

  /** Ends the mapping; the device may not touch the buffer any more. */
  public void unmap() {
    requireMapped();
    mapped = false;
    deviceOwns = false;
    iommu.unmap(this);
  }

  /** Whether the mapping still exists. */
  public boolean isMapped() {
    return mapped;
  }

  boolean deviceOwns() {
    return deviceOwns;
  }

  MemorySegment buffer() {
    return buffer;
  }

  private void requireMapped() {
    if (!mapped) {
      throw new IllegalStateException("the mapping was undone before");
    }
  }
}
