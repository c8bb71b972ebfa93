package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.ringbook.dataplane.dma.Mapping;

/**
 * SCATTER_GATHER_LIST: where the device finds the MDLs of a frame. It starts with the
 * first byte of CurrentMdl: the first {@code CurrentMdlOffset} bytes of the list are
 * not data (WDK, NdisMAllocateNetBufferSGList). Whoever forgets that sends garbage.
 */
public final class ScatterGatherList {
  private final NetBuffer frame;
  private final List<Mapping> mappings;
  private final List<MemorySegment> memory;

  ScatterGatherList(NetBuffer frame, List<Mapping> mappings, List<MemorySegment> memory) {
    this.frame = frame;
    this.mappings = mappings;
    this.memory = memory;
  }

  /** NumberOfElements. */
  public int elements() {
    return mappings.size();
  }

  /** Address of an element, for the device. */
  public long address(int element) {
    return mappings.get(element).busAddress();
  }

  /** Length of an element, in bytes. */
  public int length(int element) {
    return (int) mappings.get(element).length();
  }

  /** The same bytes for the processor: what the MDL describes. */
  public MemorySegment memory(int element) {
    return memory.get(element);
  }

  /** The frame it was made for. */
  public NetBuffer frame() {
    return frame;
  }

  void unmap() {
    mappings.forEach(Mapping::unmap);
  }
}
