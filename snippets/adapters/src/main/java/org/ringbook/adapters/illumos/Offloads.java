package org.ringbook.adapters.illumos;

import org.ringbook.dataplane.packet.TxOffload;

/**
 * What the MAC layer asks of a device, in the core's words. Offsets count from the
 * IP header, and a VLAN tag stands in the frame itself: the MAC layer put it there.
 */
final class Offloads {
  private static final int ETHER_HEADER = 14;
  private static final int TYPE = 12;
  private static final int TAG = 4;
  private static final int ETHERTYPE_VLAN = 0x8100;
  private static final int ETHERTYPE_IPV6 = 0x86dd;
  private static final int TCP_CHECKSUM = 16;
  private static final int TCP_DATA_OFFSET = 12;
  private static final int UDP_HEADER = 8;

  private Offloads() {}

  static void describe(Mac mac, Mblk message, TxOffload to) {
    ChecksumRequest wanted = mac.macHcksumGet(message);
    int mss = mac.macLsoGet(message);
    if (wanted.flags() == 0) {
      return;
    }
    headers(message, wanted, to);
    if (wanted.has(ChecksumRequest.HCK_IPV4_HDRCKSUM)) {
      to.computeIpChecksum();
    }
    if (wanted.has(ChecksumRequest.HCK_PARTIALCKSUM)) {
      to.computeTransportChecksum();
    }
    if (mss > 0) {
      to.segment(mss);
    }
  }

  private static void headers(Mblk message, ChecksumRequest wanted, TxOffload to) {
    boolean tagged = type(message, TYPE) == ETHERTYPE_VLAN;
    int mac = tagged ? ETHER_HEADER + TAG : ETHER_HEADER;
    boolean ipv6 = type(message, mac - 2) == ETHERTYPE_IPV6;
    boolean tcp = wanted.stuff() - wanted.start() == TCP_CHECKSUM;
    int at = mac + wanted.start();
    int transport = tcp ? tcpHeaderLength(message, at) : UDP_HEADER;
    to.headers(mac, wanted.start(), transport, ipv6, tcp);
  }

  private static int tcpHeaderLength(Mblk message, int at) {
    return (message.byteAt(at + TCP_DATA_OFFSET) >> 4) * 4;
  }

  private static int type(Mblk message, int at) {
    return message.byteAt(at) << 8 | message.byteAt(at + 1);
  }
}
