package org.ringbook.dataplane.packet;

/**
 * What the device shall do to a frame while it sends it. One belongs to each packet
 * and is reused; of a chain, that of the first packet counts.
 *
 * <p>Lengths of headers are what devices ask for: they do not parse, they are told
 * where headers end (8254x SDM 3.3.6, 82599 datasheet 7.2.3.2.3).
 */
public final class TxOffload {
  /** No VLAN tag is inserted. */
  public static final int NO_VLAN = -1;

  private int vlan = NO_VLAN;
  private int macLength;
  private int ipLength;
  private int transportLength;
  private boolean ipv6;
  private boolean tcp;
  private boolean ipChecksum;
  private boolean transportChecksum;
  private int segmentSize;

  TxOffload() {}

  /** Asks for nothing. */
  public void clear() {
    vlan = NO_VLAN;
    macLength = 0;
    ipLength = 0;
    transportLength = 0;
    ipv6 = false;
    tcp = false;
    ipChecksum = false;
    transportChecksum = false;
    segmentSize = 0;
  }

  /** Takes over what another asks for. */
  public void copyFrom(TxOffload other) {
    vlan = other.vlan;
    macLength = other.macLength;
    ipLength = other.ipLength;
    transportLength = other.transportLength;
    ipv6 = other.ipv6;
    tcp = other.tcp;
    ipChecksum = other.ipChecksum;
    transportChecksum = other.transportChecksum;
    segmentSize = other.segmentSize;
  }

  /** Has an 802.1Q tag inserted: its control information, 0 to 65535. */
  public void insertVlan(int control) {
    vlan = control & 0xffff;
  }

  /** Asks for no tag any more: it is in the frame. */
  public void withoutVlan() {
    vlan = NO_VLAN;
  }

  /** Asks for no checksum any more: they are in the frame. */
  public void withoutChecksums() {
    ipChecksum = false;
    transportChecksum = false;
  }

  /**
   * Says where the headers end.
   *
   * @param mac bytes before the IP header, 14 to 127
   * @param ip bytes of the IP header with options or extensions, 20 to 511
   * @param transport bytes of the TCP or UDP header, 8 to 60
   * @param ipv6 false for IPv4
   * @param tcp false for UDP
   */
  public void headers(int mac, int ip, int transport, boolean ipv6, boolean tcp) {
    macLength = mac;
    ipLength = ip;
    transportLength = transport;
    this.ipv6 = ipv6;
    this.tcp = tcp;
  }

  /** Has the IPv4 header checksum computed; the field must be 0 before. */
  public void computeIpChecksum() {
    ipChecksum = true;
  }

  /**
   * Has the TCP or UDP checksum computed; the field must hold the folded sum of the
   * pseudo header, not complemented: with the length of the segment, or with a
   * length of 0 if the frame is segmented.
   */
  public void computeTransportChecksum() {
    transportChecksum = true;
  }

  /**
   * Has the frame cut into segments of at most {@code mss} payload bytes (TSO). The
   * segments differ, so their checksums are computed as well, without being asked
   * for.
   */
  public void segment(int mss) {
    segmentSize = mss;
  }

  /** Whether the device must be told anything beyond where the bytes are. */
  public boolean isPlain() {
    return vlan == NO_VLAN && !needsContext();
  }

  /** Whether the device needs to know where headers end. */
  public boolean needsContext() {
    return ipChecksum || transportChecksum || segmentSize > 0;
  }

  /** Tag to insert, 0 to 65535, or {@link #NO_VLAN}. */
  public int vlan() {
    return vlan;
  }

  /** Bytes before the IP header. */
  public int macLength() {
    return macLength;
  }

  /** Bytes of the IP header. */
  public int ipLength() {
    return ipLength;
  }

  /** Bytes of the TCP or UDP header. */
  public int transportLength() {
    return transportLength;
  }

  /** Bytes of all headers: what each segment repeats. */
  public int headerLength() {
    return macLength + ipLength + transportLength;
  }

  /** Whether the network header is IPv6. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** Whether the transport header is TCP. */
  public boolean isTcp() {
    return tcp;
  }

  /** Whether the IPv4 header checksum is the device's to compute. */
  public boolean wantsIpChecksum() {
    return ipChecksum || (segmentSize > 0 && !ipv6);
  }

  /** Whether the transport checksum is the device's to compute. */
  public boolean wantsTransportChecksum() {
    return transportChecksum || segmentSize > 0;
  }

  /** Payload bytes of a segment; 0: the frame is sent as it is. */
  public int segmentSize() {
    return segmentSize;
  }
}
