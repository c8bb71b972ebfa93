package org.ringbook.adapters.freebsd.iflib;

/**
 * Buffers for the driver to post ({@code struct if_rxd_update}).
 *
 * @param queue {@code iru_qsidx}
 * @param pidx {@code iru_pidx}: the first descriptor to write
 * @param paddrs {@code iru_paddrs}
 * @param idxs {@code iru_idxs}: by which the driver names each buffer later
 * @param size {@code iru_buf_size}: bytes of each
 */
@SuppressWarnings("ArrayRecordComponent") // the kernel passes arrays, too
public record Refill(int queue, int pidx, long[] paddrs, int[] idxs, int size) {

  /** {@code iru_count}. */
  public int count() {
    return paddrs.length;
  }
}
