package org.ringbook.adapters.netbsd;

/** What a packet's first mbuf knows of the packet: {@code m_pkthdr} (mbuf(9)). */
public final class PacketHeader {
  /** {@code M_CSUM_TCPv4}: compute, or on receive: checked. */
  public static final int M_CSUM_TCPV4 = 0x0000_0001;

  /** {@code M_CSUM_UDPv4}. */
  public static final int M_CSUM_UDPV4 = 0x0000_0002;

  /** {@code M_CSUM_TCP_UDP_BAD}: checked, and wrong. */
  public static final int M_CSUM_TCP_UDP_BAD = 0x0000_0004;

  /** {@code M_CSUM_TCPv6}. */
  public static final int M_CSUM_TCPV6 = 0x0000_0010;

  /** {@code M_CSUM_UDPv6}. */
  public static final int M_CSUM_UDPV6 = 0x0000_0020;

  /** {@code M_CSUM_IPv4}: the IPv4 header checksum. */
  public static final int M_CSUM_IPV4 = 0x0000_0040;

  /** {@code M_CSUM_IPv4_BAD}. */
  public static final int M_CSUM_IPV4_BAD = 0x0000_0080;

  /** {@code M_CSUM_TSOv4}: segment. */
  public static final int M_CSUM_TSOV4 = 0x0000_0100;

  /** {@code M_CSUM_TSOv6}. */
  public static final int M_CSUM_TSOV6 = 0x0000_0200;

  /** All that concern TCP or UDP, without segmentation. */
  public static final int TRANSPORT =
      M_CSUM_TCPV4 | M_CSUM_UDPV4 | M_CSUM_TCPV6 | M_CSUM_UDPV6;

  /** Segmentation of either version. */
  public static final int TSO = M_CSUM_TSOV4 | M_CSUM_TSOV6;

  private static final int NO_VLAN = -1;

  private int length;
  private Ifnet rcvif;
  private int csumFlags;
  private int csumData;
  private int vtag = NO_VLAN;
  private int segsz;

  /** A header that says nothing yet. */
  public PacketHeader() {}

  /** {@code len}: bytes of the whole packet. */
  public int length() {
    return length;
  }

  /** Sets {@code len}. */
  public void length(int bytes) {
    length = bytes;
  }

  /** {@code m_get_rcvif}: the interface that received the packet, or null. */
  public Ifnet rcvif() {
    return rcvif;
  }

  /** {@code m_set_rcvif}. */
  public void rcvif(Ifnet ifp) {
    rcvif = ifp;
  }

  /** {@code csum_flags}. */
  public int csumFlags() {
    return csumFlags;
  }

  /** {@code csum_data}: on transmit, the checksum field's offset in L4. */
  public int csumData() {
    return csumData;
  }

  /** Sets {@code csum_flags} and {@code csum_data}. */
  public void checksum(int flags, int data) {
    csumFlags = flags;
    csumData = data;
  }

  /** {@code vlan_has_tag}. */
  public boolean hasVlanTag() {
    return vtag != NO_VLAN;
  }

  /** {@code vlan_get_tag}, 0 to 65535, or -1 without one. */
  public int vlanTag() {
    return vtag;
  }

  /** {@code vlan_set_tag}. */
  public void vlanTag(int control) {
    vtag = control;
  }

  /** {@code segsz}: payload bytes of a segment. */
  public int segmentSize() {
    return segsz;
  }

  /** Sets {@code segsz}. */
  public void segmentSize(int bytes) {
    segsz = bytes;
  }
}
