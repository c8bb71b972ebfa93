package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.VlanTagHeader;

class VlanTagTest {
  private static final String ADDRESSES = "ffffffffffff020000000001";

  @Test
  void knownTags() {
    assertEquals("8100a0640800", tagged(VlanTagHeader.CUSTOMER, 5, false, 100, "0800"));
    assertEquals("8100fffe86dd", tagged(VlanTagHeader.CUSTOMER, 7, true, 4094, "86dd"));
    assertEquals(
        "88a800c8810000640800", tagged(VlanTagHeader.SERVICE, 0, false, 200, "810000640800"));
  }

  private static String tagged(int tpid, int pcp, boolean dei, int vid, String rest) {
    MemorySegment data = Bytes.of("00000000" + ADDRESSES + rest);
    int tci = VlanTagHeader.tci(pcp, dei, vid);
    assertEquals(0, VlanTag.insert(data, 4, tpid, tci));
    assertTrue(VlanTag.isTagged(data, 0));
    assertEquals(tci, VlanTag.tci(data, 0));
    assertEquals(ADDRESSES, Bytes.hex(data, 0, 12));
    return Bytes.hex(data, 12, 4 + rest.length() / 2);
  }

  @Property
  void strippingUndoesInserting(
      @ForAll long seed,
      @ForAll @IntRange(max = 0xffff) int tci,
      @ForAll @IntRange(min = 14, max = 1514) int length) {
    byte[] frame = Bytes.random(seed, length);
    MemorySegment data = Bytes.at(8, frame);
    String before = Bytes.hex(data, 8, length);
    long start = VlanTag.insert(data, 8, VlanTagHeader.CUSTOMER, tci);
    assertEquals(tci, VlanTag.tci(data, start));
    assertEquals(8, VlanTag.strip(data, start));
    assertEquals(before, Bytes.hex(data, 8, length));
  }

  @Property
  void copiesEqualWhatIsDoneInPlace(
      @ForAll long seed,
      @ForAll @IntRange(max = 0xffff) int tci,
      @ForAll @IntRange(min = 14, max = 1514) int length) {
    MemorySegment data = Bytes.at(4, Bytes.random(seed, length));
    MemorySegment copy = Bytes.of(new byte[1600]);
    assertEquals(length + 4, VlanTag.copyTagged(data, 4, length, copy, 3, 0x88a8, tci));
    MemorySegment back = Bytes.of(new byte[1600]);
    assertEquals(length, VlanTag.copyStripped(copy, 3, length + 4, back, 1));
    assertEquals(Bytes.hex(data, 4, length), Bytes.hex(back, 1, length));
    VlanTag.insert(data, 4, 0x88a8, tci);
    assertEquals(Bytes.hex(data, 0, length + 4), Bytes.hex(copy, 3, length + 4));
  }

  @Test
  void anUntaggedFrameIsNotStripped() {
    MemorySegment data = Bytes.of(ADDRESSES + "08004500");
    assertFalse(VlanTag.isTagged(data, 0));
    assertThrows(IllegalArgumentException.class, () -> VlanTag.strip(data, 0));
    assertThrows(IllegalArgumentException.class, () -> VlanTag.copyStripped(data, 0, 16, data, 0));
  }

  @Test
  void insertingNeedsHeadroom() {
    MemorySegment data = Bytes.of(ADDRESSES + "0800");
    assertThrows(IndexOutOfBoundsException.class, () -> VlanTag.insert(data, 3, 0x8100, 1));
  }
}
