package org.ringbook.dataplane.dma;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.DeviceCopies.Side;

/**
 * The unit between device and memory that lets only mapped transfers through.
 *
 * <p>It is stricter than hardware. A real IOMMU (Intel VT-d, AMD-Vi, ARM SMMU)
 * checks pages of 4 KiB: what else lies in the page of a buffer is open to the
 * device, and kernels that unmap late, in batches, leave it open for a while after.
 * Here every byte is checked, the direction, the owner, and from the instant of the
 * unmap. Nor is a bus address used twice before all others were, so that a stale one
 * in a descriptor is caught. A driver that is clean here is clean there; not the
 * reverse.
 *
 * <p>For a device with few address bits, it stands for the kernel without an IOMMU
 * too: buffers above the {@link DmaMask} go through bounce slots, and mapping fails
 * when those are used up. Safe for use by the threads of driver and device.
 */
public final class Iommu implements DmaBus, CoherentMemory {
  /** Faults that are kept; hardware has few records, and drops the rest as well. */
  public static final int FAULT_RECORDS = 64;

  private static final long PAGE = PageTable.PAGE;

  private final HostMemory memory;
  private final DeviceCopies copies;
  private final AddressSpace space;
  private final FailurePlan failures = new FailurePlan();

  /** An IOMMU in front of a kernel's memory, on a coherent machine. */
  public Iommu(HostMemory memory) {
    this(memory, Coherence.COHERENT);
  }

  /** An IOMMU in front of a kernel's memory. */
  public Iommu(HostMemory memory, Coherence coherence) {
    this(memory, coherence, DmaMask.ALL, 0);
  }

  /**
   * The way into a kernel's memory for a device with few address bits.
   *
   * @param mask what the device reaches
   * @param slots of 2 KiB each, for buffers above that; taken from the memory
   */
  public Iommu(HostMemory memory, Coherence coherence, DmaMask mask, int slots) {
    this.memory = memory;
    this.copies = new DeviceCopies(memory, coherence, mask, slots);
    this.space = new AddressSpace(mask);
  }

  /**
   * Maps a buffer for the device, which owns it from then on ({@code
   * dma_map_single}; {@code bus_dmamap_load} and a PREREAD or PREWRITE sync).
   *
   * @param buffer of {@link HostMemory}, or a part of one; at least 1 byte
   * @param direction of the data
   * @throws MappingFailed if an address, a bounce slot or memory is lacking
   * @throws IllegalStateException if the buffer is not allocated
   */
  public synchronized Mapping map(MemorySegment buffer, Direction direction) {
    Mapping mapping = load(buffer, direction);
    mapping.syncForDevice();
    return mapping;
  }

  /**
   * Maps a buffer that stays the CPU's until a sync for the device, as {@code
   * bus_dmamap_load} alone does. Otherwise as {@link #map}.
   */
  public synchronized Mapping load(MemorySegment buffer, Direction direction) {
    if (buffer.byteSize() < 1) {
      throw new IllegalArgumentException("nothing to map");
    }
    if (failures.strikes()) {
      throw new MappingFailed("on request");
    }
    Block block = memory.pin(buffer);
    try {
      return enter(buffer, copies.of(buffer), block, direction);
    } catch (MappingFailed e) {
      memory.unpin(block);
      throw e;
    }
  }

  /**
   * Maps the parts of a frame, all or none ({@code dma_map_sg}, {@code
   * bus_dmamap_load_mbuf}, {@code NdisMAllocateNetBufferSGList}).
   *
   * @throws MappingFailed if one cannot be mapped; those before it are undone
   */
  public synchronized List<Mapping> mapAll(List<MemorySegment> all, Direction way) {
    List<Mapping> done = new ArrayList<>(all.size());
    try {
      all.forEach(piece -> done.add(map(piece, way)));
    } catch (MappingFailed | IllegalStateException e) {
      done.forEach(Mapping::unload);
      throw e;
    }
    return done;
  }

  @Override
  public synchronized DmaRegion allocate(long size, long alignment) {
    Block block = memory.reserve(size, Math.max(alignment, PAGE), "coherent");
    MemorySegment buffer = memory.segment(block).fill((byte) 0);
    var side = new Side(buffer, () -> memory.giveBack(block));
    Mapping mapping = enter(buffer, side, null, Direction.BOTH);
    mapping.syncForDevice();
    return new DmaRegion(buffer, mapping.busAddress());
  }

  @Override
  public synchronized void release(DmaRegion region) {
    Mapping mapping = space.at(region.busAddress());
    if (mapping == null || !mapping.isCoherent()) {
      throw new IllegalStateException("released twice, or never allocated");
    }
    mapping.unload();
  }

  /** Streaming mappings that were made and not undone. */
  public synchronized int mapped() {
    return space.streaming();
  }

  /** Regions of coherent memory that were allocated and not released. */
  public synchronized int coherent() {
    return space.coherent();
  }

  /** Bounce slots in use. */
  public synchronized int bounceSlotsUsed() {
    return copies.bounceSlotsUsed();
  }

  /** The first {@link #FAULT_RECORDS} transfers that were refused, oldest first. */
  public synchronized List<IllegalDmaAccess> faults() {
    return space.faults();
  }

  /** Lets the next {@code count} streaming mappings fail. */
  public void failNext(int count) {
    failAfter(0, count);
  }

  /** Lets {@code count} streaming mappings fail, after {@code successes}. */
  public synchronized void failAfter(int successes, int count) {
    failures.set(successes, count);
  }

  @Override
  public MemorySegment memory() {
    return memory.all();
  }

  @Override
  public synchronized long translate(long busAddress, long length, Access access) {
    return space.translate(busAddress, length, access);
  }

  private Mapping enter(MemorySegment bytes, Side side, Block block, Direction way) {
    try {
      long offset = memory.offset(bytes) % PAGE;
      long address = space.place(offset, bytes.byteSize());
      Mapping mapping = new Mapping(this, bytes, side, block, address, way);
      space.enter(mapping);
      return mapping;
    } catch (MappingFailed e) {
      side.release().run();
      throw e;
    }
  }

  /** Takes a mapping out; called by the mapping itself. */
  void remove(Mapping mapping) {
    space.remove(mapping);
    mapping.device().release().run();
    if (!mapping.isCoherent()) {
      memory.unpin(mapping.block());
    }
  }
}
