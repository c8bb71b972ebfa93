package org.ringbook.adapters.host;

import java.nio.ByteBuffer;

/**
 * Where the headers of a TCP or UDP frame end, as a stack knows it that wrote them,
 * and the sums that it leaves in the checksum fields for the device to complete
 * (RFC 1071, RFC 8200 8.1).
 *
 * @param frame starts with the destination address and holds all headers
 * @param ip offset of the IP header: 14, and 4 more for each VLAN tag before it
 * @param transport offset of the TCP or UDP header
 * @param isIpv6 false for IPv4
 * @param isTcp false for UDP
 */
public record Headers(
    ByteBuffer frame, // big-endian, as all headers are
    int ip,
    int transport,
    boolean isIpv6,
    boolean isTcp) {
  private static final int ETHER = 14;
  private static final int TAG = 4;
  private static final int ETHERTYPE_IPV6 = 0x86dd;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;

  /** Reads the headers of a frame without IPv6 extensions. */
  public static Headers of(byte[] frame) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    int ip = ETHER;
    while (ip < ETHER + 2 * TAG && isTag(bytes.getShort(ip - 2) & 0xffff)) {
      ip += TAG;
    }
    boolean six = (bytes.getShort(ip - 2) & 0xffff) == ETHERTYPE_IPV6;
    int ipLength = six ? 40 : (bytes.get(ip) & 0xf) * 4;
    int protocol = bytes.get(ip + (six ? 6 : 9));
    return new Headers(bytes, ip, ip + ipLength, six, protocol == IPPROTO_TCP);
  }

  private static boolean isTag(int type) {
    return type == 0x8100 || type == 0x88a8;
  }

  /** Bytes of the IP header. */
  public int ipLength() {
    return transport - ip;
  }

  /** Bytes of the TCP or UDP header. */
  public int transportLength() {
    return isTcp ? (frame.get(transport + 12) >>> 4 & 0xf) * 4 : 8;
  }

  /** Offset of the TCP or UDP checksum in its header: 16 or 6. */
  public int checksumOffset() {
    return isTcp ? 16 : 6;
  }

  /** Writes the IPv4 header checksum; nothing for IPv6. */
  public void writeIpChecksum() {
    if (!isIpv6) {
      frame.putShort(ip + 10, (short) 0);
      frame.putShort(ip + 10, (short) ~sum(0, ip, ipLength()));
    }
  }

  /** Writes 0 as the IPv4 header checksum, for the device; nothing for IPv6. */
  public void clearIpChecksum() {
    if (!isIpv6) {
      frame.putShort(ip + 10, (short) 0);
    }
  }

  /** Writes 0 as the length of the packet, as some devices want it before TSO. */
  public void clearIpLength() {
    frame.putShort(ip + (isIpv6 ? 4 : 2), (short) 0);
  }

  /**
   * Writes the sum of the pseudo header into the TCP or UDP checksum, not
   * complemented.
   *
   * @param length of TCP or UDP header and payload in bytes; 0 for segmentation by
   *     devices that add the length of each segment
   */
  public void writePseudoSum(int length) {
    int addresses = isIpv6 ? 32 : 8;
    int protocol = isTcp ? IPPROTO_TCP : IPPROTO_UDP;
    int sum = sum(protocol + length, transport - addresses, addresses);
    frame.putShort(transport + checksumOffset(), (short) sum);
  }

  private int sum(int start, int from, int length) {
    int sum = start;
    for (int i = from; i < from + length; i += 2) {
      sum += frame.getShort(i) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    return (sum & 0xffff) + (sum >>> 16);
  }
}
