package org.ringbook.dataplane.dma;

/**
 * How many address bits a device drives. A card with 32 reaches the first 4 GiB of
 * the bus and no more; the kernel must be told ({@code dma_set_mask}, the {@code
 * lowaddr} of {@code bus_dma_tag_create}, {@code dma_attr_addr_hi}), or the upper
 * bits are lost and the transfer goes elsewhere.
 *
 * @param bits that the device drives, 16 to 64
 */
public record DmaMask(int bits) {
  /** A device that reaches everything. */
  public static final DmaMask ALL = new DmaMask(64);

  /** Refuses masks that no PCI device has. */
  public DmaMask {
    if (bits < 16 || bits > 64) {
      throw new IllegalArgumentException(bits + " address bits");
    }
  }

  /** The highest address; as a positive number, so at most 2^63 - 1. */
  public long highest() {
    return -1L >>> Math.max(1, 64 - bits);
  }

  /** Whether all bytes from an address on can be reached; both are positive. */
  public boolean reaches(long address, long length) {
    return length - 1 <= highest() - address;
  }
}
