package org.ringbook.adapters.freebsd;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/**
 * A mapping that is made once and loaded for one transfer after another (bus_dma(9)).
 *
 * <pre>
 *   load -&gt; sync PRE -&gt; (device) -&gt; sync POST -&gt; unload
 * </pre>
 *
 * <p>Load gives bus addresses but no access: the device has it between PRE and POST.
 * Unload does not synchronize, unlike Linux's unmap; who forgets POST loses what a
 * bounce buffer holds.
 */
public final class DmaMap {
  /** Operations of {@code bus_dmamap_sync}. */
  public enum Sync {
    /** {@code BUS_DMASYNC_PREREAD}: the device is going to write. */
    PREREAD,
    /** {@code BUS_DMASYNC_PREWRITE}: the device is going to read. */
    PREWRITE,
    /** {@code BUS_DMASYNC_POSTREAD}: the device has written. */
    POSTREAD,
    /** {@code BUS_DMASYNC_POSTWRITE}: the device has read. */
    POSTWRITE;

    private Sync pre() {
      return this == POSTREAD ? PREREAD : PREWRITE;
    }
  }

  private final Kernel kernel;
  private final DmaTag tag;
  private final List<Mapping> segments = new ArrayList<>();
  private final List<Mbuf> mbufs = new ArrayList<>();
  private Sync open;

  DmaMap(Kernel kernel, DmaTag tag) {
    this.kernel = kernel;
    this.tag = tag;
  }

  /**
   * {@code bus_dmamap_load_mbuf_sg}: a segment for each mbuf that has data. Never
   * deferred (BUS_DMA_NOWAIT is implied).
   *
   * @return 0; {@link Errno#EFBIG} with too many segments; {@link Errno#EINVAL} with
   *     too many bytes; {@link Errno#ENOMEM} without bounce pages. With an error
   *     nothing is loaded
   */
  public int loadMbufSg(Mbuf packet) {
    kernel.callOutsideFilter("bus_dmamap_load_mbuf_sg");
    Rule.LOAD_EMPTY_MAP.require(mbufs.isEmpty(), "loaded twice");
    packet.requirePacket("bus_dmamap_load_mbuf_sg");
    packet.requireUnloaded("loaded into a second map");
    if (packet.header().length() > tag.maxSize()) {
      return Errno.EINVAL;
    }
    if (pieces(packet) > tag.maxSegments()) {
      return Errno.EFBIG;
    }
    return enterAll(packet);
  }

  private int enterAll(Mbuf packet) {
    try {
      for (Mbuf m = packet; m != null; m = m.next()) {
        enter(m);
      }
      return 0;
    } catch (MappingFailed e) {
      forget();
      return Errno.ENOMEM;
    }
  }

  private static int pieces(Mbuf packet) {
    int count = 0;
    for (Mbuf m = packet; m != null; m = m.next()) {
      count += m.length() > 0 ? 1 : 0;
    }
    return count;
  }

  private void enter(Mbuf m) {
    mbufs.add(m);
    m.loaded(true);
    if (m.length() > 0) {
      // The direction is said only by each sync, so the IOMMU must allow both.
      segments.add(kernel.machine().iommu().load(m.mapped(), Direction.BOTH));
    }
  }

  /** Segments of the last load ({@code bus_dma_segment_t}). */
  public int segments() {
    return segments.size();
  }

  /** {@code ds_addr} of a segment, from 0. */
  public long busAddress(int segment) {
    return segments.get(segment).busAddress();
  }

  /** {@code ds_len} of a segment, from 0: bytes. */
  public int length(int segment) {
    return (int) segments.get(segment).length();
  }

  /** {@code bus_dmamap_sync}, of the whole map. */
  public void sync(Sync operation) {
    kernel.callOutsideFilter("bus_dmamap_sync");
    Rule.SYNC_LOADED_MAP.require(!mbufs.isEmpty(), operation + ", nothing is loaded");
    switch (operation) {
      case PREREAD, PREWRITE -> before(operation);
      case POSTREAD, POSTWRITE -> after(operation);
    }
  }

  private void before(Sync operation) {
    open = operation;
    mbufs.forEach(m -> m.withDevice(true));
    segments.forEach(Mapping::syncForDevice);
  }

  private void after(Sync operation) {
    Rule.SYNC_IN_PAIRS.require(open == operation.pre(), operation + " after " + open);
    open = null;
    segments.forEach(Mapping::syncForCpu);
    mbufs.forEach(m -> m.withDevice(false));
  }

  /** {@code bus_dmamap_unload}; of an empty map: nothing. */
  public void unload() {
    kernel.callOutsideFilter("bus_dmamap_unload");
    Rule.SYNC_BEFORE_UNLOAD.require(open == null, "unloaded after " + open);
    forget();
  }

  private void forget() {
    segments.forEach(Mapping::unload);
    segments.clear();
    mbufs.forEach(m -> m.loaded(false));
    mbufs.clear();
  }

  /** {@code bus_dmamap_destroy}. */
  public void destroy() {
    kernel.callOutsideFilter("bus_dmamap_destroy");
    Rule.DESTROY_EMPTY_MAP.require(mbufs.isEmpty(), "still loaded");
    tag.mapDestroyed();
  }
}
