package org.ringbook.adapters.freebsd;

/**
 * What a kind of transfer may look like, and the parent of its maps (bus_dma(9)):
 * here the most bytes and the most segments. A packet with more segments than that
 * is refused with EFBIG, and it is the driver's part to make it fit.
 */
public final class DmaTag {
  private final Kernel kernel;
  private final long maxSize;
  private final int maxSegments;
  private int maps;

  /**
   * {@code bus_dma_tag_create}; may sleep, as it is called with WAITOK semantics at
   * attach.
   *
   * @param kernel that maps
   * @param maxSize most bytes of a transfer
   * @param maxSegments most pieces of a transfer
   */
  public DmaTag(Kernel kernel, long maxSize, int maxSegments) {
    kernel.callThatSleeps("bus_dma_tag_create");
    kernel.lend(1);
    this.kernel = kernel;
    this.maxSize = maxSize;
    this.maxSegments = maxSegments;
  }

  /** {@code bus_dmamap_create}. */
  public DmaMap createMap() {
    kernel.callOutsideFilter("bus_dmamap_create");
    kernel.lend(1);
    maps++;
    return new DmaMap(kernel, this);
  }

  /** {@code bus_dma_tag_destroy}. */
  public void destroy() {
    kernel.callOutsideFilter("bus_dma_tag_destroy");
    Rule.DESTROY_EMPTY_TAG.require(maps == 0, maps + " maps are left");
    kernel.lend(-1);
  }

  long maxSize() {
    return maxSize;
  }

  int maxSegments() {
    return maxSegments;
  }

  void mapDestroyed() {
    maps--;
    kernel.lend(-1);
  }
}
