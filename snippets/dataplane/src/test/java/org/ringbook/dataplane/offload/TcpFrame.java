package org.ringbook.dataplane.offload;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;

/** TCP frames for tests; lengths and checksums are right unless a test spoils them. */
final class TcpFrame {
  static final String PLAIN = "020000000002020000000001";
  static final String TAGGED = PLAIN + "8100a064";
  static final String TIMESTAMPS = "0101080a0000111100002222";

  String addresses = PLAIN;
  boolean ipv6;
  int trafficClass;
  int timeToLive = 64;
  int id = 100;
  int fragment = 0x4000;
  String ipOptions = "";
  int sourcePort = 49152;
  int sequence = 1000;
  int acknowledgment = 0x11223344;
  int flags = 0x10;
  int window = 512;
  String options = "";
  byte[] payload = new byte[0];

  int mac() {
    return addresses.length() / 2 + 2;
  }

  int ip() {
    return (ipv6 ? 40 : 20) + ipOptions.length() / 2;
  }

  int tcp() {
    return 20 + options.length() / 2;
  }

  int headers() {
    return mac() + ip() + tcp();
  }

  int length() {
    return headers() + payload.length;
  }

  SegmentPlan plan() {
    return new SegmentPlan().headers(mac(), ip(), tcp(), ipv6);
  }

  byte[] bytes() {
    String hex = addresses + (ipv6 ? six() : four()) + transport();
    byte[] frame = HexFormat.of().parseHex(hex + HexFormat.of().formatHex(payload));
    MemorySegment data = MemorySegment.ofArray(frame);
    if (!ipv6) {
      Ipv4Checksum.fill(data, mac());
    }
    TransportChecksum.fillTcp(data, mac(), mac() + ip(), tcp() + payload.length);
    return frame;
  }

  private String four() {
    return "0800"
        + String.format("4%x%02x", ip() / 4, trafficClass)
        + String.format("%04x%04x", (length() - mac()) & 0xffff, id & 0xffff)
        + String.format("%04x%02x060000", fragment, timeToLive)
        + "c0000201c6336402"
        + ipOptions;
  }

  private String six() {
    return "86dd"
        + String.format("6%02x00000", trafficClass)
        + String.format("%04x", (length() - mac() - 40) & 0xffff)
        + (ipOptions.isEmpty() ? "06" : "3c")
        + String.format("%02x", timeToLive)
        + "20010db8000000000000000000000001"
        + "20010db8000000000000000000000002"
        + ipOptions;
  }

  private String transport() {
    return String.format("%04x0050%08x%08x", sourcePort, sequence, acknowledgment)
        + String.format("%x0%02x%04x00000000", tcp() / 4, flags, window)
        + options;
  }
}
