package org.ringbook.adapters.freebsd.iflib;

/**
 * What iflib asks of a driver for packets ({@code struct if_txrx}, iflibtxrx(9)).
 * Indices count descriptors from 0 to the ring's size less 1; iflib keeps them, and
 * the mbufs and maps that belong to each.
 */
public interface TxRx {

  /**
   * {@code ift_txd_encap}: writes descriptors for segments that are mapped already,
   * from {@code ipi_pidx} on, and sets {@code ipi_new_pidx}. The device is not told.
   *
   * @return 0, or an error: then nothing was written
   */
  int txdEncap(PacketInfo packet);

  /** {@code ift_txd_flush}: rings the doorbell for all before {@code pidx}. */
  void txdFlush(int queue, int pidx);

  /**
   * {@code ift_txd_credits_update}: how many descriptors the device is done with.
   *
   * @param queue pair, from 0
   * @param clear false: only asks whether there are any, and may be asked again
   */
  int txdCreditsUpdate(int queue, boolean clear);

  /**
   * {@code ift_rxd_available}: how many packets are ready, at most about {@code
   * budget}.
   *
   * @param queue pair, from 0
   * @param index iflib's consumer index
   * @param budget that iflib cares about
   */
  int rxdAvailable(int queue, int index, int budget);

  /** {@code ift_rxd_pkt_get}: describes the next packet; 0, or an error. */
  int rxdPktGet(ReceiveInfo packet);

  /** {@code ift_rxd_refill}: takes buffers to post. */
  void rxdRefill(Refill buffers);

  /** {@code ift_rxd_flush}: rings the doorbell for all before {@code pidx}. */
  void rxdFlush(int queue, int freeList, int pidx);
}
