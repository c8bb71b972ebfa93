package org.ringbook.adapters.freebsd;

/**
 * What a packet's first mbuf knows of the packet: {@code m_pkthdr} and the flags of
 * {@code m_flags} that belong to it (mbuf(9), sys/mbuf.h).
 */
public final class PacketHeader {
  /** {@code CSUM_IP}: the device shall compute the IPv4 header checksum. */
  public static final int CSUM_IP = 0x0000_0001;

  /** {@code CSUM_IP_UDP}. */
  public static final int CSUM_IP_UDP = 0x0000_0002;

  /** {@code CSUM_IP_TCP}. */
  public static final int CSUM_IP_TCP = 0x0000_0004;

  /** {@code CSUM_IP_TSO}: the device shall segment. */
  public static final int CSUM_IP_TSO = 0x0000_0010;

  /** {@code CSUM_IP6_UDP}. */
  public static final int CSUM_IP6_UDP = 0x0000_0200;

  /** {@code CSUM_IP6_TCP}. */
  public static final int CSUM_IP6_TCP = 0x0000_0400;

  /** {@code CSUM_IP6_TSO}. */
  public static final int CSUM_IP6_TSO = 0x0000_1000;

  /** {@code CSUM_IP_CHECKED}: the device has checked the IPv4 header. */
  public static final int CSUM_IP_CHECKED = 0x0100_0000;

  /** {@code CSUM_IP_VALID}: and it is right. */
  public static final int CSUM_IP_VALID = 0x0200_0000;

  /** {@code CSUM_DATA_VALID}: csum_data has the transport's sum. */
  public static final int CSUM_DATA_VALID = 0x0800_0000;

  /** {@code CSUM_PSEUDO_HDR}: csum_data covers the pseudo header. */
  public static final int CSUM_PSEUDO_HDR = 0x0400_0000;

  /** {@code CSUM_TSO}: either version. */
  public static final int CSUM_TSO = CSUM_IP_TSO | CSUM_IP6_TSO;

  /** Every kind of transport checksum to compute. */
  public static final int CSUM_TRANSPORT =
      CSUM_IP_UDP | CSUM_IP_TCP | CSUM_IP6_UDP | CSUM_IP6_TCP;

  /** {@code M_HASHTYPE_NONE}: flowid says nothing. */
  public static final int M_HASHTYPE_NONE = 0;

  private static final int NO_VLAN = -1;

  private int length;
  private Ifnet rcvif;
  private int csumFlags;
  private int csumData;
  private int vtag = NO_VLAN;
  private int segsz;
  private int flowid;
  private int hashType = M_HASHTYPE_NONE;
  private int lroSegments = 1;

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

  /** {@code rcvif}: the interface that received the packet, or null. */
  public Ifnet rcvif() {
    return rcvif;
  }

  /** Sets {@code rcvif}. */
  public void rcvif(Ifnet ifp) {
    rcvif = ifp;
  }

  /** {@code csum_flags}. */
  public int csumFlags() {
    return csumFlags;
  }

  /** {@code csum_data}: on receive a sum, on transmit the field's offset in L4. */
  public int csumData() {
    return csumData;
  }

  /** Sets {@code csum_flags} and {@code csum_data}. */
  public void checksum(int flags, int data) {
    csumFlags = flags;
    csumData = data;
  }

  /** Whether M_VLANTAG is set. */
  public boolean hasVlanTag() {
    return vtag != NO_VLAN;
  }

  /** {@code ether_vtag}, 0 to 65535, or -1 without M_VLANTAG. */
  public int vlanTag() {
    return vtag;
  }

  /** Sets {@code ether_vtag} and M_VLANTAG. */
  public void vlanTag(int control) {
    vtag = control;
  }

  /** {@code tso_segsz}: payload bytes of a segment. */
  public int segmentSize() {
    return segsz;
  }

  /** Sets {@code tso_segsz}. */
  public void segmentSize(int bytes) {
    segsz = bytes;
  }

  /** {@code flowid}. */
  public int flowid() {
    return flowid;
  }

  /** {@code M_HASHTYPE_GET}. */
  public int hashType() {
    return hashType;
  }

  /** Sets {@code flowid} and, by {@code M_HASHTYPE_SET}, what it is. */
  public void flow(int id, int type) {
    flowid = id;
    hashType = type;
  }

  /** The transmit queue of the packet: a flow stays on one, of {@code queues}. */
  public int queue(int queues) {
    boolean flow = hashType != M_HASHTYPE_NONE;
    return flow ? Integer.remainderUnsigned(flowid, queues) : 0;
  }

  /** {@code lro_nsegs}: packets that were merged into this one, at least 1. */
  public int lroSegments() {
    return lroSegments;
  }

  /** Sets {@code lro_nsegs}. */
  public void lroSegments(int packets) {
    lroSegments = packets;
  }
}
