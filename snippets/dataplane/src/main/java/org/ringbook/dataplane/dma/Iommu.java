package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;
import java.util.TreeMap;

/**
 * The unit between device and memory that lets only mapped transfers through. It is
 * stricter than hardware, which checks whole pages: here every byte, the direction
 * and the owner count. A bus address is never used twice, so that a device that uses
 * an old one is caught.
 */
public final class Iommu implements DmaBus, CoherentMemory {
  private static final long PAGE = 4096;
  private static final long FIRST = 0x4_0000_0000L;

  private final HostMemory memory;
  private final TreeMap<Long, Mapping> mappings = new TreeMap<>();
  private long next = FIRST;
  private int streaming;

  /** An IOMMU in front of a kernel's memory. */
  public Iommu(HostMemory memory) {
    this.memory = memory;
  }

  /**
   * Maps a buffer for the device, which owns it from then on.
   *
   * @param buffer of {@link HostMemory}, or a part of one
   * @param direction of the data
   */
  public synchronized Mapping map(MemorySegment buffer, Direction direction) {
    streaming++;
    return enter(buffer, direction);
  }

  @Override
  public synchronized DmaRegion allocate(long size, long alignment) {
    MemorySegment buffer = memory.allocate(size, Math.max(alignment, PAGE));
    return new DmaRegion(buffer, enter(buffer, Direction.BOTH).busAddress());
  }

  /** Streaming mappings that were made and not undone. */
  public synchronized int mapped() {
    return streaming;
  }

  private Mapping enter(MemorySegment buffer, Direction direction) {
    long offset = memory.offset(buffer) % PAGE;
    Mapping mapping = new Mapping(this, buffer, next + offset, direction);
    mappings.put(mapping.busAddress(), mapping);
    next += (offset + buffer.byteSize() + 2 * PAGE - 1) / PAGE * PAGE;
    return mapping;
  }

  synchronized void unmap(Mapping mapping) {
    mappings.remove(mapping.busAddress());
    streaming--;
  }

  @Override
  public MemorySegment memory() {
    return memory.all();
  }

  @Override
  public synchronized long translate(long busAddress, long length, Access access) {
    var entry = mappings.floorEntry(busAddress);
    if (entry == null || busAddress - entry.getKey() >= entry.getValue().length()) {
      throw new IllegalDmaAccess(busAddress, length, "not mapped");
    }
    Mapping mapping = entry.getValue();
    long from = busAddress - mapping.busAddress();
    if (length < 1 || length > mapping.length() - from) {
      throw new IllegalDmaAccess(busAddress, length, "beyond the mapping's end");
    }
    if (!mapping.direction().allows(access)) {
      throw new IllegalDmaAccess(busAddress, length, "against the mapping's direction");
    }
    if (!mapping.deviceOwns()) {
      throw new IllegalDmaAccess(busAddress, length, "the CPU owns it: no sync");
    }
    return memory.offset(mapping.buffer()) + from;
  }
}
