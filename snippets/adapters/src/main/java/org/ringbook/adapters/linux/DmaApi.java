package org.ringbook.adapters.linux;

import static org.ringbook.adapters.linux.LinuxRule.*;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.ringbook.dataplane.dma.CoherentMemory;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.DmaRegion;
import org.ringbook.dataplane.dma.Iommu;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/**
 * The DMA API of Linux (Documentation/core-api/dma-api.rst), as strict as a kernel
 * with {@code CONFIG_DMA_API_DEBUG}: an address comes back in a {@code dma_addr_t},
 * and unmapping needs size and direction again, which the driver has to remember.
 */
public final class DmaApi implements CoherentMemory {
  /** What a failed mapping returns ({@code include/linux/dma-mapping.h}). */
  public static final long DMA_MAPPING_ERROR = -1L;

  private final LinuxKernel kernel;
  private final Iommu iommu;
  private final Map<Long, Entry> entries = new HashMap<>();
  private int failures;
  private int unchecked;

  private static final class Entry {
    private final Mapping mapping;
    private final boolean page;
    private boolean checked;

    private Entry(Mapping mapping, boolean page) {
      this.mapping = mapping;
      this.page = page;
    }
  }

  DmaApi(LinuxKernel kernel, Iommu iommu) {
    this.kernel = kernel;
    this.iommu = iommu;
  }

  /** {@code dma_map_single}: memory that is contiguous for the CPU. */
  public long dmaMapSingle(MemorySegment memory, Direction direction) {
    kernel.call("dma_map_single");
    return map(memory, direction, false);
  }

  /** {@code dma_map_page}: a part of a page. */
  public long dmaMapPage(Page page, int offset, int size, Direction direction) {
    kernel.call("dma_map_page");
    return map(page.memory().asSlice(offset, size), direction, true);
  }

  /** {@code skb_frag_dma_map}: a frag of an skb; undone by {@link #dmaUnmapPage}. */
  public long skbFragDmaMap(SkbFrag frag, Direction direction) {
    kernel.call("skb_frag_dma_map");
    return map(frag.memory(), direction, true);
  }

  private long map(MemorySegment memory, Direction direction, boolean page) {
    unchecked++;
    if (failures > 0) {
      failures--;
      return DMA_MAPPING_ERROR;
    }
    try {
      Mapping mapping = iommu.map(memory, direction);
      entries.put(mapping.busAddress(), new Entry(mapping, page));
      return mapping.busAddress();
    } catch (MappingFailed none) {
      return DMA_MAPPING_ERROR;
    }
  }

  /** {@code dma_mapping_error}: whether a mapping failed; to be asked of each. */
  public boolean dmaMappingError(long address) {
    kernel.call("dma_mapping_error");
    Entry entry = entries.get(address);
    if (unchecked > 0 && (entry == null || !entry.checked)) {
      unchecked--;
    }
    if (entry != null) {
      entry.checked = true;
    }
    return address == DMA_MAPPING_ERROR;
  }

  /** {@code dma_unmap_single}. */
  public void dmaUnmapSingle(long address, int size, Direction direction) {
    kernel.call("dma_unmap_single");
    unmap(address, size, direction, false);
  }

  /** {@code dma_unmap_page}. */
  public void dmaUnmapPage(long address, int size, Direction direction) {
    kernel.call("dma_unmap_page");
    unmap(address, size, direction, true);
  }

  private void unmap(long address, int size, Direction direction, boolean page) {
    Entry entry = entries.get(address);
    DMA_UNMAP_KNOWN.require(entry != null, "0x%x".formatted(address));
    Mapping mapping = entry.mapping;
    DMA_MAPPING_CHECKED.require(entry.checked, "0x%x".formatted(address));
    DMA_UNMAP_SAME_SIZE.require(
        size == mapping.length(), "%d, mapped %d".formatted(size, mapping.length()));
    DMA_UNMAP_SAME_DIRECTION.require(
        direction == mapping.direction(), "mapped " + mapping.direction());
    DMA_UNMAP_SAME_KIND.require(page == entry.page, page ? "page" : "single");
    entries.remove(address);
    mapping.unmap();
  }

  /** {@code dma_sync_single_range_for_cpu}: the CPU may read that part. */
  public void dmaSyncSingleRangeForCpu(
      long address, // of the whole mapping
      int offset,
      int size,
      Direction direction) {
    kernel.call("dma_sync_single_range_for_cpu");
    synced(address, offset, size, direction).syncForCpu(offset, size);
  }

  /**
   * {@code dma_sync_single_range_for_device}: the device may have that part again.
   */
  public void dmaSyncSingleRangeForDevice(
      long address, // of the whole mapping
      int offset,
      int size,
      Direction direction) {
    kernel.call("dma_sync_single_range_for_device");
    synced(address, offset, size, direction).syncForDevice(offset, size);
  }

  private Mapping synced(long address, int offset, int size, Direction direction) {
    Entry entry = entries.get(address);
    DMA_SYNC_WITHIN.require(entry != null, "0x%x".formatted(address));
    Mapping mapping = entry.mapping;
    DMA_SYNC_WITHIN.require(
        offset >= 0 && offset + size <= mapping.length(), offset + " + " + size);
    DMA_SYNC_WITHIN.require(direction == mapping.direction(), "" + direction);
    return mapping;
  }

  /** {@code dma_alloc_coherent} with GFP_KERNEL: memory for rings. */
  @Override
  public DmaRegion allocate(long size, long alignment) {
    kernel.sleeping("dma_alloc_coherent");
    DmaRegion region = iommu.allocate(size, alignment);
    kernel.lend(1);
    return region;
  }

  @Override
  public void release(DmaRegion region) {
    kernel.call("dma_free_coherent");
    DMA_FREE_COHERENT_IRQS_ON.require(
        kernel.context() != ExecutionContext.HARDIRQ, "in an interrupt handler");
    iommu.release(region);
    kernel.lend(-1);
  }

  /** Fails if an address was used that nobody asked about. */
  void requireChecked(String during) {
    DMA_MAPPING_CHECKED.require(unchecked == 0, unchecked + " in " + during);
  }

  /** Lets the next mappings fail. */
  public void failMappings(int count) {
    failures = count;
  }

  /** Streaming mappings that were not undone. */
  public int mapped() {
    return entries.size();
  }
}
