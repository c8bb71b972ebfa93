package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.FrameParser;
import org.ringbook.dataplane.frame.Ipv4Header;
import org.ringbook.dataplane.frame.ParsedFrame;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.frame.UdpHeader;
import org.ringbook.dataplane.frame.Verdict;

class SegmenterTest {

  static List<byte[]> cut(byte[] frame, SegmentPlan plan, int mss) {
    List<byte[]> segments = new ArrayList<>();
    MemorySegment data = Bytes.at(5, frame);
    MemorySegment buffer = Bytes.of(new byte[70_000]);
    int count =
        new Segmenter(plan)
            .segment(
                data,
                5,
                frame.length,
                mss,
                buffer,
                3,
                (memory, offset, length) -> segments.add(Bytes.read(memory, offset, length)));
    assertEquals(count, segments.size());
    assertArrayEquals(frame, Bytes.read(data, 5, frame.length), "the frame is left alone");
    return segments;
  }

  @Test
  void theExampleWithWrapsOfSequenceAndIdentification() {
    TcpFrame frame = new TcpFrame();
    frame.sequence = 0xfffffc00;
    frame.id = 0xffff;
    frame.flags = TcpHeader.CWR | TcpHeader.ACK | TcpHeader.PSH | TcpHeader.FIN;
    frame.acknowledgment = 0x11223344;
    frame.window = 0x2000;
    frame.payload = new byte[4000];
    for (int i = 0; i < 4000; i++) {
      frame.payload[i] = (byte) i;
    }
    List<byte[]> segments = cut(frame.bytes(), frame.plan(), 1460);
    List<String[]> rows = Bytes.rows("tso.tsv");
    assertEquals(rows.size(), segments.size());
    for (int i = 0; i < rows.size(); i++) {
      MemorySegment segment = Bytes.of(segments.get(i));
      assertEquals(rows.get(i)[0], Bytes.hex(segment, 14, 20));
      assertEquals(rows.get(i)[1], Bytes.hex(segment, 34, 20));
      assertEquals(Integer.parseInt(rows.get(i)[2]) + 14, segments.get(i).length);
    }
  }

  @Test
  void sixtyFourKilobytesAreFortyFiveSegments() {
    TcpFrame frame = new TcpFrame();
    frame.payload = new byte[65495];
    List<byte[]> segments = cut(frame.bytes(), frame.plan(), 1460);
    assertEquals(45, segments.size());
    assertEquals(54 + 1255, segments.getLast().length);
  }

  @Test
  void withTimestampsFortySix() {
    TcpFrame frame = new TcpFrame();
    frame.options = TcpFrame.TIMESTAMPS;
    frame.payload = new byte[65483];
    assertEquals(46, cut(frame.bytes(), frame.plan(), 1448).size());
  }

  @Property(tries = 300)
  void everySegmentIsSoundAndTogetherTheyAreThePayload(
      @ForAll long seed,
      @ForAll boolean ipv6,
      @ForAll boolean isTagged,
      @ForAll boolean timestamps,
      @ForAll int sequence,
      @ForAll @IntRange(max = 5000) int length,
      @ForAll @IntRange(min = 1, max = 2000) int size) {
    TcpFrame frame = new TcpFrame();
    frame.ipv6 = ipv6;
    frame.addresses = isTagged ? TcpFrame.TAGGED : TcpFrame.PLAIN;
    frame.options = timestamps ? TcpFrame.TIMESTAMPS : "";
    frame.sequence = sequence;
    frame.flags = 0xd9;
    frame.payload = Bytes.random(seed, length);
    int mss = Math.max(size, length / 50 + 1);
    List<byte[]> segments = cut(frame.bytes(), frame.plan(), mss);
    assertEquals(Math.max(1, (length + mss - 1) / mss), segments.size());
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int i = 0; i < segments.size(); i++) {
      ParsedFrame parsed = sound(segments.get(i));
      MemorySegment data = Bytes.of(segments.get(i));
      long tcp = parsed.transportOffset();
      assertEquals(sequence + joined.size(), TcpHeader.sequence(data, tcp));
      boolean isLast = i == segments.size() - 1;
      int flags = 0x50 | (i == 0 ? 0x80 : 0) | (isLast ? 0x09 : 0);
      assertEquals(flags, TcpHeader.flags(data, tcp));
      assertTrue(parsed.payloadLength() <= mss);
      joined.writeBytes(Bytes.read(data, parsed.payloadOffset(), parsed.payloadLength()));
    }
    assertArrayEquals(frame.payload, joined.toByteArray());
  }

  /** Parses a plain frame and asserts all of its checksums. */
  static ParsedFrame sound(byte[] frame) {
    MemorySegment data = Bytes.of(frame);
    ParsedFrame parsed = new ParsedFrame();
    assertEquals(Verdict.OK, FrameParser.parse(data, 0, frame.length, parsed));
    assertTrue(parsed.isTcp());
    checkSums(data, parsed);
    assertEquals(frame.length, parsed.payloadOffset() + parsed.payloadLength());
    return parsed;
  }

  private static void checkSums(MemorySegment data, ParsedFrame parsed) {
    long ip = parsed.networkOffset();
    assertTrue(parsed.isIpv6() || Ipv4Checksum.verify(data, ip));
    int length = parsed.transportLength() + parsed.payloadLength();
    assertTrue(TransportChecksum.verifyTcp(data, ip, parsed.transportOffset(), length));
  }

  @Property(tries = 200)
  void segmentsInATunnelAreSoundInsideAndOutside(
      @ForAll long seed,
      @ForAll boolean outerIpv6,
      @ForAll boolean ipv6,
      @ForAll boolean checksum,
      @ForAll @IntRange(max = 4000) int length,
      @ForAll @IntRange(min = 100, max = 1500) int mss) {
    TcpFrame inner = new TcpFrame();
    inner.ipv6 = ipv6;
    inner.payload = Bytes.random(seed, length);
    TunnelFrame tunnel = new TunnelFrame(outerIpv6, HexFormat.of().formatHex(inner.bytes()));
    SegmentPlan plan = inner.plan();
    plan.headers(tunnel.overhead() + inner.mac(), inner.ip(), inner.tcp(), ipv6);
    plan.tunnel(14, tunnel.ip(), outerIpv6, checksum);
    int index = 0;
    for (byte[] segment : cut(tunnel.bytes(), plan, mss)) {
      outerIsSound(segment, outerIpv6, checksum, index);
      MemorySegment data = Bytes.of(segment);
      int rest = segment.length - tunnel.overhead();
      byte[] within = Bytes.read(data, tunnel.overhead(), rest);
      ParsedFrame parsed = sound(within);
      assertEquals(
          inner.sequence + index * mss,
          TcpHeader.sequence(Bytes.of(within), parsed.transportOffset()));
      index++;
    }
  }

  private static void outerIsSound(byte[] segment, boolean ipv6, boolean checksum, int index) {
    MemorySegment data = Bytes.of(segment);
    ParsedFrame outer = new ParsedFrame();
    assertEquals(Verdict.OK, FrameParser.parse(data, 0, segment.length, outer));
    assertTrue(outer.hasInner());
    assertEquals(5000, outer.vni());
    long ip = outer.networkOffset();
    long udp = outer.transportOffset();
    if (!ipv6) {
      assertTrue(Ipv4Checksum.verify(data, ip));
      assertEquals((0xffff + index) & 0xffff, Ipv4Header.identification(data, ip));
    }
    assertEquals(segment.length - udp, UdpHeader.length(data, udp));
    assertEquals(checksum, !TransportChecksum.isAbsent(data, udp));
    int length = UdpHeader.length(data, udp);
    assertEquals(checksum || !ipv6, TransportChecksum.verifyUdp(data, ip, udp, length));
  }

  @Test
  void identificationMayStay() {
    TcpFrame frame = new TcpFrame();
    frame.payload = new byte[300];
    SegmentPlan plan = frame.plan().keepIdentification(true);
    for (byte[] segment : cut(frame.bytes(), plan, 100)) {
      assertEquals(100, Ipv4Header.identification(Bytes.of(segment), 14));
    }
  }

  @Test
  void optionsOfIpAreRepeated() {
    TcpFrame frame = new TcpFrame();
    frame.ipOptions = "94040000";
    frame.payload = new byte[300];
    for (byte[] segment : cut(frame.bytes(), frame.plan(), 100)) {
      assertEquals("94040000", Bytes.hex(Bytes.of(segment), 34, 4));
      sound(segment);
    }
  }

  @Test
  void noPayloadIsOneSegment() {
    TcpFrame frame = new TcpFrame();
    List<byte[]> segments = cut(frame.bytes(), frame.plan(), 1460);
    assertEquals(1, segments.size());
    assertArrayEquals(frame.bytes(), segments.getFirst());
  }

  @Test
  void synAndRstAreNeverSegmented() {
    refused(frame -> frame.flags = TcpHeader.SYN, 100);
    refused(frame -> frame.flags = TcpHeader.RST | TcpHeader.ACK, 100);
  }

  @Test
  void fragmentsAreNeverSegmented() {
    refused(frame -> frame.fragment = 0x2000, 100);
    refused(frame -> frame.fragment = 0x0001, 100);
  }

  @Test
  void aSegmentSizeOfZeroIsRefused() {
    refused(frame -> {}, 0);
  }

  @Test
  void headersMustBeWhereThePlanSays() {
    TcpFrame frame = new TcpFrame();
    byte[] bytes = frame.bytes();
    assertThrows(
        IllegalArgumentException.class,
        () -> cut(bytes, new SegmentPlan().headers(14, 40, 20, true), 100));
    assertThrows(
        IllegalArgumentException.class,
        () -> cut(bytes, new SegmentPlan().headers(14, 20, 32, false), 100));
    assertThrows(
        IllegalArgumentException.class,
        () -> cut(bytes, new SegmentPlan().headers(14, 20, 0, false), 100));
  }

  @Test
  void segmentsBeyondTheLengthFieldAreRefused() {
    TcpFrame frame = new TcpFrame();
    frame.payload = new byte[65496];
    byte[] bytes = frame.bytes();
    assertThrows(IllegalArgumentException.class, () -> cut(bytes, frame.plan(), 65496));
    assertFalse(cut(bytes, frame.plan(), 65495).isEmpty());
  }

  private interface Change {
    void to(TcpFrame frame);
  }

  private static void refused(Change change, int mss) {
    TcpFrame frame = new TcpFrame();
    frame.payload = new byte[10];
    change.to(frame);
    byte[] bytes = frame.bytes();
    assertThrows(IllegalArgumentException.class, () -> cut(bytes, frame.plan(), mss));
  }
}
