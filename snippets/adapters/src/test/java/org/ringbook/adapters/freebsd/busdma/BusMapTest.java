package org.ringbook.adapters.freebsd.busdma;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringbook.adapters.freebsd.Errno;
import org.ringbook.adapters.host.RuleBroken;

class BusMapTest {
  private static final long HIGH = 0x1_2000_0000L;
  private static final long POOL = 0x10_0000;

  private final BounceZone zone = new BounceZone(2, POOL);
  private final List<BusSegment> told = new ArrayList<>();
  private int error = -1;

  private int load(BusMap map, KernelBuffer buffer, BusMap.Flag... flags) {
    return map.load(buffer, this::tell, flags);
  }

  private void tell(List<BusSegment> segments, int result) {
    told.clear();
    told.addAll(segments);
    error = result;
  }

  private void segments(BusTag tag, KernelBuffer buffer, BusSegment... expected) {
    assertEquals(0, load(new BusMap(tag, zone), buffer, BusMap.Flag.NOWAIT));
    assertEquals(List.of(expected), told);
    assertEquals(0, error);
  }

  @Test
  void pagesThatFollowAreOneSegment() {
    segments(
        BusTag.of(9000),
        KernelBuffer.at(0x800, 6000, 0x5000, 0x6000),
        new BusSegment(0x5800, 6000));
  }

  @Test
  void pagesApartAreSegments() {
    segments(
        BusTag.of(9000).pieces(2, 9000),
        KernelBuffer.at(0x800, 6000, 0x5000, 0x9000),
        new BusSegment(0x5800, 2048),
        new BusSegment(0x9000, 3952));
  }

  @Test
  void segmentsHaveAMostSize() {
    segments(
        BusTag.of(9000).pieces(8, 1024),
        KernelBuffer.at(0x800, 2100, 0x5000, 0x6000),
        new BusSegment(0x5800, 1024),
        new BusSegment(0x5c00, 1024),
        new BusSegment(0x6000, 52));
  }

  @Test
  void noSegmentCrossesABoundary() {
    segments(
        BusTag.of(9000).pieces(8, 9000).within(2048),
        KernelBuffer.at(0x700, 512, 0x5000),
        new BusSegment(0x5700, 256),
        new BusSegment(0x5800, 256));
  }

  @Test
  void oneTooManyIsToldToTheCallbackOnly() {
    BusMap map = new BusMap(BusTag.of(9000), zone);
    assertEquals(0, load(map, KernelBuffer.at(0x800, 6000, 0x5000, 0x9000)));
    assertEquals(Errno.EFBIG, error);
    assertEquals(List.of(), told);
  }

  @Test
  void aPageOutOfReachBouncesAndTheOtherDoesNot() {
    BusTag tag = BusTag.of(9000).pieces(2, 9000).below(BusTag.MAXADDR_32BIT);
    BusMap map = new BusMap(tag, zone);
    load(map, KernelBuffer.at(0x800, 3000, HIGH, 0x9000));
    BusSegment bounced = new BusSegment(POOL, 2048);
    assertEquals(List.of(bounced, new BusSegment(0x9000, 952)), told);
    assertEquals(2048, map.bounced());
    assertEquals(1, zone.free());
  }

  @Test
  void aFrameThatIsNotAlignedBounces() {
    BusMap map = new BusMap(BusTag.of(9000).pieces(2, 9000).aligned(4), zone);
    load(map, KernelBuffer.at(2, 100, 0x5000));
    assertEquals(100, map.bounced());
    map.unload();
    load(map, KernelBuffer.at(4, 100, 0x5000));
    assertEquals(0, map.bounced());
    assertEquals(2, zone.free());
  }

  @Test
  void theBusNarrowsTheTag() {
    BusTag bus = BusTag.of(1).below(BusTag.MAXADDR_32BIT).within(8192);
    BusTag child = BusTag.of(9000).within(4096).under(bus);
    assertEquals(BusTag.MAXADDR_32BIT, child.lowaddr());
    assertEquals(4096, child.boundary());
    assertEquals(8192, BusTag.of(9000).under(bus).boundary());
    assertEquals(4096, BusTag.of(9).within(4096).under(BusTag.of(9)).boundary());
  }

  @Test
  void aBoundaryBoundsTheSegment() {
    assertEquals(4096, BusTag.of(9000).within(4096).segsz());
    assertThrows(IllegalArgumentException.class, () -> BusTag.of(9000).aligned(3));
  }

  @Test
  void onlySyncsCopy() {
    BusMap map = new BusMap(BusTag.of(64).below(0), zone);
    KernelBuffer buffer = KernelBuffer.at(0, 64, 0x5000);
    Arrays.fill(buffer.bytes(), (byte) 1);
    load(map, buffer);
    assertArrayEquals(new byte[64], map.deviceReads());
    map.preWrite();
    assertArrayEquals(buffer.bytes(), map.deviceReads());
    byte[] received = new byte[64];
    Arrays.fill(received, (byte) 7);
    map.deviceWrites(received);
    assertEquals(1, buffer.bytes()[0]);
    map.postRead();
    assertArrayEquals(received, buffer.bytes());
  }

  @Test
  void withoutPagesALoadFailsOrWaits() {
    BusTag tag = BusTag.of(9000).pieces(4, 4096).below(0);
    BusMap first = new BusMap(tag, zone, true);
    BusMap second = new BusMap(tag, zone, true);
    KernelBuffer two = KernelBuffer.at(0, 8192, 0x7000, 0x8000);
    load(first, KernelBuffer.at(0, 4096, 0x5000));
    assertEquals(Errno.ENOMEM, load(second, two, BusMap.Flag.NOWAIT));
    assertEquals(Errno.ENOMEM, error);
    error = -1;
    assertEquals(Errno.EINPROGRESS, load(second, two));
    assertEquals(1, zone.waiting());
    first.unload();
    assertEquals(-1, error);
    zone.softwareInterrupt();
    assertEquals(0, error);
    assertEquals(8192, told.stream().mapToInt(BusSegment::length).sum());
    second.unload();
    assertEquals(2, zone.free());
  }

  @Test
  void whoWaitsNeedsALockFunction() {
    BusTag tag = BusTag.of(9000).pieces(4, 4096).below(0);
    BusMap first = new BusMap(tag, zone);
    load(first, KernelBuffer.at(0, 8192, 0x5000, 0x6000));
    load(new BusMap(tag, zone), KernelBuffer.at(0, 4096, 0x7000));
    first.unload();
    assertThrows(RuleBroken.class, zone::softwareInterrupt);
  }
}
