package org.ringbook.dataplane.frame;

import org.ringbook.dataplane.packet.TxOffload;

/**
 * What the {@link FrameParser} found in a frame. Made once and filled again for each
 * frame; used by one thread at a time.
 *
 * <p>Offsets count bytes from the start of the segment that was parsed, so they go
 * straight into the accessors of the header classes, whatever the frame's own
 * offset was. Devices count from the frame's first byte: they get lengths ({@link
 * #macLength}, {@link #networkLength}, {@link #transportLength}), or an offset less
 * {@link #start}. What was not found is {@link #NONE}, and its length 0.
 */
public final class ParsedFrame extends ParseState {
  /** An offset, a type, a port or a number that the frame does not have. */
  public static final int NONE = -1;

  private static final int MAX_MAC = 127;
  private static final int MAX_NETWORK = 511;

  /** Prepares to hold a frame, and the frame in it if it is one of VXLAN. */
  public ParsedFrame() {
    this(VxlanHeader.PORT);
  }

  /** The same for tunnels that use another UDP port, such as Linux's 8472. */
  public ParsedFrame(int vxlanPort) {
    super(vxlanPort, new ParsedFrame(NONE, null));
  }

  private ParsedFrame(int vxlanPort, ParsedFrame inner) {
    super(vxlanPort, inner);
  }

  /** Why the parser stopped. */
  public Verdict verdict() {
    return verdict;
  }

  /** Offset of the frame's first byte; of an inner frame, within the outer one. */
  public long start() {
    return start;
  }

  /**
   * EtherType of what follows the tags; {@link #NONE} of 802.3 frames, unless SNAP
   * states one.
   */
  public int etherType() {
    return etherType;
  }

  /** VLAN tags, 0 to 2. */
  public int tags() {
    return tags;
  }

  /** TPID of a tag: 0 is the outer, 1 the inner one; only those below the count. */
  public int tpid(int tag) {
    return tpid[tag];
  }

  /** Control information of a tag, 16 bits, as {@link VlanTagHeader} takes apart. */
  public int tci(int tag) {
    return tci[tag];
  }

  /** Bytes before the network header, with tags and LLC; 0 if that is not known. */
  public int macLength() {
    return network == NONE ? 0 : (int) (network - start);
  }

  /** Offset of the IP or ARP header. */
  public long networkOffset() {
    return network;
  }

  /** Bytes of the IP header with options or extensions, or of the ARP message. */
  public int networkLength() {
    return networkLength;
  }

  /** Whether there is a sound IPv4 header. */
  public boolean isIpv4() {
    return ipVersion == 4;
  }

  /** Whether there is a sound IPv6 header; its extensions may be broken. */
  public boolean isIpv6() {
    return ipVersion == 6;
  }

  /** Whether there is a whole ARP message. */
  public boolean isArp() {
    return network != NONE && ipVersion == NONE;
  }

  /** Offset of the source address; the destination address follows it. */
  public long addressesOffset() {
    return addresses;
  }

  /** Bytes of one IP address: 4 or 16; 0 without IP. */
  public int addressLength() {
    return addressLength;
  }

  /** What follows the IP header and its extensions, as {@link IpProtocol}. */
  public int protocol() {
    return protocol;
  }

  /** IPv6 extension headers that were passed. */
  public int extensions() {
    return extensions;
  }

  /**
   * Whether an IPv6 routing header was passed: then the pseudo header has the last
   * address in it, not that of the IPv6 header (RFC 8200 section 8.1).
   */
  public boolean hasRoutingHeader() {
    return routing;
  }

  /** Whether the IP header is that of a fragment; an atomic fragment is none. */
  public boolean isFragment() {
    return moreFragments || fragmentOffset > 0;
  }

  /** Whether it is the fragment with the transport header. */
  public boolean isFirstFragment() {
    return moreFragments && fragmentOffset == 0;
  }

  /** Bytes of the datagram's data before this fragment's, 0 to 65528. */
  public int fragmentOffset() {
    return fragmentOffset;
  }

  /** Whether IPv4 forbids fragmentation; IPv6 routers never fragment. */
  public boolean dontFragment() {
    return dontFragment;
  }

  /** Whether there is a whole TCP header. */
  public boolean isTcp() {
    return transport != NONE && protocol == IpProtocol.TCP;
  }

  /** Whether there is a whole UDP header. */
  public boolean isUdp() {
    return transport != NONE && protocol == IpProtocol.UDP;
  }

  /** Offset of the TCP or UDP header. */
  public long transportOffset() {
    return transport;
  }

  /** Bytes of the TCP header with options, or of the UDP header. */
  public int transportLength() {
    return transportLength;
  }

  /** Source port of TCP or UDP. */
  public int sourcePort() {
    return sourcePort;
  }

  /** Destination port of TCP or UDP. */
  public int destinationPort() {
    return destinationPort;
  }

  /** Offset of the byte with TCP's flags. */
  public long tcpFlagsOffset() {
    return isTcp() ? transport + TcpHeader.FLAGS : NONE;
  }

  /** Offset of the first byte after the headers that were found. */
  public long payloadOffset() {
    return payload;
  }

  /**
   * Bytes of payload that are here: padding is not among them where a header states
   * a length.
   */
  public int payloadLength() {
    return payloadLength;
  }

  /** Whether the payload is a VXLAN header and a frame. */
  public boolean hasInner() {
    return vni != NONE;
  }

  /** The VXLAN network identifier, 24 bits. */
  public int vni() {
    return vni;
  }

  /**
   * The frame in a VXLAN frame, with a verdict of its own; always the same object,
   * and null in an inner frame. Valid if {@link #hasInner()}.
   */
  public ParsedFrame inner() {
    return inner;
  }

  /**
   * Tells a device where the headers end, if it can be told: there is a whole TCP or
   * UDP header, the datagram is not a fragment, and the lengths fit the fields of a
   * context descriptor (82599 datasheet 7.2.3.2.3). Extensions can be longer than
   * any device allows for, and whoever sends the frame chooses them.
   *
   * @return false if not; then {@code offload} is as it was, and the CPU has to do
   *     the work
   */
  public boolean describeTo(TxOffload offload) {
    boolean can = transport != NONE && !isFragment() && macLength() <= MAX_MAC;
    if (can && networkLength <= MAX_NETWORK) {
      int mac = macLength();
      offload.headers(mac, networkLength, transportLength, isIpv6(), isTcp());
      return true;
    }
    return false;
  }
}
