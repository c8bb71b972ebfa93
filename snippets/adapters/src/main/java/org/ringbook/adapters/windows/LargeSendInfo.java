package org.ringbook.adapters.windows;

/**
 * NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO, version 2. The TCP checksum field
 * holds the sum of the pseudo header without a length, as each segment has its own
 * (WDK, "Offloading the Segmentation of Large TCP Packets").
 *
 * @param mss payload bytes of a segment; 0: not a large send
 * @param tcpHeaderOffset bytes before the TCP header
 * @param ipv6 IPVersion; false: IPv4
 */
public record LargeSendInfo(int mss, int tcpHeaderOffset, boolean ipv6) {
  /** Not a large send. */
  public static final LargeSendInfo NONE = new LargeSendInfo(0, 0, false);
}
