package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Each header field at its place in the RFC's diagram, at an odd offset. */
class HeaderLayoutTest {
  private static final int AT = 3;

  private final byte[] bytes = new byte[64];
  private final MemorySegment data = MemorySegment.ofArray(bytes);

  private void holds(String hex) {
    byte[] header = HexFormat.of().parseHex(hex.replace(" ", ""));
    MemorySegment.copy(MemorySegment.ofArray(header), 0, data, AT, header.length);
  }

  private void written(String hex) {
    String plain = hex.replace(" ", "");
    assertEquals(plain, HexFormat.of().formatHex(bytes, AT, AT + plain.length() / 2));
  }

  @Test
  void ethernet() {
    String header = "0102030405f6 a1a2a3a4a5a6 86dd";
    holds(header);
    assertEquals(0x0102_0304_05f6L, EthernetHeader.destination(data, AT));
    assertEquals(0xa1a2_a3a4_a5a6L, EthernetHeader.source(data, AT));
    assertEquals(EthernetHeader.IPV6, EthernetHeader.typeOrLength(data, AT));
    data.fill((byte) 0);
    EthernetHeader.destination(data, AT, 0x0102_0304_05f6L);
    EthernetHeader.source(data, AT, 0xa1a2_a3a4_a5a6L);
    EthernetHeader.typeOrLength(data, AT, 0x86dd);
    written(header);
    assertTrue(EthernetHeader.isMulticast(0x0102_0304_05f6L));
    assertFalse(EthernetHeader.isMulticast(0x0201_0304_05f6L));
    assertTrue(EthernetHeader.isBroadcast(0xffff_ffff_ffffL));
    assertTrue(EthernetHeader.isMulticast(EthernetHeader.BROADCAST));
  }

  @Test
  void vlanTag() {
    holds("88a8 b7ef");
    int tci = VlanTagHeader.tci(data, AT);
    assertEquals(VlanTagHeader.SERVICE, VlanTagHeader.tpid(data, AT));
    assertEquals(5, VlanTagHeader.pcp(tci));
    assertTrue(VlanTagHeader.dei(tci));
    assertEquals(0x7ef, VlanTagHeader.vid(tci));
    assertEquals(tci, VlanTagHeader.tci(5, true, 0x7ef));
    assertFalse(VlanTagHeader.isTag(0x9100));
  }

  @Test
  void llc() {
    holds("aaaa03 000000 0806");
    assertTrue(LlcHeader.isSnap(data, AT));
    assertEquals(0, LlcHeader.organization(data, AT));
    assertEquals(EthernetHeader.ARP, LlcHeader.type(data, AT));
    holds("424103 00000c 2000");
    assertFalse(LlcHeader.isSnap(data, AT));
    assertEquals(0x42, LlcHeader.dsap(data, AT));
    assertEquals(0x41, LlcHeader.ssap(data, AT));
    assertEquals(3, LlcHeader.control(data, AT));
    assertEquals(0x0c, LlcHeader.organization(data, AT));
  }

  @Test
  void arp() {
    holds("0001 0800 06 04 0002 a1a2a3a4a5a6 c0000201 b1b2b3b4b5b6 c6336402");
    assertTrue(ArpHeader.isForIpv4(data, AT));
    assertEquals(28, ArpHeader.length(data, AT));
    assertEquals(ArpHeader.REPLY, ArpHeader.operation(data, AT));
    assertEquals(0xa1a2_a3a4_a5a6L, ArpHeader.senderHardware(data, AT));
    assertEquals(0xc000_0201, ArpHeader.senderProtocol(data, AT));
    assertEquals(0xb1b2_b3b4_b5b6L, ArpHeader.targetHardware(data, AT));
    assertEquals(0xc633_6402, ArpHeader.targetProtocol(data, AT));
    holds("0006 0800 ff ff");
    assertFalse(ArpHeader.isForIpv4(data, AT));
    assertEquals(1028, ArpHeader.length(data, AT));
  }

  @Test
  void ipv4() {
    String header = "47 2e 1234 5678 a0b9 3f 11 9abc c0000201 c6336402";
    holds(header);
    assertEquals(4, Ipv4Header.version(data, AT));
    assertEquals(28, Ipv4Header.headerLength(data, AT));
    assertEquals(0x2e, Ipv4Header.trafficClass(data, AT));
    assertEquals(0x1234, Ipv4Header.totalLength(data, AT));
    assertEquals(0x5678, Ipv4Header.identification(data, AT));
    assertEquals(0xa0b9, Ipv4Header.fragmentWord(data, AT));
    assertEquals(1480, Ipv4Header.fragmentOffset(data, AT));
    assertEquals(63, Ipv4Header.timeToLive(data, AT));
    assertEquals(IpProtocol.UDP, Ipv4Header.protocol(data, AT));
    assertEquals(0x9abc, Ipv4Header.checksum(data, AT));
    assertEquals(0xc000_0201, Ipv4Header.source(data, AT));
    assertEquals(0xc633_6402, Ipv4Header.destination(data, AT));
    data.fill((byte) 0);
    Ipv4Header.addresses(data, AT, 0xc000_0201, 0xc633_6402);
    written("00 00 0000 0000 0000 00 00 0000 c0000201 c6336402");
  }

  @Test
  void ipv6() {
    holds("6b7abcde 1234 2c 40");
    assertEquals(6, Ipv6Header.version(data, AT));
    assertEquals(0xb7, Ipv6Header.trafficClass(data, AT));
    assertEquals(0xabcde, Ipv6Header.flowLabel(data, AT));
    assertEquals(0x1234, Ipv6Header.payloadLength(data, AT));
    assertEquals(IpProtocol.FRAGMENT, Ipv6Header.nextHeader(data, AT));
    assertEquals(64, Ipv6Header.hopLimit(data, AT));
    data.fill((byte) 0);
    Ipv6Header.versionClassAndLabel(data, AT, 0xb7, 0xabcde);
    written("6b7abcde");
  }

  @Test
  void extensions() {
    holds("06 03 05c9 11223344");
    assertEquals(IpProtocol.TCP, Ipv6Extension.nextHeader(data, AT));
    assertEquals(32, Ipv6Extension.length(data, AT, IpProtocol.HOP_BY_HOP));
    assertEquals(32, Ipv6Extension.length(data, AT, IpProtocol.ROUTING));
    assertEquals(20, Ipv6Extension.length(data, AT, IpProtocol.AUTHENTICATION));
    assertEquals(8, Ipv6Extension.length(data, AT, IpProtocol.FRAGMENT));
    assertEquals(1480, Ipv6Extension.fragmentOffset(data, AT));
    assertTrue(Ipv6Extension.moreFragments(data, AT));
    assertEquals(0x1122_3344, Ipv6Extension.identification(data, AT));
    assertFalse(Ipv6Extension.isExtension(IpProtocol.ESP));
    assertFalse(Ipv6Extension.isExtension(IpProtocol.NO_NEXT_HEADER));
  }

  @Test
  void tcp() {
    String header = "c000 0050 fffffc00 11223344 80 92 0200 71af 0007";
    holds(header);
    assertEquals(49152, TcpHeader.sourcePort(data, AT));
    assertEquals(80, TcpHeader.destinationPort(data, AT));
    assertEquals(0xffff_fc00, TcpHeader.sequence(data, AT));
    assertEquals(0x1122_3344, TcpHeader.acknowledgment(data, AT));
    assertEquals(32, TcpHeader.headerLength(data, AT));
    assertEquals(TcpHeader.CWR | TcpHeader.ACK | TcpHeader.SYN, TcpHeader.flags(data, AT));
    assertEquals(512, TcpHeader.window(data, AT));
    assertEquals(0x71af, TcpHeader.checksum(data, AT));
    assertEquals(7, TcpHeader.urgentPointer(data, AT));
    data.fill((byte) 0);
    TcpHeader.urgentPointer(data, AT, 7);
    TcpHeader.checksum(data, AT, 0x71af);
    written("0000 0000 00000000 00000000 00 00 0000 71af 0007");
  }

  @Test
  void udp() {
    holds("c350 12b5 0009 896f");
    assertEquals(50_000, UdpHeader.sourcePort(data, AT));
    assertEquals(VxlanHeader.PORT, UdpHeader.destinationPort(data, AT));
    assertEquals(9, UdpHeader.length(data, AT));
    assertEquals(0x896f, UdpHeader.checksum(data, AT));
  }

  @Test
  void vxlan() {
    VxlanHeader.write(data, AT, 5000);
    written("08000000 00138800");
    assertEquals(VxlanHeader.VALID_VNI, VxlanHeader.flags(data, AT));
    holds("08ffffff ffffffff");
    assertEquals(0xff_ffff, VxlanHeader.vni(data, AT));
  }
}
