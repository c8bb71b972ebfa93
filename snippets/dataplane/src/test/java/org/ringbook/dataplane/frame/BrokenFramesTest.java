package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ringbook.dataplane.frame.Findings.parse;
import static org.ringbook.dataplane.frame.Samples.bytes;
import static org.ringbook.dataplane.frame.Samples.ethernet;
import static org.ringbook.dataplane.frame.Samples.ipv4;
import static org.ringbook.dataplane.frame.Samples.ipv6;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each way in which a frame can be broken has its verdict, and keeps what is sound. */
class BrokenFramesTest {
  private static final int IP = 14;
  private static final int TCP = 34;

  private final byte[] frame = ipv4().tcp(7, 8).payload(bytes(16)).build();
  private final MemorySegment data = MemorySegment.ofArray(frame);

  private static void refused(Verdict expected, byte[] frame) {
    assertEquals(expected, parse(frame).verdict());
  }

  @Test
  void everySampleIsTruncatedAtEveryByte() {
    for (Map.Entry<String, byte[]> sample : Samples.all().entrySet()) {
      byte[] whole = sample.getValue();
      Verdict sound = parse(whole).verdict();
      assertTrue(sound == Verdict.OK || sound == Verdict.FRAGMENT, sample.getKey());
      for (int bytes = 0; bytes < whole.length; bytes++) {
        String where = sample.getKey() + " cut to " + bytes;
        ParsedFrame cut = parse(Arrays.copyOf(whole, bytes));
        assertEquals(Verdict.TRUNCATED, cut.verdict(), where);
      }
    }
  }

  @Test
  void whatIsBeforeTheCutStaysKnown() {
    ParsedFrame cut = parse(Arrays.copyOf(frame, TCP + 20));
    assertEquals(Verdict.TRUNCATED, cut.verdict());
    assertTrue(cut.isTcp());
    assertEquals(7, cut.sourcePort());
    assertEquals(0, cut.payloadLength());
    ParsedFrame shorter = parse(Arrays.copyOf(frame, TCP + 19));
    assertTrue(shorter.isIpv4());
    assertFalse(shorter.isTcp());
    assertEquals(IpProtocol.TCP, shorter.protocol());
  }

  @Test
  void versionAgainstEtherType() {
    frame[IP] = 0x65;
    refused(Verdict.BAD_IP_VERSION, frame);
    byte[] v6 = ipv6().udp(1, 2).build();
    v6[IP] = 0x45;
    refused(Verdict.BAD_IP_VERSION, v6);
  }

  @Test
  void headerShorterThanItsLeast() {
    Ipv4Header.headerLength(data, IP, 16);
    refused(Verdict.BAD_HEADER_LENGTH, frame);
    Ipv4Header.headerLength(data, IP, 20);
    TcpHeader.headerLength(data, TCP, 16);
    refused(Verdict.BAD_HEADER_LENGTH, frame);
    byte[] udp = ipv4().udp(1, 2).build();
    UdpHeader.length(MemorySegment.ofArray(udp), TCP, 7);
    refused(Verdict.BAD_HEADER_LENGTH, udp);
    byte[] arp = Samples.arp().build();
    arp[IP + 4] = 8;
    refused(Verdict.BAD_HEADER_LENGTH, arp);
    refused(
        Verdict.BAD_HEADER_LENGTH,
        ipv6().extension(IpProtocol.AUTHENTICATION, new byte[8]).udp(1, 2).build());
  }

  @Test
  void innerLengthBeyondTheOuter() {
    Ipv4Header.totalLength(data, IP, 19);
    refused(Verdict.LENGTH_MISMATCH, frame);
    Ipv4Header.totalLength(data, IP, 39);
    refused(Verdict.LENGTH_MISMATCH, frame);
    Ipv4Header.totalLength(data, IP, 56);
    TcpHeader.headerLength(data, TCP, 40);
    refused(Verdict.LENGTH_MISMATCH, frame);
    byte[] udp = ipv4().udp(1, 2).payload(bytes(4)).build();
    UdpHeader.length(MemorySegment.ofArray(udp), TCP, 13);
    refused(Verdict.LENGTH_MISMATCH, udp);
    assertTrue(parse(udp).isUdp());
    byte[] options = ipv4().options(bytes(8)).udp(1, 2).build();
    Ipv4Header.totalLength(MemorySegment.ofArray(options), IP, 27);
    refused(Verdict.LENGTH_MISMATCH, options);
  }

  @Test
  void lengthsOf8023() {
    byte[] snap = ethernet().snap().ipv4("192.0.2.1", "192.0.2.2").udp(1, 2).build();
    MemorySegment memory = MemorySegment.ofArray(snap);
    EthernetHeader.typeOrLength(memory, 0, 30);
    refused(Verdict.LENGTH_MISMATCH, snap);
    EthernetHeader.typeOrLength(memory, 0, 7);
    refused(Verdict.LENGTH_MISMATCH, snap);
    EthernetHeader.typeOrLength(memory, 0, 2);
    refused(Verdict.LENGTH_MISMATCH, snap);
    EthernetHeader.typeOrLength(memory, 0, 1501);
    refused(Verdict.LENGTH_MISMATCH, snap);
  }

  @Test
  void extensionBeyondThePayload() {
    byte[] v6 = ipv6().extension(IpProtocol.ROUTING, new byte[8]).build();
    v6[IP + 41] = 1;
    refused(Verdict.LENGTH_MISMATCH, v6);
    Ipv6Header.payloadLength(MemorySegment.ofArray(v6), IP, 0);
    refused(Verdict.LENGTH_MISMATCH, v6);
  }

  @Test
  void threeTags() {
    byte[] tagged = ethernet().vlan(1).vlan(2).vlan(3).ipv4("192.0.2.1", "192.0.2.2").build();
    refused(Verdict.TOO_MANY_TAGS, tagged);
    assertEquals(2, parse(tagged).tags());
  }

  private static byte[] extensions(int count) {
    FrameBuilder chain = ipv6();
    for (int i = 0; i < count; i++) {
      chain.extension(IpProtocol.DESTINATION_OPTIONS, new byte[8]);
    }
    return chain.udp(1, 2).build();
  }

  @Test
  void nineExtensions() {
    byte[] eight = extensions(FrameParser.MAX_EXTENSIONS);
    assertEquals(Verdict.OK, parse(eight).verdict());
    byte[] nine = extensions(FrameParser.MAX_EXTENSIONS + 1);
    refused(Verdict.TOO_MANY_EXTENSIONS, nine);
    assertEquals(FrameParser.MAX_EXTENSIONS, parse(nine).extensions());
  }

  @Test
  void hopByHopInTheMiddle() {
    byte[] v6 =
        ipv6()
            .extension(IpProtocol.ROUTING, new byte[8])
            .extension(IpProtocol.HOP_BY_HOP, new byte[8])
            .udp(1, 2)
            .build();
    refused(Verdict.BAD_EXTENSION_ORDER, v6);
  }

  @Test
  void brokenInnerFrameLeavesTheOuterSound() {
    byte[] bad = Samples.vxlan(ipv6().udp(1, 2)).build();
    bad[50 + IP] = 0x45;
    ParsedFrame parsed = parse(bad);
    assertEquals(Verdict.OK, parsed.verdict());
    assertEquals(Verdict.BAD_IP_VERSION, parsed.inner().verdict());
  }

  @Test
  void nothingOfTheFrameBeforeIsLeft() {
    ParsedFrame used = new ParsedFrame();
    for (byte[] before : Samples.all().values()) {
      for (byte[] after : Samples.all().values()) {
        FrameParser.parse(Findings.exactly(before), 0, before.length, used);
        FrameParser.parse(Findings.exactly(after), 0, after.length, used);
        assertEquals(Findings.of(parse(after), 0), Findings.of(used, 0));
      }
    }
  }
}
