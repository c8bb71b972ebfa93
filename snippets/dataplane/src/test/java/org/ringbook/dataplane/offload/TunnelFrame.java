package org.ringbook.dataplane.offload;

import java.util.HexFormat;

/** A frame in a VXLAN tunnel; its outer lengths are right, its checksums are not. */
record TunnelFrame(boolean ipv6, String inner) {

  int ip() {
    return ipv6 ? 40 : 20;
  }

  /** Bytes before the inner frame. */
  int overhead() {
    return 14 + ip() + 16;
  }

  byte[] bytes() {
    int datagram = 16 + inner.length() / 2;
    String udp = String.format("c00012b5%04x0000", datagram);
    String hex = TcpFrame.PLAIN + (ipv6 ? six(datagram) : four(datagram)) + udp;
    return HexFormat.of().parseHex(hex + "0800000000138800" + inner);
  }

  private static String four(int datagram) {
    return "08004500"
        + String.format("%04x", 20 + datagram)
        + "ffff000040110000"
        + "0a0000010a000002";
  }

  private static String six(int datagram) {
    return "86dd60000000"
        + String.format("%04x", datagram)
        + "1140"
        + "20010db8000000000000000000000011"
        + "20010db8000000000000000000000012";
  }
}
