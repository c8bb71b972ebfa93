package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.frame.Samples.ethernet;
import static org.ringbook.dataplane.frame.Samples.ipv4;
import static org.ringbook.dataplane.frame.Samples.ipv6;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Built frames, byte for byte against vectors of others. */
class FrameBuilderTest {
  private static final String ZERO = "00:00:00:00:00:00";
  private static final String ALL = "ff:ff:ff:ff:ff:ff";
  private static final String LINK = "ffffffffffff000000000000";

  private static String hex(FrameBuilder frame) {
    return HexFormat.of().formatHex(frame.build());
  }

  private static String hex(FrameBuilder frame, int from, int to) {
    return HexFormat.of().formatHex(frame.build(), from, to);
  }

  private static FrameBuilder loopback() {
    return FrameBuilder.ethernet(ZERO, ALL).ipv4("127.0.0.1", "127.0.0.1").identification(1);
  }

  private static FrameBuilder loopback6() {
    return FrameBuilder.ethernet(ZERO, ALL).ipv6("::1", "::1");
  }

  /** The vectors that DPDK tests its checksums with. */
  @Test
  void tcpOverIpv4() {
    assertEquals(
        LINK
            + "0800"
            + "450000280001000040067ccd7f0000017f000001"
            + "00140050000000000000000050022000917c0000",
        hex(loopback().tcp(20, 80).flags(TcpHeader.SYN).window(8192)));
  }

  @Test
  void udpOverIpv4() {
    assertEquals(
        LINK + "0800" + "4500001d0001000040117ccd7f0000017f000001" + "003500350009896f78",
        hex(loopback().udp(53, 53).payload((byte) 'x')));
  }

  @Test
  void udpOverIpv4WithOptions() {
    assertEquals(
        LINK + "0800" + "460000210001000040117bc97f0000017f00000100000000" + "003500350009896f78",
        hex(loopback().options((byte) 0).udp(53, 53).payload((byte) 'x')));
  }

  @Test
  void udpOverIpv6() {
    String loop = "00000000000000000000000000000001";
    assertEquals(
        LINK + "86dd" + "6000000000091140" + loop + loop + "00350035000987707" + "8",
        hex(loopback6().udp(53, 53).payload((byte) 'x')));
  }

  @Test
  void tcpOverIpv6() {
    assertEquals(
        "001400500000000000000000500220008f7d0000",
        hex(loopback6().tcp(20, 80).flags(TcpHeader.SYN).window(8192), 54, 74));
  }

  /** The first segment of 4000 bytes at an MSS of 1460. */
  @Test
  void segmentOf1460Bytes() {
    FrameBuilder frame =
        ipv4()
            .dontFragment()
            .identification(0xffff)
            .tcp(49152, 80)
            .numbers(0xffff_fc00, 0x1122_3344)
            .flags(TcpHeader.CWR | TcpHeader.ACK)
            .window(0x2000)
            .payload(Samples.bytes(1460));
    assertEquals("450005dcffff4000400648e5c0000201c6336402", hex(frame, 14, 34));
    assertEquals("c0000050fffffc00112233445090200071af0000", hex(frame, 34, 54));
  }

  @Test
  void tags() {
    int five = VlanTagHeader.tci(5, false, 100);
    FrameBuilder one = ethernet().vlan(0x8100, five).ipv4("192.0.2.1", "192.0.2.2");
    assertEquals("8100a0640800", hex(one, 12, 18));
    int seven = VlanTagHeader.tci(7, true, 4094);
    FrameBuilder six = ethernet().vlan(0x8100, seven).ipv6("::1", "::1");
    assertEquals("8100fffe86dd", hex(six, 12, 18));
    FrameBuilder two =
        ethernet().vlan(VlanTagHeader.SERVICE, 200).vlan(100).ipv4("1.1.1.1", "1.1.1.1");
    assertEquals("88a800c8810000640800", hex(two, 12, 22));
  }

  @Test
  void vxlan() {
    FrameBuilder inner = ethernet().opaque(0x88b5);
    FrameBuilder frame = Samples.vxlan(inner);
    assertEquals("c35012b5001e0000" + "0800000000138800", hex(frame, 34, 50));
    assertEquals(hex(inner), hex(frame, 50, 64));
  }

  @Test
  void arpRequest() {
    assertEquals(
        "0200000000020200000000010806"
            + "0001080006040001"
            + "020000000001c0000201"
            + "000000000000c6336402",
        hex(Samples.arp()));
  }

  @Test
  void lengthInsteadOfType() {
    assertEquals(
        "0006424203010203",
        hex(ethernet().llc(0x42, 0x42, 3).payload(new byte[] {1, 2, 3}), 12, 20));
    String snap = hex(ethernet().snap().opaque(0x0800).payload((byte) 9), 12, 23);
    assertEquals("0009" + "aaaa030000000800" + "09", snap);
  }

  @Test
  void extensionsAreChained() {
    FrameBuilder chain = Samples.chained().fragment(8, true, 5).opaque(IpProtocol.UDP);
    assertEquals("6000000000500040", hex(chain, 14, 22));
    assertEquals("3c00000000000000", hex(chain, 54, 62));
    assertEquals("2b01", hex(chain, 62, 64));
    assertEquals("3302", hex(chain, 78, 80));
    assertEquals("2c04", hex(chain, 102, 104));
    assertEquals("1100000900000005", hex(chain, 126, 134));
  }

  @Test
  void fragments() {
    assertEquals("0007" + "20b9", hex(ipv4().fragment(1480, true, 7).opaque(17), 18, 22));
    String v6 = hex(ipv6().fragment(1480, true, 7).opaque(17), 20, 62);
    assertEquals("2c40", v6.substring(0, 4));
    assertEquals("110005c900000007", v6.substring(68));
  }

  @Test
  void sumOfZeroIsSentAsOnes() {
    byte[] zero = ipv4().udp(0, 0).payload(new byte[2]).build();
    int sum = (zero[40] & 0xff) << 8 | (zero[41] & 0xff);
    byte[] fits = {(byte) (sum >>> 8), (byte) sum};
    assertEquals("ffff", hex(ipv4().udp(0, 0).payload(fits), 40, 42));
    assertEquals("0000", hex(ipv4().udp(0, 0).noChecksum().payload(fits), 40, 42));
  }

  @Test
  void paddedTo60Bytes() {
    byte[] frame = Samples.arp().buildPadded();
    assertEquals(60, frame.length);
    assertTrue(Arrays.equals(Arrays.copyOf(frame, 42), Samples.arp().build()));
    assertEquals(114, ipv4().opaque(1).payload(new byte[80]).buildPadded().length);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Class<IllegalStateException> order = IllegalStateException.class;
    assertThrows(order, () -> ipv4().flags(1));
    assertThrows(order, () -> ipv6().dontFragment());
    assertThrows(order, () -> ipv4().tcp(1, 2).vxlan(1, ethernet()));
    Class<IllegalArgumentException> argument = IllegalArgumentException.class;
    assertThrows(argument, () -> ipv4().options(new byte[41]));
    assertThrows(argument, () -> ipv4().tcp(1, 2).payload(new byte[65496]).build());
    assertEquals(65549, ipv4().tcp(1, 2).payload(new byte[65495]).build().length);
    assertThrows(argument, () -> ipv6().opaque(1).payload(new byte[65536]).build());
    assertThrows(argument, () -> ethernet().ipv4("::1", "::1"));
    assertThrows(argument, () -> FrameBuilder.ethernet("02:00", ALL));
  }
}
