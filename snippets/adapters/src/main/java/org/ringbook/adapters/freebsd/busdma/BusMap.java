package org.ringbook.adapters.freebsd.busdma;

import static org.ringbook.adapters.freebsd.busdma.BusMap.Flag.NOWAIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.freebsd.busdma.Piece.Way;
import org.ringbook.adapters.host.RuleBroken;

/**
 * A {@code bus_dmamap_t} on a machine whose caches are coherent: only bounced pages
 * are ever copied (bus_dma(9); the kernel's {@code x86/busdma_bounce.c}).
 *
 * <p>A load that may wait needs a lock function in the tag, {@code
 * busdma_lock_mutex} for instance, because its callback runs in another context.
 */
public final class BusMap {
  /** Flags of a load. */
  public enum Flag {
    /** {@code BUS_DMA_NOWAIT}: fail rather than wait for bounce pages. */
    NOWAIT
  }

  private final BusTag tag;
  private final BounceZone zone;
  private final boolean locks;
  private final List<Piece> pieces = new ArrayList<>();
  private KernelBuffer buffer;
  private LoadCallback callback;
  private int needed;
  private int reserved;

  /** {@code bus_dmamap_create}, of a tag without {@code lockfunc}. */
  public BusMap(BusTag tag, BounceZone zone) {
    this(tag, zone, false);
  }

  /** {@code bus_dmamap_create}, of a tag with or without {@code lockfunc}. */
  public BusMap(BusTag tag, BounceZone zone, boolean locks) {
    this.tag = tag;
    this.zone = zone;
    this.locks = locks;
  }

  /**
   * {@code bus_dmamap_load}. Errors go to the callback; of them only ENOMEM is
   * returned as well.
   *
   * @return 0, {@link Errno#EINPROGRESS} if the callback comes later, or ENOMEM
   */
  public int load(KernelBuffer what, LoadCallback told, Flag... flags) {
    buffer = what;
    callback = told;
    needed = bouncing();
    reserved = 0;
    if (Set.of(flags).contains(NOWAIT)) {
      return loadNow();
    }
    return zone.reserveOrWait(this) ? complete() : Errno.EINPROGRESS;
  }

  private int loadNow() {
    if (!zone.reserve(needed)) {
      needed = 0;
      callback.loaded(List.of(), Errno.ENOMEM);
      return Errno.ENOMEM;
    }
    reserved = needed;
    return complete();
  }

  /** What the software interrupt does; without a lock function it panics. */
  void loadAgain() {
    if (!locks) {
      throw new RuleBroken("a deferred load has a lockfunc", "bus_dma(9)", "NULL");
    }
    complete();
  }

  private int complete() {
    Segments segments = new Segments(tag);
    boolean fits = cut(segments);
    List<BusSegment> told = fits ? segments.all() : List.of();
    callback.loaded(told, fits ? 0 : Errno.EFBIG);
    return 0;
  }

  /** Pages that must be copied, as the kernel counts them before it cuts. */
  private int bouncing() {
    int count = 0;
    int at = 0;
    while (at < buffer.length()) {
      int step = buffer.leftInPage(at);
      if (tag.bounces(buffer.physical(at))) {
        count++;
        step = roundUp(step);
      }
      at += step;
    }
    return count;
  }

  private int roundUp(int bytes) {
    return (int) (bytes + tag.align() - 1 & -tag.align());
  }

  private boolean cut(Segments segments) {
    int at = 0;
    while (at < buffer.length()) {
      int most = Math.min(buffer.length() - at, tag.segsz());
      Piece piece = piece(at, most);
      int length = segments.add(piece.address(), piece.length());
      if (length == 0) {
        return false;
      }
      pieces.add(piece.first(length));
      at += length;
    }
    return true;
  }

  private Piece piece(int at, int most) {
    int left = buffer.leftInPage(at);
    long address = buffer.physical(at);
    if (reserved > 0 && tag.bounces(address)) {
      reserved--;
      needed--;
      return new Piece(at, zone.take(), Math.min(roundUp(left), most), true);
    }
    return new Piece(at, address, Math.min(left, most), false);
  }

  /** {@code BUS_DMASYNC_PREREAD}: nothing to copy, the device is going to write. */
  public void preRead() {}

  /** {@code BUS_DMASYNC_PREWRITE}: bounced bytes go to the device's copy. */
  public void preWrite() {
    pieces.forEach(piece -> piece.copy(buffer, Way.TO_DEVICE));
  }

  /** {@code BUS_DMASYNC_POSTREAD}: bounced bytes come back. */
  public void postRead() {
    pieces.forEach(piece -> piece.copy(buffer, Way.FROM_DEVICE));
  }

  /** {@code BUS_DMASYNC_POSTWRITE}: nothing to copy, the device has read. */
  public void postWrite() {}

  /** {@code bus_dmamap_unload}: gives bounce pages back, and copies nothing. */
  public void unload() {
    List<Piece> gone = List.copyOf(pieces);
    pieces.clear();
    gone.stream().filter(Piece::bounced).forEach(p -> zone.giveBack(p.address()));
  }

  /** Bytes of the buffer that are copied at each sync. */
  public int bounced() {
    return pieces.stream().filter(Piece::bounced).mapToInt(Piece::length).sum();
  }

  /** What the device reads at the addresses of the last load. */
  public byte[] deviceReads() {
    byte[] read = new byte[buffer.length()];
    pieces.forEach(piece -> piece.read(buffer, read));
    return read;
  }

  /** Lets the device write there. */
  public void deviceWrites(byte[] bytes) {
    pieces.forEach(piece -> piece.write(buffer, bytes));
  }

  int missing() {
    return needed - reserved;
  }

  void granted(int pages) {
    reserved += pages;
  }
}
