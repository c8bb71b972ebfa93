package org.ringbook.dataplane.frame;

import java.util.LinkedHashMap;
import java.util.Map;

/** One frame of each kind, none of them padded. */
final class Samples {
  static final String LEFT = "02:00:00:00:00:01";
  static final String RIGHT = "02:00:00:00:00:02";
  static final String V4 = "192.0.2.1";
  static final String PEER4 = "198.51.100.2";
  static final String V6 = "2001:db8::1";
  static final String PEER6 = "2001:db8::2";

  private Samples() {}

  static FrameBuilder ethernet() {
    return FrameBuilder.ethernet(LEFT, RIGHT);
  }

  static FrameBuilder ipv4() {
    return ethernet().ipv4(V4, PEER4);
  }

  static FrameBuilder ipv6() {
    return ethernet().ipv6(V6, PEER6);
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static byte[] extension(int bytes, int length) {
    byte[] header = new byte[bytes];
    header[1] = (byte) length;
    return header;
  }

  static FrameBuilder chained() {
    return ipv6()
        .extension(IpProtocol.HOP_BY_HOP, extension(8, 0))
        .extension(IpProtocol.DESTINATION_OPTIONS, extension(16, 1))
        .extension(IpProtocol.ROUTING, extension(24, 2))
        .extension(IpProtocol.AUTHENTICATION, extension(24, 4));
  }

  static FrameBuilder vxlan(FrameBuilder inner) {
    return ipv4().udp(50_000, VxlanHeader.PORT).noChecksum().vxlan(5000, inner);
  }

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("tcp4", ipv4().tcp(49152, 80).payload(bytes(9)).build());
    all.put(
        "tcp4 options",
        ipv4().options(bytes(7)).dontFragment().tcp(1, 2).options(bytes(12)).build());
    all.put("udp4 tagged", ethernet().vlan(100).ipv4(V4, PEER4).udp(53, 53).build());
    all.put("icmp4", ipv4().opaque(IpProtocol.ICMP).payload(bytes(8)).build());
    all.put("first fragment", ipv4().fragment(0, true, 7).udp(1, 2).payload(bytes(8)).build());
    all.put("later fragment", ipv4().fragment(1480, false, 7).opaque(17).payload(bytes(3)).build());
    all.put("tcp6", ipv6().tcp(49152, 80).payload(bytes(5)).build());
    all.put("udp6 extensions", chained().udp(1000, 2000).payload(bytes(5)).build());
    all.put("fragment6", ipv6().fragment(0, true, 9).tcp(1, 2).payload(bytes(4)).build());
    all.put("esp6", ipv6().opaque(IpProtocol.ESP).payload(bytes(24)).build());
    all.put("nothing6", ipv6().opaque(IpProtocol.NO_NEXT_HEADER).build());
    all.put("arp", arp().build());
    all.put("llc", ethernet().llc(0x42, 0x42, 3).payload(bytes(35)).build());
    all.put("snap", ethernet().snap().ipv4(V4, PEER4).udp(1, 2).payload(bytes(2)).build());
    all.put("qinq", ethernet().vlan(0x88a8, 200).vlan(100).ipv6(V6, PEER6).tcp(1, 2).build());
    all.put("vxlan", vxlan(ethernet().vlan(5).ipv6(V6, PEER6).tcp(3, 4)).build());
    return all;
  }

  static FrameBuilder arp() {
    return ethernet().arp(ArpHeader.REQUEST, LEFT, V4, "00:00:00:00:00:00", PEER4);
  }
}
