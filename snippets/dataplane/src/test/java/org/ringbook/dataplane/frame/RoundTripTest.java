package org.ringbook.dataplane.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What the builder was told, the parser finds. */
class RoundTripTest {
  private static FrameBuilder tagged(List<Integer> vids) {
    FrameBuilder frame = Samples.ethernet();
    vids.forEach(frame::vlan);
    return frame;
  }

  /** Adds words up to all ones, as RFC 1071 section 1 has a receiver check. */
  private static int sum(byte[] bytes, long from, int length, int start) {
    int sum = start;
    for (int i = 0; i < length; i++) {
      int value = bytes[(int) from + i] & 0xff;
      sum += i % 2 == 0 ? value << 8 : value;
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }

  private static void hasRightSums(byte[] bytes, ParsedFrame frame) {
    int length = frame.transportLength() + frame.payloadLength();
    int pseudo = sum(bytes, frame.addressesOffset(), 2 * frame.addressLength(), frame.protocol());
    assertEquals(0xffff, sum(bytes, frame.transportOffset(), length, pseudo + length));
    if (frame.isIpv4()) {
      assertEquals(0xffff, sum(bytes, frame.networkOffset(), frame.networkLength(), 0));
    }
  }

  private static void hasPayload(byte[] payload, byte[] bytes, ParsedFrame frame) {
    int from = (int) frame.payloadOffset();
    assertEquals(payload.length, frame.payloadLength());
    assertArrayEquals(payload, Arrays.copyOfRange(bytes, from, from + payload.length));
  }

  @Property
  void tcpOverIpv4(
      @ForAll @Size(max = 2) List<@IntRange(max = 4095) Integer> vids,
      @ForAll @IntRange(max = 0xffff) int port,
      @ForAll @IntRange(max = 0xff) int flags,
      @ForAll @Size(max = 40) byte[] ipOptions,
      @ForAll @Size(max = 40) byte[] tcpOptions,
      @ForAll @Size(max = 100) byte[] payload) {
    FrameBuilder ip = tagged(vids).ipv4(Samples.V4, Samples.PEER4).options(ipOptions);
    byte[] bytes = ip.tcp(port, 443).flags(flags).options(tcpOptions).payload(payload).build();
    ParsedFrame frame = Findings.parse(bytes);
    assertEquals(Verdict.OK, frame.verdict());
    assertEquals(vids.size(), frame.tags());
    assertEquals(14 + 4 * vids.size(), frame.macLength());
    assertEquals(20 + (ipOptions.length + 3) / 4 * 4, frame.networkLength());
    assertEquals(20 + (tcpOptions.length + 3) / 4 * 4, frame.transportLength());
    assertEquals(port, frame.sourcePort());
    assertEquals(flags, bytes[(int) frame.tcpFlagsOffset()] & 0xff);
    for (int i = 0; i < vids.size(); i++) {
      assertEquals(vids.get(i), frame.tci(i));
    }
    hasPayload(payload, bytes, frame);
    hasRightSums(bytes, frame);
  }

  @Property
  void udpOverIpv6(
      @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> extensions,
      @ForAll @IntRange(max = 0xffff) int port,
      @ForAll @Size(max = 100) byte[] payload) {
    FrameBuilder ip = Samples.ipv6();
    int bytesOfExtensions = 0;
    for (int length : extensions) {
      byte[] header = Samples.extension(8 * length + 8, length);
      ip.extension(IpProtocol.DESTINATION_OPTIONS, header);
      bytesOfExtensions += header.length;
    }
    byte[] bytes = ip.udp(port, 53).payload(payload).build();
    ParsedFrame frame = Findings.parse(bytes);
    assertEquals(Verdict.OK, frame.verdict());
    assertEquals(extensions.size(), frame.extensions());
    assertEquals(40 + bytesOfExtensions, frame.networkLength());
    assertEquals(port, frame.sourcePort());
    hasPayload(payload, bytes, frame);
    hasRightSums(bytes, frame);
  }

  @Property
  void frameInFrame(
      @ForAll @IntRange(max = 0xff_ffff) int vni,
      @ForAll boolean v6,
      @ForAll @Size(max = 2) List<@IntRange(max = 4095) Integer> vids,
      @ForAll @Size(max = 60) byte[] payload) {
    FrameBuilder inner = tagged(vids).ipv4(Samples.V4, Samples.PEER4).udp(1, 2);
    inner.payload(payload);
    FrameBuilder outer = v6 ? Samples.ipv6() : Samples.ipv4();
    byte[] bytes = outer.udp(60_000, VxlanHeader.PORT).vxlan(vni, inner).build();
    ParsedFrame frame = Findings.parse(bytes);
    assertEquals(vni, frame.vni());
    assertEquals(Verdict.OK, frame.inner().verdict());
    assertEquals(v6 ? 70 : 50, frame.inner().start());
    assertEquals(vids.size(), frame.inner().tags());
    hasRightSums(bytes, frame);
    hasPayload(payload, bytes, frame.inner());
    hasRightSums(bytes, frame.inner());
    byte[] alone = Arrays.copyOfRange(bytes, (int) frame.inner().start(), bytes.length);
    ParsedFrame same = Findings.parse(alone);
    assertEquals(Findings.of(same, 0), Findings.of(frame.inner(), frame.inner().start()));
  }

  /** A prefix is never taken for the whole, and nothing found in it is wrong. */
  @Property
  void prefixes(@ForAll @IntRange(max = 15) int sample, @ForAll @IntRange(max = 200) int bytes) {
    byte[] whole = List.copyOf(Samples.all().values()).get(sample);
    int length = Math.min(bytes, whole.length);
    ParsedFrame all = Findings.parse(whole);
    ParsedFrame cut = new ParsedFrame();
    FrameParser.parse(MemorySegment.ofArray(whole).asSlice(0, length), 0, length, cut);
    Findings.check(cut, 0, length);
    for (long[] pair :
        new long[][] {
          {cut.networkOffset(), all.networkOffset()},
          {cut.transportOffset(), all.transportOffset()},
          {cut.sourcePort(), all.sourcePort()},
          {cut.vni(), all.vni()}
        }) {
      assertTrue(pair[0] == ParsedFrame.NONE || pair[0] == pair[1]);
    }
    assertTrue(cut.tags() <= all.tags());
  }
}
