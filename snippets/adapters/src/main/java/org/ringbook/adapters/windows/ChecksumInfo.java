package org.ringbook.adapters.windows;

/**
 * NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO. On its way down it says what is to be
 * computed, on its way up what was found good (nblchecksum.h).
 *
 * @param ipv6 of the packet; false: IPv4, where there is one
 * @param ip the IPv4 header checksum: to compute, or good
 * @param tcp the TCP checksum: to compute, or good
 * @param udp the UDP checksum: to compute, or good
 * @param transportOffset TcpHeaderOffset: bytes before the TCP or UDP header; down
 *     only
 * @param failed up only: one that was checked is wrong
 */
public record ChecksumInfo(
    boolean ipv6, // IsIPv6
    boolean ip,
    boolean tcp,
    boolean udp,
    int transportOffset,
    boolean failed) {
  /** Nothing to compute, nothing checked. */
  public static final ChecksumInfo NONE = found(false, false, false);

  /** Received: the IPv4 header is good, the rest was not checked. */
  public static final ChecksumInfo IP_GOOD = found(true, false, false);

  /** Received: IpChecksumSucceeded, TcpChecksumSucceeded or UdpChecksumSucceeded. */
  public static final ChecksumInfo ALL_GOOD = found(true, true, false);

  /** Received: one of the Failed bits. */
  public static final ChecksumInfo BAD = found(false, false, true);

  private static ChecksumInfo found(boolean ip, boolean transport, boolean failed) {
    return new ChecksumInfo(false, ip, transport, transport, 0, failed);
  }

  /** Whether anything is to be computed. */
  public boolean asks() {
    return ip || tcp || udp;
  }
}
