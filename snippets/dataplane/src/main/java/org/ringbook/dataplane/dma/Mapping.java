package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;

/**
 * A buffer that a device may reach for a while (a streaming mapping). Each of its
 * bytes belongs to one party at a time; a sync call hands it over and, on machines
 * where the parties do not see the same bytes, copies it:
 *
 * <pre>
 *                      TO_DEVICE          FROM_DEVICE        BOTH
 *   map, load          device's copy: POISON, so that no bytes of others get out
 *   map, syncForDevice CPU to device      -                  CPU to device
 *   syncForCpu, unmap  -                  device to CPU      device to CPU
 *   unload             -                  -                  -
 * </pre>
 *
 * <p>So a buffer that is forgotten to be synced holds stale bytes: what the CPU had
 * in it before, or what the device read before.
 *
 * <p>Sources: Linux {@code Documentation/core-api/dma-api.rst} and {@code
 * dma-api-howto.rst}; FreeBSD and NetBSD {@code bus_dma(9)}; illumos {@code
 * ddi_dma_sync(9F)}; Windows {@code FlushAdapterBuffers}.
 */
public final class Mapping {
  private final Iommu iommu;
  private final MemorySegment buffer;
  private final DeviceCopies.Side device;
  private final Block block;
  private final long busAddress;
  private final long memoryOffset;
  private final Direction direction;
  private final Ownership ownership;
  private boolean mapped = true;

  Mapping(
      Iommu iommu,
      MemorySegment buffer,
      DeviceCopies.Side device,
      Block block,
      long busAddress,
      Direction direction) {
    this.iommu = iommu;
    this.buffer = buffer;
    this.device = device;
    this.block = block;
    this.busAddress = busAddress;
    this.direction = direction;
    this.memoryOffset = device.bytes().address() - iommu.memory().address();
    this.ownership = new Ownership(Math.toIntExact(buffer.byteSize()));
    device.poison(buffer);
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
   * @throws IllegalStateException if the device owns a byte of it
   */
  public MemorySegment cpu() {
    return cpu(0, length());
  }

  /** A part of the buffer for the CPU, such as one that was synced alone. */
  public MemorySegment cpu(long offset, long length) {
    MemorySegment part = buffer.asSlice(offset, length);
    synchronized (iommu) {
      if (ownership.cpuHas(offset, length)) {
        return part;
      }
    }
    throw new IllegalStateException("the device owns the buffer: no sync, no unmap");
  }

  /** Takes the buffer over from the device: its writes are visible from now on. */
  public void syncForCpu() {
    syncForCpu(0, length());
  }

  /**
   * Takes a part over, such as the bytes of a short frame in a long buffer ({@code
   * dma_sync_single_range_for_cpu}; offset and length of {@code ddi_dma_sync}). The
   * rest stays the device's.
   *
   * @param offset of the first byte
   * @param length in bytes
   */
  public void syncForCpu(long offset, long length) {
    synchronized (iommu) {
      requireMapped();
      ownership.give(offset, length, false);
      copyToCpu(offset, length);
    }
  }

  /** Hands the buffer to the device: it sees the CPU's writes from now on. */
  public void syncForDevice() {
    syncForDevice(0, length());
  }

  /** Hands a part of the buffer to the device. */
  public void syncForDevice(long offset, long length) {
    synchronized (iommu) {
      requireMapped();
      ownership.give(offset, length, true);
      if (direction != Direction.FROM_DEVICE) {
        device.copyFrom(buffer, offset, length);
      }
    }
  }

  /**
   * Ends the mapping, as {@code dma_unmap_single} does: with a sync for the CPU of
   * all of it. What the CPU wrote since an earlier sync is overwritten then.
   */
  public void unmap() {
    synchronized (iommu) {
      requireMapped();
      copyToCpu(0, length());
      unload();
    }
  }

  /**
   * Ends the mapping without a sync, as {@code bus_dmamap_unload} does, and {@code
   * DMA_ATTR_SKIP_CPU_SYNC}: what was not synced before is lost.
   */
  public void unload() {
    synchronized (iommu) {
      requireMapped();
      mapped = false;
      ownership.give(0, length(), false);
      iommu.remove(this);
    }
  }

  /** Whether the mapping still exists. */
  public boolean isMapped() {
    synchronized (iommu) {
      return mapped;
    }
  }

  boolean deviceOwns(long offset, long length) {
    return ownership.deviceHas(offset, length);
  }

  /** Where the device's bytes begin in {@link Iommu#memory}. */
  long memoryOffset() {
    return memoryOffset;
  }

  DeviceCopies.Side device() {
    return device;
  }

  Block block() {
    return block;
  }

  /** Whether it is of memory that is never synced, and counted apart. */
  boolean isCoherent() {
    return block == null;
  }

  private void copyToCpu(long offset, long length) {
    if (direction != Direction.TO_DEVICE) {
      device.copyTo(buffer, offset, length);
    }
  }

  private void requireMapped() {
    if (!mapped) {
      throw new IllegalStateException("the mapping was undone before");
    }
  }
}
