package org.ringbook.adapters.freebsd.busdma;

/**
 * A {@code bus_dma_segment_t}: bytes that the device reaches at one address.
 *
 * @param address {@code ds_addr}, on the bus
 * @param length {@code ds_len}, in bytes
 */
public record BusSegment(long address, int length) {

  long end() {
    return address + length;
  }
}
