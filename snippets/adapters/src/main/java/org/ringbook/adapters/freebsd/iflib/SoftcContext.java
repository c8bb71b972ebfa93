package org.ringbook.adapters.freebsd.iflib;

/** What the driver says of its device ({@code struct if_softc_ctx}, net/iflib.h). */
public final class SoftcContext {
  private int queueSets;
  private int txDescriptors;
  private int rxDescriptors;
  private int txSegments;
  private TxRx txrx;

  /** A context that nobody filled in yet. */
  public SoftcContext() {}

  /**
   * Sets {@code isc_ntxqsets} and {@code isc_nrxqsets}, {@code isc_ntxd[0]} and {@code
   * isc_nrxd[0]}.
   *
   * @param sets pairs of queues
   * @param tx descriptors of a transmit ring, a power of two
   * @param rx buffers of a free list, a power of two
   */
  public void queues(int sets, int tx, int rx) {
    queueSets = sets;
    txDescriptors = tx;
    rxDescriptors = rx;
  }

  /** Sets {@code isc_tx_nsegments}: most segments of a packet, at least 1. */
  public void txSegments(int most) {
    txSegments = most;
  }

  /** Sets {@code isc_txrx}. */
  public void txrx(TxRx functions) {
    txrx = functions;
  }

  /** Checks what iflib_device_register checks. */
  void check() {
    boolean complete = txrx != null && txSegments > 0 && queueSets > 0;
    Rule.CONTEXT_COMPLETE.require(complete, txSegments + " segments");
    boolean powers = isPower(txDescriptors) && isPower(rxDescriptors);
    Rule.POWER_OF_TWO.require(powers, txDescriptors + " and " + rxDescriptors);
  }

  private static boolean isPower(int n) {
    return Integer.bitCount(n) == 1;
  }

  int queueSets() {
    return queueSets;
  }

  int txDescriptors() {
    return txDescriptors;
  }

  int rxDescriptors() {
    return rxDescriptors;
  }

  int txSegments() {
    return txSegments;
  }

  TxRx txrx() {
    return txrx;
  }
}
