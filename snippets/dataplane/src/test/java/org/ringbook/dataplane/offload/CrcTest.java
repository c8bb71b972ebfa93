package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.NetworkOrder;

class CrcTest {

  @Test
  void knownValues() {
    List<String[]> rows = Bytes.rows("crc.tsv");
    assertEquals(11, rows.size());
    for (String[] row : rows) {
      byte[] pattern = HexFormat.of().parseHex(row[1]);
      byte[] bytes = new byte[Integer.parseInt(row[2])];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = pattern[i % pattern.length];
      }
      MemorySegment data = Bytes.of(bytes);
      int value =
          row[0].equals("fcs")
              ? EthernetFcs.of(data, 0, bytes.length)
              : Crc32c.of(data, 0, bytes.length);
      assertEquals(HexFormat.fromHexDigits(row[3]), value, row[1]);
    }
  }

  @Test
  void theCheckSequenceGoesOutLeastSignificantByteFirst() {
    String arp =
        "ffffffffffff020000000001080600010800060400010200"
            + "00000001c0000201000000000000c0000202"
            + "00".repeat(18);
    MemorySegment frame = Bytes.of(arp + "00000000");
    EthernetFcs.append(frame, 0, 60);
    assertEquals("51a78d1c", Bytes.hex(frame, 60, 4));
    assertTrue(EthernetFcs.verify(frame, 0, 64));
    assertEquals(EthernetFcs.RESIDUE, EthernetFcs.of(frame, 0, 64));
  }

  @Property
  void theSameAsTheLibrary(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int offset,
      @ForAll @IntRange(max = 2000) int length) {
    byte[] bytes = Bytes.random(seed, length);
    MemorySegment data = Bytes.at(offset, bytes);
    assertEquals(library(new CRC32(), bytes), EthernetFcs.of(data, offset, length));
    assertEquals(library(new CRC32C(), bytes), Crc32c.of(data, offset, length));
  }

  @Property
  void partsOneAfterTheOtherAreTheWhole(@ForAll long seed, @ForAll @IntRange(max = 100) int cut) {
    MemorySegment data = Bytes.of(Bytes.random(seed, 100));
    assertEquals(
        Crc32c.of(data, 0, 100), Crc32c.extend(Crc32c.of(data, 0, cut), data, cut, 100 - cut));
    assertEquals(
        EthernetFcs.of(data, 0, 100),
        EthernetFcs.extend(EthernetFcs.of(data, 0, cut), data, cut, 100 - cut));
  }

  @Property
  void anyFlippedBitIsFound(@ForAll long seed, @ForAll @IntRange(max = 64 * 8 - 1) int bit) {
    MemorySegment frame = Bytes.of(Bytes.random(seed, 64));
    EthernetFcs.append(frame, 0, 60);
    NetworkOrder.put8(frame, bit / 8, NetworkOrder.u8(frame, bit / 8) ^ 1 << bit % 8);
    assertFalse(EthernetFcs.verify(frame, 0, 64));
  }

  @Test
  void lessThanACheckSequenceIsNoFrame() {
    assertFalse(EthernetFcs.verify(Bytes.of("000000"), 0, 3));
  }

  private static int library(Checksum checksum, byte[] bytes) {
    checksum.update(bytes, 0, bytes.length);
    return (int) checksum.getValue();
  }
}
