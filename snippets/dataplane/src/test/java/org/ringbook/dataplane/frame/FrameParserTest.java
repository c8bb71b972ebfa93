package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.frame.Findings.parse;
import static org.ringbook.dataplane.frame.ParsedFrame.NONE;
import static org.ringbook.dataplane.frame.Samples.bytes;
import static org.ringbook.dataplane.frame.Samples.ethernet;
import static org.ringbook.dataplane.frame.Samples.ipv4;
import static org.ringbook.dataplane.frame.Samples.ipv6;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.packet.PacketShells;
import org.ringbook.dataplane.packet.TxOffload;

/** What is found in sound frames. */
class FrameParserTest {
  private static ParsedFrame sample(String name) {
    return parse(Samples.all().get(name));
  }

  @Test
  void tcpOverIpv4() {
    ParsedFrame frame = sample("tcp4");
    assertEquals(Verdict.OK, frame.verdict());
    assertEquals(EthernetHeader.IPV4, frame.etherType());
    assertTrue(frame.isIpv4() && frame.isTcp());
    assertFalse(frame.isIpv6() || frame.isUdp() || frame.isArp());
    assertEquals(14, frame.macLength());
    assertEquals(20, frame.networkLength());
    assertEquals(34, frame.transportOffset());
    assertEquals(20, frame.transportLength());
    assertEquals(47, frame.tcpFlagsOffset());
    assertEquals(54, frame.payloadOffset());
    assertEquals(9, frame.payloadLength());
    assertEquals(49152, frame.sourcePort());
    assertEquals(80, frame.destinationPort());
    assertEquals(26, frame.addressesOffset());
    assertEquals(4, frame.addressLength());
  }

  @Test
  void optionsMoveWhatFollows() {
    ParsedFrame frame = sample("tcp4 options");
    assertEquals(28, frame.networkLength());
    assertEquals(42, frame.transportOffset());
    assertEquals(32, frame.transportLength());
    assertEquals(0, frame.payloadLength());
  }

  @Test
  void paddingIsNoPayload() {
    byte[] frame = ipv4().udp(1, 2).payload(bytes(3)).buildPadded();
    assertEquals(60, frame.length);
    assertEquals(3, parse(frame).payloadLength());
    assertEquals(0, parse(Samples.arp().buildPadded()).payloadLength());
  }

  @Test
  void udpMayEndBeforeIpDoes() {
    byte[] frame = ipv4().udp(1, 2).payload(bytes(10)).build();
    UdpHeader.length(MemorySegment.ofArray(frame), 34, 12);
    ParsedFrame parsed = parse(frame);
    assertEquals(Verdict.OK, parsed.verdict());
    assertEquals(4, parsed.payloadLength());
  }

  @Test
  void twoTags() {
    ParsedFrame frame = sample("qinq");
    assertEquals(2, frame.tags());
    assertEquals(VlanTagHeader.SERVICE, frame.tpid(0));
    assertEquals(200, frame.tci(0));
    assertEquals(VlanTagHeader.CUSTOMER, frame.tpid(1));
    assertEquals(100, frame.tci(1));
    assertEquals(22, frame.macLength());
    assertEquals(EthernetHeader.IPV6, frame.etherType());
    assertEquals(62, frame.transportOffset());
  }

  @Test
  void tagsOfVendorsAreUnknownTypes() {
    byte[] frame = ethernet().vlan(0x9100, 7).ipv4("192.0.2.1", "192.0.2.2").build();
    ParsedFrame parsed = parse(frame);
    assertEquals(Verdict.OK, parsed.verdict());
    assertEquals(0, parsed.tags());
    assertEquals(0x9100, parsed.etherType());
    assertEquals(0, parsed.macLength());
    assertEquals(14, parsed.payloadOffset());
  }

  @Test
  void extensionsCountAsNetworkHeader() {
    ParsedFrame frame = sample("udp6 extensions");
    assertEquals(Verdict.OK, frame.verdict());
    assertEquals(4, frame.extensions());
    assertEquals(40 + 8 + 16 + 24 + 24, frame.networkLength());
    assertEquals(14 + 112, frame.transportOffset());
    assertEquals(IpProtocol.UDP, frame.protocol());
    assertTrue(frame.hasRoutingHeader());
    assertEquals(22, frame.addressesOffset());
    assertEquals(16, frame.addressLength());
  }

  @Test
  void firstFragmentHasPorts() {
    for (String name : new String[] {"first fragment", "fragment6"}) {
      ParsedFrame frame = sample(name);
      assertEquals(Verdict.FRAGMENT, frame.verdict());
      assertTrue(frame.isFragment() && frame.isFirstFragment());
      assertEquals(1, frame.sourcePort());
      assertEquals(2, frame.destinationPort());
    }
  }

  @Test
  void firstFragmentMayStateTheLengthOfTheWholeDatagram() {
    byte[] frame = Samples.all().get("first fragment");
    UdpHeader.length(MemorySegment.ofArray(frame), 34, 3000);
    assertEquals(Verdict.FRAGMENT, parse(frame).verdict());
  }

  @Test
  void laterFragmentHasNoTransport() {
    byte[] v6 = ipv6().fragment(1448, true, 9).opaque(IpProtocol.TCP).payload(bytes(30)).build();
    for (ParsedFrame frame : new ParsedFrame[] {sample("later fragment"), parse(v6)}) {
      assertEquals(Verdict.FRAGMENT, frame.verdict());
      assertTrue(frame.isFragment());
      assertFalse(frame.isFirstFragment());
      assertEquals(NONE, frame.transportOffset());
      assertEquals(NONE, frame.sourcePort());
      assertFalse(frame.isTcp() || frame.isUdp());
    }
    assertEquals(1448, parse(v6).fragmentOffset());
  }

  @Test
  void whatLooksLikeAnExtensionInALaterFragmentIsData() {
    FrameBuilder later = ipv6().fragment(8, false, 9).opaque(IpProtocol.ROUTING);
    ParsedFrame frame = parse(later.payload(bytes(32)).build());
    assertEquals(Verdict.FRAGMENT, frame.verdict());
    assertEquals(1, frame.extensions());
    assertEquals(IpProtocol.ROUTING, frame.protocol());
    assertFalse(frame.hasRoutingHeader());
    assertEquals(32, frame.payloadLength());
  }

  @Test
  void atomicFragmentIsAWholeDatagram() {
    ParsedFrame frame = parse(ipv6().fragment(0, false, 1).udp(5, 6).build());
    assertEquals(Verdict.OK, frame.verdict());
    assertFalse(frame.isFragment());
    assertEquals(48, frame.networkLength());
  }

  @Test
  void aSecondFragmentHeaderDoesNotMakeItWhole() {
    byte[] frame = ipv6().fragment(0, true, 1).fragment(0, false, 1).udp(5, 6).build();
    assertEquals(Verdict.FRAGMENT, parse(frame).verdict());
  }

  @Test
  void dontFragmentIsNoFragment() {
    ParsedFrame frame = parse(ipv4().dontFragment().udp(1, 2).build());
    assertEquals(Verdict.OK, frame.verdict());
    assertTrue(frame.dontFragment());
    assertFalse(frame.isFragment());
  }

  @Test
  void otherProtocolsArePayload() {
    assertEquals(8, sample("icmp4").payloadLength());
    assertEquals(IpProtocol.ICMP, sample("icmp4").protocol());
    assertEquals(24, sample("esp6").payloadLength());
    assertEquals(NONE, sample("esp6").transportOffset());
    assertEquals(0, sample("nothing6").payloadLength());
  }

  @Test
  void arpIsANetworkHeader() {
    ParsedFrame frame = sample("arp");
    assertTrue(frame.isArp());
    assertEquals(14, frame.networkOffset());
    assertEquals(28, frame.networkLength());
    assertEquals(NONE, frame.addressesOffset());
  }

  @Test
  void llcHasNoEtherType() {
    ParsedFrame frame = sample("llc");
    assertEquals(Verdict.OK, frame.verdict());
    assertEquals(NONE, frame.etherType());
    assertEquals(38, frame.payloadLength());
  }

  @Test
  void snapHasOne() {
    ParsedFrame frame = sample("snap");
    assertEquals(EthernetHeader.IPV4, frame.etherType());
    assertEquals(22, frame.macLength());
    assertTrue(frame.isUdp());
  }

  @Test
  void vxlanHoldsAFrame() {
    ParsedFrame frame = sample("vxlan");
    assertTrue(frame.hasInner());
    assertEquals(5000, frame.vni());
    ParsedFrame inner = frame.inner();
    assertEquals(Verdict.OK, inner.verdict());
    assertEquals(14 + 20 + 8 + 8, inner.start());
    assertEquals(18, inner.macLength());
    assertEquals(5, inner.tci(0));
    assertEquals(50 + 18 + 40, inner.transportOffset());
    assertEquals(3, inner.sourcePort());
    assertNull(inner.inner());
  }

  @Test
  void vxlanOnAnotherPort() {
    byte[] frame = ipv4().udp(1, VxlanHeader.LINUX_PORT).vxlan(9, Samples.arp()).build();
    assertFalse(parse(frame).hasInner());
    ParsedFrame linux = new ParsedFrame(VxlanHeader.LINUX_PORT);
    FrameParser.parse(Findings.exactly(frame), 0, frame.length, linux);
    assertEquals(9, linux.vni());
    assertTrue(linux.inner().isArp());
  }

  @Test
  void withoutItsFlagItIsNoVxlan() {
    byte[] frame = Samples.all().get("vxlan");
    frame[42] = 0;
    ParsedFrame parsed = parse(frame);
    assertEquals(Verdict.OK, parsed.verdict());
    assertFalse(parsed.hasInner());
  }

  @Test
  void devicesAreToldWhatTheirFieldsCanHold() {
    TxOffload told = new PacketShells(1).wrap(MemorySegment.ofArray(new byte[1]), 1).offload();
    assertTrue(sample("qinq").describeTo(told));
    assertEquals(22, told.macLength());
    assertEquals(40, told.ipLength());
    assertEquals(20, told.transportLength());
    assertTrue(told.isIpv6() && told.isTcp());
    assertFalse(sample("first fragment").describeTo(told));
    assertFalse(sample("icmp4").describeTo(told));
    assertTrue(parse(longExtension(464, 57)).describeTo(told));
    assertEquals(504, told.ipLength());
    assertFalse(parse(longExtension(472, 58)).describeTo(told));
    assertEquals(504, told.ipLength());
    assertTrue(told.isIpv6() && !told.isTcp());
  }

  private static byte[] longExtension(int bytes, int length) {
    byte[] header = Samples.extension(bytes, length);
    return ipv6().extension(IpProtocol.DESTINATION_OPTIONS, header).udp(1, 2).build();
  }

  @Test
  void offsetsAreThoseOfTheSegment() {
    byte[] frame = Samples.all().get("vxlan");
    byte[] memory = new byte[frame.length + 100];
    System.arraycopy(frame, 0, memory, 33, frame.length);
    ParsedFrame parsed = new ParsedFrame();
    FrameParser.parse(MemorySegment.ofArray(memory), 33, frame.length, parsed);
    Findings.check(parsed, 33, 33 + frame.length);
    assertEquals(Findings.of(parse(frame), 0), Findings.of(parsed, 33));
  }

  @Test
  void aRangeOutsideTheSegmentIsTheCallersMistake() {
    MemorySegment data = MemorySegment.ofArray(new byte[64]);
    ParsedFrame frame = new ParsedFrame();
    Class<IndexOutOfBoundsException> expected = IndexOutOfBoundsException.class;
    assertThrows(expected, () -> FrameParser.parse(data, 1, 64, frame));
    assertThrows(expected, () -> FrameParser.parse(data, -1, 10, frame));
    assertThrows(expected, () -> FrameParser.parse(data, 0, -1, frame));
    assertThrows(expected, () -> FrameParser.parse(data, Long.MAX_VALUE, 10, frame));
  }
}
