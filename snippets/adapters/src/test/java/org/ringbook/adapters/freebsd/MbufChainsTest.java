package org.ringbook.adapters.freebsd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.host.Machine;

/** What m_collapse and m_defrag make of a chain (FreeBSD 13.0, sys/kern/uipc_mbuf.c). */
class MbufChainsTest {
  private final Kernel kernel = new Kernel(Machine.of(1 << 20));
  private final Mbufs mbufs = new Mbufs(kernel);
  private final MbufChains chains = new MbufChains(kernel, mbufs);
  private Mbuf packet;

  @AfterEach
  void nothingLeaks() {
    mbufs.freem(packet);
    assertEquals(0, mbufs.outstanding());
  }

  private void packet(int... lengths) {
    Random random = new Random(1);
    packet = mbufs.getcl();
    packet.header().length(IntStream.of(lengths).sum());
    Mbuf last = packet;
    for (int i = 0; i < lengths.length; i++) {
      if (i > 0) {
        last.next(mbufs.getjcl(Mbufs.MCLBYTES, false));
        last = last.next();
      }
      last.length(lengths[i]);
      for (int at = 0; at < lengths[i]; at++) {
        last.data().set(ValueLayout.JAVA_BYTE, at, (byte) random.nextInt());
      }
    }
  }

  private int[] lengths() {
    return IntStream.iterate(0, i -> i < packet.count(), i -> i + 1).map(this::length).toArray();
  }

  private int length(int index) {
    Mbuf m = packet;
    for (int i = 0; i < index; i++) {
      m = m.next();
    }
    return m.length();
  }

  private void defrag(int... expected) {
    byte[] before = packet.toByteArray();
    PacketHeader header = packet.header();
    Mbuf copy = chains.defrag(packet);
    assertNotNull(copy);
    packet = copy;
    assertArrayEquals(expected, lengths());
    assertArrayEquals(before, packet.toByteArray());
    assertEquals(header, packet.header());
    packet.requirePacket("test");
  }

  @Test
  void defragPacksIntoClustersOf2048() {
    packet(1000, 1000, 1000, 1000, 1000);
    defrag(2048, 2048, 904);
  }

  @Test
  void defragTakesAnMbufWithoutClusterWhereTheRestFits() {
    packet(1000, 1148);
    defrag(2048, 100);
    assertEquals(Mbufs.MLEN - 100, packet.next().trailingSpace());
  }

  @Test
  void defragOfALittlePacketTakesNoCluster() {
    packet(30, 30);
    defrag(60);
    assertEquals(Mbufs.MHLEN - 60, packet.trailingSpace());
  }

  /** An old limit was one cluster of 9216 bytes. */
  @Test
  void defragTakesPacketsOfAnyLength() {
    packet(IntStream.generate(() -> 1500).limit(14).toArray());
    assertEquals(21_000, packet.header().length());
    defrag(2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 520);
  }

  @Test
  void whenDefragFailsThePacketIsAsItWas() {
    packet(1000, 1000, 1000);
    byte[] before = packet.toByteArray();
    mbufs.fail(1);
    assertNull(chains.defrag(packet));
    assertArrayEquals(before, packet.toByteArray());
    assertEquals(3, packet.count());
    packet.requirePacket("test");
  }

  private void collapse(int most, int... expected) {
    byte[] before = packet.toByteArray();
    packet = chains.collapse(packet, most);
    assertNotNull(packet);
    assertArrayEquals(expected, lengths());
    assertArrayEquals(before, packet.toByteArray());
  }

  @Test
  void collapseMovesBytesForwardUntilFewEnoughAreLeft() {
    packet(1000, 1000, 1000, 1000);
    collapse(3, 2000, 1000, 1000);
  }

  /** The kernel asks for more room than it needs: the comparison is strict. */
  @Test
  void collapseLeavesAClusterThatWouldBeJustFull() {
    packet(1024, 1024);
    Mbuf same = packet;
    assertNull(chains.collapse(packet, 1));
    assertEquals(2, same.count());
  }

  /** Where nothing is free behind the data, two neighbours fit into a new cluster. */
  @Test
  void collapseJoinsSmallNeighboursInANewCluster() {
    packet(2048, 900, 900);
    fillUp(packet.next());
    fillUp(packet.next().next());
    collapse(2, 2048, 1800);
  }

  /** As if the data were at the end of the cluster. */
  private static void fillUp(Mbuf m) {
    int length = m.length();
    int room = m.trailingSpace();
    byte[] bytes = m.data().toArray(ValueLayout.JAVA_BYTE);
    m.length(length + room);
    m.reserve(room);
    m.data().copyFrom(MemorySegment.ofArray(bytes));
  }

  @Test
  void collapseWithoutMemoryForTheClusterGivesUp() {
    packet(2048, 900, 900);
    fillUp(packet.next());
    fillUp(packet.next().next());
    mbufs.fail(1);
    assertNull(chains.collapse(packet, 2));
    assertEquals(3, packet.count());
  }
}
