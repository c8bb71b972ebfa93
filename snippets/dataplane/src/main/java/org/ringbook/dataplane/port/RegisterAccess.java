package org.ringbook.dataplane.port;

/**
 * The registers of a device: 32-bit words in its memory-mapped BAR. Each access is
 * one transaction on the bus, with effects of its own (a read may clear what it
 * returns).
 *
 * <p>A write is ordered after all earlier writes to memory of the same thread, as
 * {@code writel} is in Linux.
 */
// tag::access[]
public interface RegisterAccess {

  /**
   * Reads a register.
   *
   * @param offset in bytes from the start of the BAR, a multiple of 4
   */
  int read32(int offset);

  /**
   * Writes a register.
   *
   * @param offset in bytes from the start of the BAR, a multiple of 4
   * @param value all 32 bits
   */
  void write32(int offset, int value);
}
// end::access[]
