package org.ringbook.dataplane.offload;

import org.ringbook.dataplane.packet.TxOffload;

/**
 * Where the headers of a frame to be segmented end. Made once and filled again for
 * each frame: what a card is told by a context descriptor.
 *
 * <pre>
 *  plain     | mac          | ip | tcp | payload
 *
 *  tunnelled | mac                                   | ip | tcp | payload
 *            | outer mac | outer ip | UDP 8 | VXLAN 8 | inner mac
 * </pre>
 */
public final class SegmentPlan {
  int mac;
  int ip;
  int tcp;
  boolean ipv6;
  boolean tunnel;
  int outerMac;
  int outerIp;
  boolean outerIpv6;
  boolean outerChecksum;
  boolean fixedId;

  /** A plan without headers: {@link #headers} must follow. */
  public SegmentPlan() {}

  /**
   * A frame that is not tunnelled, or the inner headers of one that is.
   *
   * @param mac bytes before the IP header: with all outer headers, if any
   * @param ip bytes of the IP header with options or extensions, at least 20
   * @param tcp bytes of the TCP header with options, 20 to 60
   * @param ipv6 false for IPv4
   * @return this
   */
  public SegmentPlan headers(int mac, int ip, int tcp, boolean ipv6) {
    this.mac = mac;
    this.ip = ip;
    this.tcp = tcp;
    this.ipv6 = ipv6;
    tunnel = false;
    return this;
  }

  /** What a packet asks of a device: a frame that is not tunnelled. */
  public SegmentPlan headers(TxOffload offload) {
    int transport = offload.transportLength();
    boolean six = offload.isIpv6();
    return headers(offload.macLength(), offload.ipLength(), transport, six);
  }

  /**
   * The outer headers of a VXLAN tunnel; to be called after {@link #headers}.
   *
   * @param mac bytes before the outer IP header
   * @param ip bytes of the outer IP header; the UDP header is next
   * @param ipv6 false if the outer header is IPv4
   * @param checksum whether to compute the outer UDP checksum; if not, it is 0, as
   *     RFC 7348 section 5 recommends over IPv4 and RFC 6935 allows over IPv6
   * @return this
   */
  public SegmentPlan tunnel(int mac, int ip, boolean ipv6, boolean checksum) {
    tunnel = true;
    outerMac = mac;
    outerIp = ip;
    outerIpv6 = ipv6;
    outerChecksum = checksum;
    return this;
  }

  /**
   * Whether the IPv4 identification stays the same, which RFC 6864 allows for
   * packets that may not be fragmented (DF); else each segment's is one more.
   */
  public SegmentPlan keepIdentification(boolean keep) {
    fixedId = keep;
    return this;
  }

  /** Bytes of all headers: what each segment repeats. */
  public int headerLength() {
    return mac + ip + tcp;
  }
}
