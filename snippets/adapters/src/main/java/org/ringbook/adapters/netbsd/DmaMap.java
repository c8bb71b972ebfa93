package org.ringbook.adapters.netbsd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ringbook.dataplane.dma.Direction;
import org.ringbook.dataplane.dma.Mapping;
import org.ringbook.dataplane.dma.MappingFailed;

/**
 * A DMA map (bus_dma(9)). Its limits are its own, there is no tag for each kind of
 * transfer as on FreeBSD; load says which way data goes; sync names a range.
 */
public final class DmaMap {
  /** Operations of {@code bus_dmamap_sync}, which may be combined. */
  public enum Sync {
    /** {@code BUS_DMASYNC_PREREAD}: the device is going to write. */
    PREREAD,
    /** {@code BUS_DMASYNC_PREWRITE}: the device is going to read. */
    PREWRITE,
    /** {@code BUS_DMASYNC_POSTREAD}: the device has written. */
    POSTREAD,
    /** {@code BUS_DMASYNC_POSTWRITE}: the device has read. */
    POSTWRITE;

    private boolean isPre() {
      return this == PREREAD || this == PREWRITE;
    }

    private Sync pre() {
      return this == POSTREAD ? PREREAD : PREWRITE;
    }
  }

  private final Kernel kernel;
  private final long maxSize;
  private final int maxSegments;
  private final List<Mapping> segments = new ArrayList<>();
  private final List<Mbuf> mbufs = new ArrayList<>();
  private final Set<Sync> open = EnumSet.noneOf(Sync.class);

  /**
   * {@code bus_dmamap_create} with BUS_DMA_WAITOK.
   *
   * @param kernel that maps
   * @param maxSize most bytes of a transfer
   * @param maxSegments most pieces of it
   */
  public DmaMap(Kernel kernel, long maxSize, int maxSegments) {
    kernel.callThatSleeps("bus_dmamap_create");
    kernel.lend(1);
    this.kernel = kernel;
    this.maxSize = maxSize;
    this.maxSegments = maxSegments;
  }

  /**
   * {@code bus_dmamap_load_mbuf} with BUS_DMA_NOWAIT.
   *
   * @param packet of which each mbuf with data becomes a segment
   * @param direction TO_DEVICE: BUS_DMA_WRITE, FROM_DEVICE: BUS_DMA_READ
   * @return 0; {@link Errno#EFBIG} with too many segments; {@link Errno#EINVAL} with
   *     too many bytes; {@link Errno#ENOMEM}. With an error nothing is loaded
   */
  public int loadMbuf(Mbuf packet, Direction direction) {
    kernel.call("bus_dmamap_load_mbuf");
    Rule.LOAD_EMPTY_MAP.require(mbufs.isEmpty(), "loaded twice");
    packet.requirePacket("bus_dmamap_load_mbuf");
    packet.requireUnloaded("loaded into a second map");
    if (packet.header().length() > maxSize) {
      return Errno.EINVAL;
    }
    if (pieces(packet) > maxSegments) {
      return Errno.EFBIG;
    }
    return enterAll(packet, direction);
  }

  private static int pieces(Mbuf packet) {
    int count = 0;
    for (Mbuf m = packet; m != null; m = m.next()) {
      count += m.length() > 0 ? 1 : 0;
    }
    return count;
  }

  private int enterAll(Mbuf packet, Direction direction) {
    try {
      for (Mbuf m = packet; m != null; m = m.next()) {
        mbufs.add(m);
        m.loaded(true);
        if (m.length() > 0) {
          segments.add(kernel.machine().iommu().load(m.mapped(), direction));
        }
      }
      return 0;
    } catch (MappingFailed e) {
      forget();
      return Errno.ENOMEM;
    }
  }

  /** {@code dm_nsegs}. */
  public int segments() {
    return segments.size();
  }

  /** {@code dm_segs[i].ds_addr}. */
  public long busAddress(int segment) {
    return segments.get(segment).busAddress();
  }

  /** {@code dm_mapsize}: bytes that are loaded, 0 if none. */
  public long size() {
    return segments.stream().mapToLong(Mapping::length).sum();
  }

  /**
   * {@code bus_dmamap_sync}. The model checks the range, and hands over the whole map:
   * finer than that, the kernel promises nothing about cache lines.
   *
   * @param offset of the first byte
   * @param length in bytes
   * @param operations PRE, or POST, of one kind or both
   */
  public void sync(long offset, long length, Set<Sync> operations) {
    kernel.call("bus_dmamap_sync");
    boolean within = offset >= 0 && length > 0 && offset + length <= size();
    String range = length + " bytes at " + offset + " of " + size();
    Rule.SYNC_WITHIN_MAP.require(within, range);
    boolean pre = operations.stream().allMatch(Sync::isPre);
    boolean post = operations.stream().noneMatch(Sync::isPre);
    Rule.SYNC_NOT_MIXED.require(pre != post, operations.toString());
    if (pre) {
      before(operations);
    } else {
      after(operations);
    }
  }

  /** The same for all that is loaded, with one operation. */
  public void sync(Sync operation) {
    sync(0, size(), EnumSet.of(operation));
  }

  private void before(Set<Sync> operations) {
    open.addAll(operations);
    mbufs.forEach(m -> m.withDevice(true));
    segments.forEach(Mapping::syncForDevice);
  }

  private void after(Set<Sync> operations) {
    for (Sync operation : operations) {
      boolean paired = open.remove(operation.pre());
      Rule.SYNC_IN_PAIRS.require(paired, operation + " without " + operation.pre());
    }
    segments.forEach(Mapping::syncForCpu);
    mbufs.forEach(m -> m.withDevice(false));
  }

  /** {@code bus_dmamap_unload}; of an empty map: nothing. */
  public void unload() {
    kernel.call("bus_dmamap_unload");
    Rule.SYNC_BEFORE_UNLOAD.require(open.isEmpty(), "unloaded after " + open);
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
    kernel.call("bus_dmamap_destroy");
    Rule.DESTROY_EMPTY_MAP.require(mbufs.isEmpty(), "still loaded");
    kernel.lend(-1);
  }
}
