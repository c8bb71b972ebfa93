package org.ringbook.adapters.freebsd.iflib;

/**
 * Buffers for the driver to post ({@code struct if_rxd_update}).
 *
 * @param queue {@code iru_qsidx}
 * @param pidx {@code iru_pidx}: the first descriptor to write
 * @param addresses {@code iru_paddrs}
 * @param indices {@code iru_idxs}: by which the driver names each buffer later
 * @param bufferSize {@code iru_buf_size}: bytes of each
 */
public record Refill(
    int queue, int pidx, long[] addresses, int[] indices, int bufferSize) {

  /** {@code iru_count}. */
  public int count() {
    return addresses.length;
  }
}
