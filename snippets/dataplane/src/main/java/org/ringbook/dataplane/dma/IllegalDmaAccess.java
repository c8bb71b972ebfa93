package org.ringbook.dataplane.dma;

/**
 * A device named memory that it may not touch. On PCI the transfer ends in a master
 * abort, on PCI Express in an Unsupported Request, with an IOMMU in a logged fault;
 * the device stops in each case, and so does the simulated one.
 */
public final class IllegalDmaAccess extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was wrong; each kind has its own usual bug behind it. */
  public enum Kind {
    /** Never a bus address: a pointer, an offset, half of an address, garbage. */
    NEVER_MAPPED("not mapped"),
    /** Was mapped once: the buffer was given up while a descriptor still had it. */
    AFTER_UNMAP("not mapped any more"),
    /** A write to memory mapped for reading, or the reverse. */
    WRONG_DIRECTION("against the mapping's direction"),
    /** Begins or goes on beyond the mapping's end: a wrong length or buffer size. */
    OVERRUN("beyond the mapping's end"),
    /** The CPU took the buffer over and did not sync it back. */
    CPU_OWNS("the CPU owns it: no sync for the device");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }
  }

  private final long busAddress;
  private final long length;
  private final Kind kind;

  /**
   * Creates the fault of one transfer to memory that was never mapped.
   *
   * @param busAddress of its first byte
   * @param length in bytes
   * @param reason why it was refused
   */
  public IllegalDmaAccess(long busAddress, long length, String reason) {
    this(busAddress, length, Kind.NEVER_MAPPED, reason);
  }

  /** Creates the fault of one transfer, with the kind's own reason. */
  public IllegalDmaAccess(long busAddress, long length, Kind kind) {
    this(busAddress, length, kind, kind.reason);
  }

  private IllegalDmaAccess(long busAddress, long length, Kind kind, String reason) {
    super("DMA of %d bytes at 0x%x: %s".formatted(length, busAddress, reason));
    this.busAddress = busAddress;
    this.length = length;
    this.kind = kind;
  }

  /** Bus address of the first byte of the transfer. */
  public long busAddress() {
    return busAddress;
  }

  /** Bytes of the transfer. */
  public long length() {
    return length;
  }

  /** What was wrong. */
  public Kind kind() {
    return kind;
  }
}
