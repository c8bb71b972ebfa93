package org.ringbook.adapters.windows;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.Mapping;

/**
 * SCATTER_GATHER_LIST: where the device finds the MDLs of a frame. Memory that is
 * contiguous for the processor is so for a device within a page only; so an MDL may
 * become several elements.
 *
 * <p>The list starts with the first byte of CurrentMdl: its first {@code
 * CurrentMdlOffset} bytes are not data (WDK, NdisMAllocateNetBufferSGList). Whoever
 * forgets that sends garbage.
 */
public final class ScatterGatherList {
  private static final long PAGE = 4096;

  /** A piece within one page. */
  private record Element(long address, MemorySegment memory) {}

  private final NetBuffer frame;
  private final List<Mapping> mappings;
  private final List<Element> elements = new ArrayList<>();

  ScatterGatherList(
      NetBuffer frame,
      List<Mapping> mappings, // one for each piece of memory
      List<MemorySegment> memory) {
    this.frame = frame;
    this.mappings = mappings;
    for (int i = 0; i < mappings.size(); i++) {
      split(mappings.get(i).busAddress(), memory.get(i));
    }
  }

  private void split(long address, MemorySegment memory) {
    long from = 0;
    while (from < memory.byteSize()) {
      long toPageEnd = PAGE - (address + from) % PAGE;
      long count = Math.min(toPageEnd, memory.byteSize() - from);
      elements.add(new Element(address + from, memory.asSlice(from, count)));
      from += count;
    }
  }

  /** NumberOfElements. */
  public int elements() {
    return elements.size();
  }

  /** Address of an element, for the device. */
  public long address(int element) {
    return elements.get(element).address();
  }

  /** Length of an element, in bytes. */
  public int length(int element) {
    return (int) elements.get(element).memory().byteSize();
  }

  /** The same bytes for the processor: what the MDL describes. */
  public MemorySegment memory(int element) {
    return elements.get(element).memory();
  }

  /** The frame it was made for. */
  public NetBuffer frame() {
    return frame;
  }

  void unmap() {
    mappings.forEach(Mapping::unmap);
  }
}
