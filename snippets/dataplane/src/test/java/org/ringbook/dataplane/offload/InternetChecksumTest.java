package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.NetworkOrder;

class InternetChecksumTest {

  @Test
  void theExampleOfRfc1071() {
    MemorySegment data = Bytes.of("0001f203f4f5f6f7");
    assertEquals(0xddf2, InternetChecksum.sum(data, 0, 8));
    assertEquals(0x220d, InternetChecksum.finish(0xddf2));
    assertEquals(0xf2dd, InternetChecksum.swap(0xddf2));
    assertEquals(0xddf2, InternetChecksum.fold(0x2ddf0));
  }

  @Test
  void theExampleOfRfc1624() {
    assertEquals(0x0000, InternetChecksum.update(0xdd2f, 0x5555, 0x3285));
  }

  @Test
  void anOddLastByteIsTheUpperHalf() {
    assertEquals(0xab00, InternetChecksum.sum(Bytes.of("ab"), 0, 1));
    assertEquals(0, InternetChecksum.sum(Bytes.of("ab"), 0, 0));
  }

  @Test
  void everyLengthAtEveryAlignment() {
    byte[] bytes = Bytes.random(1, 400);
    MemorySegment data = Bytes.of(bytes);
    for (int offset = 0; offset < 17; offset++) {
      for (int length = 0; length < 200; length++) {
        assertEquals(
            ByteWiseChecksum.sum(data, offset, length),
            InternetChecksum.sum(data, offset, length),
            offset + " + " + length);
      }
    }
  }

  @Test
  void carriesOfAFullSegmentOfOnesAreNotLost() {
    byte[] ones = new byte[65535];
    Arrays.fill(ones, (byte) 0xff);
    MemorySegment data = Bytes.of(ones);
    assertEquals(0xffff, InternetChecksum.sum(data, 0, 65534));
    assertEquals(0xff00, InternetChecksum.sum(data, 0, 65535));
    assertEquals(0xff00, ByteWiseChecksum.sum(data, 0, 65535));
  }

  @Test
  void zerosSumToZeroAndOnlyThey() {
    assertEquals(0, InternetChecksum.sum(Bytes.of(new byte[100]), 0, 100));
    assertEquals(0xffff, InternetChecksum.sum(Bytes.of("fffe0001"), 0, 4));
  }

  @Test
  void aRangeOutsideTheSegmentIsRefused() {
    MemorySegment data = MemorySegment.ofArray(new byte[20]);
    assertThrows(IndexOutOfBoundsException.class, () -> InternetChecksum.sum(data, 10, 11));
  }

  @Property
  void fastIsByteWise(
      @ForAll long seed,
      @ForAll @IntRange(max = 63) int offset,
      @ForAll @IntRange(max = 9000) int length) {
    MemorySegment data = Bytes.at(offset, Bytes.random(seed, length));
    assertEquals(
        ByteWiseChecksum.sum(data, offset, length), InternetChecksum.sum(data, offset, length));
  }

  @Property
  void partsAddUpToTheWhole(
      @ForAll long seed,
      @ForAll @IntRange(max = 300) int cut,
      @ForAll @IntRange(max = 300) int more) {
    MemorySegment data = Bytes.of(Bytes.random(seed, cut + more));
    int tail = InternetChecksum.sum(data, cut, more);
    int second = cut % 2 == 0 ? tail : InternetChecksum.swap(tail);
    assertEquals(
        InternetChecksum.sum(data, 0, cut + more),
        InternetChecksum.add(InternetChecksum.sum(data, 0, cut), second));
  }

  @Property
  void incrementalIsFull(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int words,
      @ForAll @IntRange(max = 39) int changed,
      @ForAll @IntRange(max = 0xffff) int after) {
    MemorySegment data = Bytes.of(Bytes.random(seed, 2 * words + 2));
    NetworkOrder.put16(data, 0, 1);
    int at = 2 + changed % words * 2;
    int old = checksum(data, words);
    int before = NetworkOrder.u16(data, at);
    NetworkOrder.put16(data, at, after);
    assertEquals(checksum(data, words), InternetChecksum.update(old, before, after));
  }

  @Property
  void incrementalOfTwoWordsIsFull(@ForAll long seed, @ForAll int after) {
    MemorySegment data = Bytes.of(Bytes.random(seed, 22));
    NetworkOrder.put16(data, 0, 1);
    int old = checksum(data, 10);
    int before = NetworkOrder.u32(data, 6);
    NetworkOrder.put32(data, 6, after);
    assertEquals(checksum(data, 10), InternetChecksum.updateWide(old, before, after));
  }

  private static int checksum(MemorySegment data, int words) {
    return InternetChecksum.finish(InternetChecksum.sum(data, 0, 2 * words + 2));
  }
}
