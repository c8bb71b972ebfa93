package org.ringbook.dataplane.dma;

/**
 * A device named memory that it may not touch. On PCI the transfer ends in a master
 * abort, on PCI Express in an Unsupported Request, with an IOMMU in a logged fault;
 * the device stops in each case, and so does the simulated one.
 */
public final class IllegalDmaAccess extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long busAddress;
  private final long length;

  /**
   * Creates the fault of one transfer.
   *
   * @param busAddress of its first byte
   * @param length in bytes
   * @param reason why it was refused
   */
  public IllegalDmaAccess(long busAddress, long length, String reason) {
    super("DMA of %d bytes at 0x%x: %s".formatted(length, busAddress, reason));
    this.busAddress = busAddress;
    this.length = length;
  }

  /** Bus address of the first byte of the transfer. */
  public long busAddress() {
    return busAddress;
  }

  /** Bytes of the transfer. */
  public long length() {
    return length;
  }
}
