package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.freebsd.PacketHeader;

/**
 * A received packet as the driver describes it ({@code struct if_rxd_info}): which
 * buffers, how many bytes in each, and what the device found out.
 */
public final class ReceiveInfo {
  /** {@code IFLIB_MAX_RX_SEGS}: most fragments of a packet. */
  public static final int MAX_FRAGMENTS = 64;

  private final int queue;
  private final int[] indices = new int[MAX_FRAGMENTS];
  private final int[] lengths = new int[MAX_FRAGMENTS];
  private final PacketHeader header = new PacketHeader();
  private int fragments;

  /** A description that iflib hands to the driver; {@code iri_qsidx} is set. */
  public ReceiveInfo(int queue) {
    this.queue = queue;
  }

  /** {@code iri_qsidx}. */
  public int queue() {
    return queue;
  }

  /** Adds one of {@code iri_frags}: its {@code irf_idx} and {@code irf_len}. */
  public void fragment(int index, int length) {
    indices[fragments] = index;
    lengths[fragments] = length;
    fragments++;
  }

  /** Sets {@code iri_len}: bytes of the packet. */
  public void length(int bytes) {
    header.length(bytes);
  }

  /**
   * What goes to {@code m_pkthdr} unchanged: {@code iri_csum_flags}, {@code
   * iri_csum_data}, {@code iri_vtag}, {@code iri_flowid}, {@code iri_rsstype}.
   */
  public PacketHeader header() {
    return header;
  }

  int fragments() {
    return fragments;
  }

  int index(int fragment) {
    return indices[fragment];
  }

  int length(int fragment, int most) {
    int bytes = lengths[fragment];
    Rule.FRAGMENT_LENGTHS.require(bytes > 0 && bytes <= most, bytes + " bytes");
    return bytes;
  }

  void checkLengths() {
    int sum = 0;
    for (int i = 0; i < fragments; i++) {
      sum += lengths[i];
    }
    boolean right = fragments > 0 && sum == header.length();
    Rule.FRAGMENT_LENGTHS.require(right, header.length() + ", the sum is " + sum);
  }
}
