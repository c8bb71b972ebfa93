package org.ringbook.adapters.freebsd.iflib;

import org.ringbook.adapters.freebsd.DmaMap;
import org.ringbook.adapters.freebsd.PacketHeader;

/**
 * A packet to send as the driver sees it ({@code struct if_pkt_info}): segments,
 * lengths of headers, wishes. No mbuf: its bytes are none of the driver's business.
 */
public final class PacketInfo {
  private final int queue;
  private final DmaMap segments;
  private final PacketHeader header;
  private final int pidx;
  private int newPidx;
  private int etherLength;
  private int ipLength;
  private int transportLength;

  PacketInfo(int queue, DmaMap segments, PacketHeader header, int pidx) {
    this.queue = queue;
    this.segments = segments;
    this.header = header;
    this.pidx = pidx;
    this.newPidx = pidx;
  }

  void headers(int ether, int ip, int transport) {
    etherLength = ether;
    ipLength = ip;
    transportLength = transport;
  }

  /** {@code ipi_qsidx}. */
  public int queue() {
    return queue;
  }

  /** {@code ipi_nsegs}. */
  public int segments() {
    return segments.segments();
  }

  /** {@code ipi_segs[i].ds_addr}. */
  public long busAddress(int segment) {
    return segments.busAddress(segment);
  }

  /** {@code ipi_segs[i].ds_len}: bytes. */
  public int length(int segment) {
    return segments.length(segment);
  }

  /** {@code ipi_csum_flags}, as in {@link PacketHeader}. */
  public int csumFlags() {
    return header.csumFlags();
  }

  /** {@code ipi_tso_segsz}. */
  public int segmentSize() {
    return header.segmentSize();
  }

  /** {@code ipi_vtag}, or -1 if {@code ipi_mflags} has no M_VLANTAG. */
  public int vlanTag() {
    return header.vlanTag();
  }

  /** {@code ipi_ehdrlen}; 0 unless there is something to offload. */
  public int etherLength() {
    return etherLength;
  }

  /** {@code ipi_ip_hlen}. */
  public int ipLength() {
    return ipLength;
  }

  /** {@code ipi_tcp_hlen}; for UDP 8. */
  public int transportLength() {
    return transportLength;
  }

  /** {@code ipi_pidx}: the first descriptor to write. */
  public int pidx() {
    return pidx;
  }

  /** Sets {@code ipi_new_pidx}: the descriptor behind the last that was written. */
  public void newPidx(int index) {
    newPidx = index;
  }

  int newPidx() {
    return newPidx;
  }
}
