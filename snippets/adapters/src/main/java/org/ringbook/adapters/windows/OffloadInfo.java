package org.ringbook.adapters.windows;

import org.ringbook.dataplane.packet.RxMetadata;
import org.ringbook.dataplane.packet.TxOffload;

/**
 * Between the information of a NET_BUFFER_LIST and what the core tells a device.
 * Windows says where the transport header starts, so only its length has to be read.
 */
final class OffloadInfo {
  private static final int ETHER_HEADER = 14;
  private static final int TYPE = 12;
  private static final int VLAN = 0x8100;
  private static final int TAG = 4;
  private static final int TCP_DATA_OFFSET = 12;
  private static final int UDP_HEADER = 8;

  private OffloadInfo() {}

  /** Says what the list wants of one of its frames. */
  static void describe(NetBuffer frame, TxOffload to) {
    NetBufferList list = frame.list();
    if (list.vlan().present()) {
      to.insertVlan(list.vlan().control());
    }
    LargeSendInfo large = list.largeSend();
    if (large.mss() > 0) {
      headers(frame, to, large.tcpHeaderOffset(), large.ipv6(), true);
      to.segment(large.mss());
    } else if (list.checksum().asks()) {
      checksum(frame, list.checksum(), to);
    }
  }

  private static void checksum(NetBuffer frame, ChecksumInfo info, TxOffload to) {
    headers(frame, to, info.transportOffset(), info.ipv6(), info.tcp());
    if (info.ip()) {
      to.computeIpChecksum();
    }
    if (info.tcp() || info.udp()) {
      to.computeTransportChecksum();
    }
  }

  private static void headers(
      NetBuffer frame, TxOffload to, int transport, boolean ipv6, boolean tcp) {
    int type = frame.byteAt(TYPE) << 8 | frame.byteAt(TYPE + 1);
    int mac = type == VLAN ? ETHER_HEADER + TAG : ETHER_HEADER;
    int length = tcp ? tcpHeaderLength(frame, transport) : UDP_HEADER;
    to.headers(mac, transport - mac, length, ipv6, tcp);
  }

  private static int tcpHeaderLength(NetBuffer frame, int transport) {
    return (frame.byteAt(transport + TCP_DATA_OFFSET) >> 4) * 4;
  }

  /** Says what the device found out about a received frame. */
  static void report(
      RxMetadata found,
      NetBufferList list,
      int queue, // that it came in by
      boolean checksums) {
    boolean tagged = found.vlan() != RxMetadata.NO_VLAN;
    list.vlan(tagged ? Ieee8021QInfo.of(found.vlan()) : Ieee8021QInfo.NONE);
    list.hash(found.hash(), queue);
    list.checksum(checksums ? verdict(found) : ChecksumInfo.NONE);
  }

  private static ChecksumInfo verdict(RxMetadata found) {
    return switch (found.checksum()) {
      case NOT_CHECKED -> ChecksumInfo.NONE;
      case IP_GOOD -> ChecksumInfo.IP_GOOD;
      case ALL_GOOD -> ChecksumInfo.ALL_GOOD;
      case BAD -> ChecksumInfo.BAD;
    };
  }
}
