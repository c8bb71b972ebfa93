package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.host.RuleBroken;

/** What iflib demands of its drivers, beyond what FreeBSD demands of all. */
public enum Rule {
  /** iflib_device_register refuses other sizes: net/iflib.c. */
  POWER_OF_TWO("isc_ntxd and isc_nrxd are powers of two", "net/iflib.c"),
  /** Without them there is nothing to call: iflibdd(9), IFDI_ATTACH_PRE. */
  CONTEXT_COMPLETE("IFDI_ATTACH_PRE sets isc_txrx and isc_tx_nsegments", "iflibdd(9)"),
  /** iflib counts free descriptors by it: iflibtxrx(9). */
  NEW_PIDX("ift_txd_encap sets ipi_new_pidx behind what it wrote", "iflibtxrx(9)"),
  /** iflib will try again with another packet: iflibtxrx(9). */
  FAILED_ENCAP_WRITES_NOTHING("ift_txd_encap writes nothing if it fails", "iflibtxrx(9)"),
  /** iflib frees the mbufs of so many descriptors: net/iflib.c. */
  CREDITS_IN_FLIGHT("credits are given for descriptors in flight only", "iflibtxrx(9)"),
  /** It is asked once more when the mbufs are freed: iflibtxrx(9). */
  CREDITS_PEEK("ift_txd_credits_update without clear takes nothing", "iflibtxrx(9)"),
  /** iflib resets the card if a packet is missing: net/iflib.c, iflib_rxeof. */
  AVAILABLE_IS_THERE("ift_rxd_pkt_get has what ift_rxd_available saw", "iflibtxrx(9)"),
  /** The index names the mbuf: iflibtxrx(9), struct if_rxd_frag. */
  FRAGMENT_POSTED("irf_idx is of a buffer that was refilled and not used", "net/iflib.h"),
  /** m_pkthdr.len and m_len are taken from there: net/iflib.h. */
  FRAGMENT_LENGTHS("iri_len is the sum of all irf_len, each within its buffer",
      "net/iflib.h"),
  /** The vector would stay silent for ever: iflibdd(9), IFDI_RX_QUEUE_INTR_ENABLE. */
  QUEUE_INTERRUPT("IFDI_RX_QUEUE_INTR_ENABLE and its TX twin succeed", "iflibdd(9)"),
  /** A filter may not take iflib's locks: iflibdd(9), iflib_admin_intr_deferred. */
  ADMIN_DEFERRED("a filter leaves link changes to iflib_admin_intr_deferred",
      "iflibdd(9)"),
  /** iflib frees all mbufs next: iflibdd(9), IFDI_STOP. */
  STOP_IS_QUIET("after IFDI_STOP nothing completes and nothing is received",
      "iflibdd(9)");

  private final String demand;
  private final String source;

  Rule(String demand, String source) {
    this.demand = demand;
    this.source = source;
  }

  /** The violation to throw, with what happened. */
  public RuleBroken broken(String what) {
    return new RuleBroken(demand, source, what);
  }

  /** Throws unless the driver kept the rule. */
  void require(boolean kept, String what) {
    if (!kept) {
      throw broken(what);
    }
  }
}
