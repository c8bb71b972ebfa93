package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.dma.DmaMemory;
import org.ringbook.dataplane.frame.FrameBuilder;
import org.ringbook.dataplane.offload.TxFallback.Outcome;
import org.ringbook.dataplane.packet.Chain;
import org.ringbook.dataplane.packet.Packet;
import org.ringbook.dataplane.packet.PacketPool;
import org.ringbook.dataplane.port.Feature;

class TxFallbackTest {
  private static final int IP = 14;
  private static final int POOL = 8;

  private final PacketPool pool = new PacketPool(new DmaMemory(1 << 17), POOL, 2048);
  private final List<Packet> out = new ArrayList<>();

  private TxFallback with(Feature... device) {
    return new TxFallback(pool, Set.of(device), 9000);
  }

  private static FrameBuilder frame(boolean six) {
    var ethernet = FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02");
    return six
        ? ethernet.ipv6("2001:db8::1", "2001:db8::2")
        : ethernet.ipv4("192.0.2.1", "192.0.2.2").identification(7);
  }

  private static byte[] payload(int bytes) {
    byte[] data = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      data[i] = (byte) (31 * i + i / 256);
    }
    return data;
  }

  /** A chain that asks for the checksums of a frame that has them, to compare. */
  private Packet asking(byte[] right, boolean six, boolean tcp, int... cuts) {
    byte[] bytes = right.clone();
    int ip = six ? 40 : 20;
    MemorySegment data = MemorySegment.ofArray(bytes);
    int length = bytes.length - IP - ip;
    if (tcp) {
      TransportChecksum.prepareTcp(data, IP, IP + ip, length);
    } else {
      TransportChecksum.prepareUdp(data, IP, IP + ip, length);
    }
    Packet packet = chain(bytes, cuts);
    packet.offload().headers(IP, ip, tcp ? 20 : 8, six, tcp);
    packet.offload().computeTransportChecksum();
    return packet;
  }

  private Packet chain(byte[] bytes, int... cuts) {
    Packet next = null;
    int to = bytes.length;
    for (int i = cuts.length; i >= 0; i--) {
      int from = i == 0 ? 0 : cuts[i - 1];
      Packet packet = pool.take();
      packet.copyFrom(Arrays.copyOfRange(bytes, from, to));
      packet.next(next);
      next = packet;
      to = from;
    }
    return next;
  }

  private static byte[] bytes(Packet frame) {
    byte[] all = new byte[frame.frameLength()];
    int at = 0;
    for (Packet part = frame; part != null; part = part.next()) {
      System.arraycopy(part.toByteArray(), 0, all, at, part.length());
      at += part.length();
    }
    return all;
  }

  @Test
  void checksumsAreTheBuilders() {
    for (boolean six : new boolean[] {false, true}) {
      byte[] tcp = frame(six).tcp(1, 2).payload(payload(801)).build();
      byte[] udp = frame(six).udp(1, 2).payload(payload(332)).build();
      assertEquals(Outcome.SAME_FRAME, with().apply(asking(tcp, six, true), out::add));
      assertEquals(Outcome.SAME_FRAME, with().apply(asking(udp, six, false), out::add));
      assertArrayEquals(udp, bytes(out.removeLast()));
      assertArrayEquals(tcp, bytes(out.removeLast()));
    }
  }

  @Test
  void piecesMayEndAtOddPlaces() {
    byte[] right = frame(false).tcp(1, 2).payload(payload(500)).build();
    with().apply(asking(right, false, true, 55, 56, 201, 302, 303), out::add);
    assertArrayEquals(right, bytes(out.getFirst()));
    assertTrue(out.getFirst().offload().isPlain());
  }

  @Test
  void aUdpSumOfZeroIsSentAsOnes() {
    byte[] right = frame(false).udp(1, 2).payload(payload(2)).build();
    int sum = (right[40] & 0xff) << 8 | (right[41] & 0xff);
    int word = ((right[42] & 0xff) << 8 | (right[43] & 0xff)) + sum;
    word = (word & 0xffff) + (word >>> 16);
    right[42] = (byte) (word >> 8);
    right[43] = (byte) word;
    right[40] = (byte) 0xff;
    right[41] = (byte) 0xff;
    with().apply(asking(right, false, false), out::add);
    assertArrayEquals(right, bytes(out.getFirst()));
  }

  @Test
  void theIpChecksumIsFilled() {
    byte[] right = frame(false).tcp(1, 2).payload(payload(10)).build();
    byte[] open = right.clone();
    open[24] = 0;
    open[25] = 0;
    Packet packet = asking(open, false, true);
    packet.offload().computeIpChecksum();
    with().apply(packet, out::add);
    assertArrayEquals(right, bytes(out.getFirst()));
  }

  @Test
  void aTagGoesBehindTheAddresses() {
    byte[] plain = frame(false).udp(1, 2).payload(payload(50)).build();
    byte[] tagged =
        FrameBuilder.ethernet("02:00:00:00:00:01", "02:00:00:00:00:02")
            .vlan(0x8100, 0x6064)
            .ipv4("192.0.2.1", "192.0.2.2")
            .identification(7)
            .udp(1, 2)
            .payload(payload(50))
            .build();
    Packet packet = chain(plain, 30);
    packet.offload().insertVlan(0x6064);
    assertEquals(Outcome.SAME_FRAME, with().apply(packet, out::add));
    assertArrayEquals(tagged, bytes(out.getFirst()));
    assertTrue(out.getFirst().offload().isPlain());
  }

  @Test
  void aFullBufferHasNoRoomForATag() {
    Packet packet = chain(new byte[2048]);
    packet.offload().insertVlan(1);
    assertEquals(Outcome.NO_ROOM, with().apply(packet, out::add));
    assertTrue(out.isEmpty());
    assertEquals(2048, packet.length());
  }

  @Test
  void whatTheDeviceCanIsLeftToIt() {
    Packet packet = asking(frame(false).tcp(1, 2).build(), false, true);
    packet.offload().insertVlan(9);
    packet.offload().segment(1460);
    byte[] before = bytes(packet);
    with(Feature.TSO4, Feature.TX_CHECKSUM, Feature.VLAN_INSERT).apply(packet, out::add);
    assertArrayEquals(before, bytes(out.getFirst()));
    assertEquals(9, packet.offload().vlan());
    assertEquals(1460, packet.offload().segmentSize());
  }

  private Packet large(int bytes, boolean six) {
    byte[] frame = frame(six).tcp(1, 2).numbers(1000, 1).payload(payload(bytes)).build();
    Packet packet = chain(frame, 1000, 2001);
    packet.offload().headers(IP, six ? 40 : 20, 20, six, true);
    packet.offload().segment(1000);
    return packet;
  }

  @Test
  void aLargeFrameBecomesSegmentsWithTheirTags() {
    for (boolean six : new boolean[] {false, true}) {
      Packet large = large(2500, six);
      large.offload().insertVlan(5);
      assertEquals(Outcome.SEGMENTED, with().apply(large, out::add));
      assertEquals(3, out.size());
      Chain.giveBack(large);
      byte[] data = new byte[0];
      for (Packet segment : out) {
        byte[] bytes = bytes(segment);
        int headers = 4 + IP + (six ? 40 : 20) + 20;
        MemorySegment memory = MemorySegment.ofArray(bytes);
        int ip = 4 + IP;
        assertTrue(VlanTag.isTagged(memory, 0));
        assertEquals(5, VlanTag.tci(memory, 0));
        int tcp = bytes.length - headers + 20;
        assertTrue(TransportChecksum.verifyTcp(memory, ip, headers - 20, tcp));
        int end = data.length;
        data = Arrays.copyOf(data, end + bytes.length - headers);
        System.arraycopy(bytes, headers, data, end, bytes.length - headers);
        segment.giveBack();
      }
      assertArrayEquals(payload(2500), data);
      out.clear();
      assertEquals(POOL, pool.available());
    }
  }

  @Test
  void withoutPacketsForAllSegmentsNoneIsSent() {
    Packet large = large(2500, false);
    List<Packet> others = List.of(pool.take(), pool.take(), pool.take());
    assertEquals(Outcome.NO_ROOM, with().apply(large, out::add));
    assertTrue(out.isEmpty());
    assertEquals(2, pool.available());
    assertFalse(others.isEmpty());
  }

  @Test
  void aDeviceMaySegmentOneFamilyOnly() {
    assertEquals(Outcome.SEGMENTED, with(Feature.TSO4).apply(large(2500, true), out::add));
    assertEquals(3, out.size());
    assertEquals(574, out.getLast().length());
  }
}
