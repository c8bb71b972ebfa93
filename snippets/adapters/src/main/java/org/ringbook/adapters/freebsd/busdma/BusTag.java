package org.ringbook.adapters.freebsd.busdma;

/**
 * What a kind of transfer may look like ({@code bus_dma_tag_create}, bus_dma(9)).
 *
 * @param align alignment of what is loaded, in bytes, a power of two
 * @param boundary that no segment crosses, in bytes, a power of two; 0 for none
 * @param lowaddr last address that the device reaches; its page is reached whole
 * @param nsegs most segments of a transfer
 * @param segsz most bytes of a segment
 */
public record BusTag(long align, long boundary, long lowaddr, int nsegs, int segsz) {
  /** {@code BUS_SPACE_MAXADDR}: no limit. */
  public static final long MAXADDR = Long.MAX_VALUE;

  /** {@code BUS_SPACE_MAXADDR_32BIT}: a device with 32 address bits. */
  public static final long MAXADDR_32BIT = 0xffff_ffffL;

  /** Rejects what makes no sense; a boundary also bounds the segments. */
  public BusTag {
    if (Long.bitCount(align) != 1 || segsz < 1 || nsegs < 1) {
      throw new IllegalArgumentException("alignment, segments or their size");
    }
    if (boundary != 0 && boundary < segsz) {
      segsz = Math.toIntExact(boundary);
    }
    lowaddr |= KernelBuffer.PAGE - 1;
  }

  /** A tag that asks for nothing but one segment, of so many bytes at most. */
  public static BusTag of(int segsz) {
    return new BusTag(1, 0, MAXADDR, 1, segsz);
  }

  /** With another alignment. */
  public BusTag aligned(long to) {
    return new BusTag(to, boundary, lowaddr, nsegs, segsz);
  }

  /** With a boundary. */
  public BusTag within(long block) {
    return new BusTag(align, block, lowaddr, nsegs, segsz);
  }

  /** With a last address. */
  public BusTag below(long last) {
    return new BusTag(align, boundary, last, nsegs, segsz);
  }

  /** With more segments, of so many bytes at most. */
  public BusTag pieces(int count, int bytes) {
    return new BusTag(align, boundary, lowaddr, count, bytes);
  }

  /** As a child of the bus's tag: the narrower limit of both counts. */
  public BusTag under(BusTag parent) {
    long block = boundary == 0 ? parent.boundary : narrower(parent.boundary);
    return within(block).below(Math.min(lowaddr, parent.lowaddr));
  }

  private long narrower(long other) {
    return other == 0 ? boundary : Math.min(boundary, other);
  }

  /** Whether a page that is entered at this address is copied. */
  boolean bounces(long physical) {
    return physical > lowaddr || (physical & (align - 1)) != 0;
  }

  /** The part of so many bytes that ends before the boundary. */
  int beforeBoundary(long address, int length) {
    if (boundary == 0) {
      return length;
    }
    long next = (address + boundary) & -boundary;
    return (int) Math.min(length, next - address);
  }

  /** Whether a piece that follows at this address may join a segment. */
  boolean joins(BusSegment last, long address, int length) {
    boolean follows = address == last.end();
    boolean fits = last.length() + length <= segsz;
    return follows && fits && sameBlock(last.address(), address);
  }

  private boolean sameBlock(long one, long other) {
    return boundary == 0 || (one & -boundary) == (other & -boundary);
  }
}
