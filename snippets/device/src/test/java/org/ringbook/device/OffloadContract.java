package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.frame.TcpHeader;
import org.ringbook.dataplane.offload.SegmentPlan;
import org.ringbook.dataplane.offload.Segmenter;
import org.ringbook.dataplane.offload.TransportChecksum;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.RxMetadata.Checksum;
import org.ringbook.dataplane.port.Feature;
import org.ringbook.dataplane.port.PortFactory;
import org.ringbook.dataplane.port.PortSettings;
import org.ringbook.dataplane.ring.TxRing.Submit;

/** Offloads of sent frames, byte for byte, on every device. */
abstract class OffloadContract {
  private static final int MAC = 14;
  private static final int TCP = 20;

  final TwoMachines machines = new TwoMachines(slot(), driver(), settings(), 128);
  private final List<byte[]> wire = new ArrayList<>();

  abstract TwoMachines.Slot slot();

  abstract PortFactory driver();

  /** Flags that the middle segments carry on besides those of the Segmenter. */
  abstract boolean repeatsCwr();

  private static PortSettings settings() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeAll(EnumSet.of(Feature.RSS, Feature.MSIX));
    return new PortSettings(1, 64, 9000, features, List.of());
  }

  @AfterEach
  void nothingLeaks() {
    machines.close();
    assertEquals(0, machines.left().pools().getFirst().outstanding());
  }

  /** A chain of packets of at most 2048 bytes; the offloads are the first one's. */
  private Packet chain(byte[] frame) {
    Packet first = Packet.NONE;
    Packet last = Packet.NONE;
    for (int at = 0; at < frame.length; at += 2048) {
      Packet part = machines.left().pools().getFirst().take();
      part.copyFrom(Arrays.copyOfRange(frame, at, Math.min(frame.length, at + 2048)));
      if (at == 0) {
        first = part;
      } else {
        last.next(part);
      }
      last = part;
    }
    return first;
  }

  private List<byte[]> send(Packet packet) {
    wire.clear();
    machines.wire().tap((from, bytes, n, good) -> wire.add(Arrays.copyOf(bytes, n)));
    assertEquals(Submit.ACCEPTED, machines.left().port().tx(0).submit(packet));
    machines.settle();
    assertEquals(1, machines.left().port().tx(0).complete(64, Chain::giveBack));
    machines.right().port().rx(0).poll(64, Chain::giveBack);
    return List.copyOf(wire);
  }

  private void checksumComesOut(byte[] good, int ip, int transport, boolean tcp) {
    byte[] prepared = good.clone();
    MemorySegment bytes = MemorySegment.ofArray(prepared);
    boolean six = ip == 40;
    if (!six) {
      prepared[MAC + 10] = 0;
      prepared[MAC + 11] = 0;
    }
    int length = good.length - MAC - ip;
    if (tcp) {
      TransportChecksum.prepareTcp(bytes, MAC, MAC + ip, length);
    } else {
      TransportChecksum.prepareUdp(bytes, MAC, MAC + ip, length);
    }
    Packet packet = chain(prepared);
    packet.offload().headers(MAC, ip, transport, six, tcp);
    if (!six) {
      packet.offload().computeIpChecksum();
    }
    packet.offload().computeTransportChecksum();
    List<byte[]> sent = send(packet);
    assertEquals(1, sent.size());
    byte[] frame = Arrays.copyOf(sent.getFirst(), good.length);
    assertEquals(HexFormat.of().formatHex(good), HexFormat.of().formatHex(frame));
  }

  @Test
  void checksumsOfTheVectorsComeOut() {
    checksumComesOut(
        hex(
            "ffffffffffff0000000000000800450000280001000040067ccd7f0000017f000001"
                + "00140050000000000000000050022000917c0000"),
        20,
        20,
        true);
    checksumComesOut(
        hex(
            "ffffffffffff00000000000008004500001d0001000040117ccd7f0000017f000001"
                + "003500350009896f78"),
        20,
        8,
        false);
    checksumComesOut(
        hex(
            "ffffffffffff0000000000000800460000210001000040117bc97f0000017f000001"
                + "00000000003500350009896f78"),
        24,
        8,
        false);
    checksumComesOut(
        hex(
            "ffffffffffff00000000000086dd6000000000091140000000000000000000000000"
                + "0000000100000000000000000000000000000001003500350009877078"),
        40,
        8,
        false);
  }

  @Test
  void verdictsAreReportedOnlyWithTheFeature() {
    byte[] good = tcp4().payload(payload(100)).build();
    byte[] spoiled = good.clone();
    spoiled[60] ^= 1;
    Set<Feature> asked = EnumSet.of(Feature.RX_CHECKSUM);
    assertEquals(List.of(Checksum.ALL_GOOD, Checksum.BAD), verdicts(asked, good, spoiled));
    List<Checksum> none = List.of(Checksum.NOT_CHECKED, Checksum.NOT_CHECKED);
    assertEquals(none, verdicts(EnumSet.noneOf(Feature.class), good, spoiled));
  }

  private List<Checksum> verdicts(Set<Feature> features, byte[]... frames) {
    List<Checksum> verdicts = new ArrayList<>();
    PortSettings asked = new PortSettings(1, 8, 1500, features, List.of());
    try (TwoMachines pair = new TwoMachines(slot(), driver(), asked, 16)) {
      for (byte[] frame : frames) {
        pair.wire().left().send(frame);
        pair.settle();
        pair.right()
            .port()
            .rx(0)
            .poll(
                8,
                packet -> {
                  verdicts.add(packet.metadata().checksum());
                  Chain.giveBack(packet);
                });
      }
    }
    return verdicts;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void checksumsOfLongFramesOverSeveralBuffersComeOut() {
    for (int length : new int[] {1, 2, 1459, 1460, 2100, 8901}) {
      byte[] payload = payload(length);
      checksumComesOut(tcp4().payload(payload).build(), 20, 20, true);
      checksumComesOut(tcp6().payload(payload).build(), 40, 20, true);
    }
  }

  private static FrameBuilder tcp4() {
    return FrameBuilder.ethernet(NicContract.HERE, NicContract.THERE)
        .ipv4("192.0.2.1", "198.51.100.2")
        .identification(0xffff)
        .tcp(49152, 80)
        .numbers(0xfffffc00, 0x11223344);
  }

  private static FrameBuilder tcp6() {
    return FrameBuilder.ethernet(NicContract.HERE, NicContract.THERE)
        .ipv6("2001:db8::1", "2001:db8::2")
        .tcp(49152, 80)
        .numbers(0xfffffc00, 0x11223344);
  }

  private static byte[] payload(int length) {
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) i;
    }
    return payload;
  }

  private List<byte[]> segments(byte[] frame, int ip, int mss, int tag) {
    byte[] prepared = frame.clone();
    boolean six = ip == 40;
    if (!six) {
      prepared[MAC + 10] = 0;
      prepared[MAC + 11] = 0;
    }
    MemorySegment bytes = MemorySegment.ofArray(prepared);
    TransportChecksum.prepareTcp(bytes, MAC, MAC + ip, 0);
    Packet packet = chain(prepared);
    packet.offload().headers(MAC, ip, TCP, six, true);
    packet.offload().segment(mss);
    if (tag >= 0) {
      packet.offload().insertVlan(tag);
    }
    return send(packet);
  }

  private static List<byte[]> expected(byte[] frame, int ip, int mss) {
    SegmentPlan plan = new SegmentPlan().headers(MAC, ip, TCP, ip == 40);
    List<byte[]> all = new ArrayList<>();
    byte[] room = new byte[MAC + ip + TCP + mss];
    new Segmenter(plan)
        .segment(
            MemorySegment.ofArray(frame),
            0,
            frame.length,
            mss,
            MemorySegment.ofArray(room),
            0,
            (buffer, offset, length) -> all.add(Arrays.copyOf(room, length)));
    return all;
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> sent) {
    assertEquals(expected.size(), sent.size());
    for (int i = 0; i < expected.size(); i++) {
      byte[] wanted = expected.get(i);
      byte[] padded = Arrays.copyOf(wanted, Math.max(60, wanted.length));
      assertArrayEquals(padded, sent.get(i), "segment " + i);
    }
  }

  @Test
  void segmentsAreThoseOfTheSegmenter() {
    int flags = TcpHeader.ACK | TcpHeader.PSH | TcpHeader.FIN;
    for (int length : new int[] {100, 1460, 1461, 4000, 30_000}) {
      for (int mss : new int[] {536, 1460, 8000}) {
        byte[] four = tcp4().flags(flags).payload(payload(length)).build();
        assertSame(expected(four, 20, mss), segments(four, 20, mss, -1));
        byte[] six = tcp6().flags(flags).payload(payload(length)).build();
        assertSame(expected(six, 40, mss), segments(six, 40, mss, -1));
      }
    }
  }

  @Test
  void segmentsOfTheVectorComeOut() {
    int flags = TcpHeader.ACK | TcpHeader.PSH | TcpHeader.FIN;
    byte[] frame = tcp4().flags(flags).payload(payload(4000)).build();
    List<byte[]> sent = segments(frame, 20, 1460, -1);
    assertEquals(3, sent.size());
    String[] sequence = {"fffffc00", "000001b4", "00000768"};
    String[] id = {"ffff", "0000", "0001"};
    int[] flagsOf = {0x10, 0x10, 0x19};
    for (int i = 0; i < 3; i++) {
      String text = HexFormat.of().formatHex(sent.get(i));
      assertEquals(id[i], text.substring(2 * 18, 2 * 20));
      assertEquals(sequence[i], text.substring(2 * 38, 2 * 42));
      assertEquals(flagsOf[i], sent.get(i)[47]);
    }
  }

  @Test
  void cwrIsOnTheFirstSegmentAndOnThoseThatThePartMasksBadly() {
    int flags = TcpHeader.ACK | TcpHeader.CWR;
    byte[] frame = tcp4().flags(flags).payload(payload(4000)).build();
    List<byte[]> sent = segments(frame, 20, 1460, -1);
    assertEquals(flags, sent.get(0)[47] & 0xff);
    int later = repeatsCwr() ? flags : TcpHeader.ACK;
    assertEquals(later, sent.get(1)[47] & 0xff);
    assertEquals(later, sent.get(2)[47] & 0xff);
  }

  @Test
  void everySegmentHasTheTag() {
    byte[] frame = tcp4().payload(payload(4000)).build();
    List<byte[]> plain = expected(frame, 20, 1460);
    List<byte[]> sent = segments(frame, 20, 1460, 0x2064);
    assertEquals(3, sent.size());
    for (int i = 0; i < 3; i++) {
      String text = HexFormat.of().formatHex(sent.get(i));
      assertEquals("81002064", text.substring(24, 32));
      String without = text.substring(0, 24) + text.substring(32);
      assertEquals(HexFormat.of().formatHex(plain.get(i)), without);
    }
  }
}
