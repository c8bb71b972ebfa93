package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ringbook.dataplane.frame.NetworkOrder;

class ToeplitzTest {
  private final RssKey microsoft = RssKey.microsoft();
  private final ToeplitzTable table = new ToeplitzTable(microsoft);

  @Test
  void theVerificationSuite() {
    List<String[]> rows = Bytes.rows("toeplitz.tsv");
    assertEquals(16, rows.size());
    for (String[] row : rows) {
      MemorySegment input = Bytes.of(row[0]);
      int length = row[0].length() / 2;
      int hash = HexFormat.fromHexDigits(row[1]);
      assertEquals(hash, Toeplitz.hash(microsoft, input, 0, length), row[0]);
      assertEquals(hash, table.hash(input, 0, length), row[0]);
    }
  }

  @Test
  void tuplesAreReadFromHeaders() {
    MemorySegment four = Bytes.of("450000280000000040060000" + "420995bba18e64500aea06e6");
    assertEquals(0x323e8fc2, table.ipv4(four, 0));
    assertEquals(0x51ccc178, table.ipv4(four, 0, 20));
    MemorySegment six =
        Bytes.of(
            "6000000000000640"
                + "3ffe250102001fff00000000000000073ffe2501020000030000000000000001"
                + "0000000000000000"
                + "0aea06e6");
    assertEquals(0x2cc18cd5, table.ipv6(six, 0));
    assertEquals(0x40207d3d, table.ipv6(six, 0, 48));
  }

  @Property
  void tableIsBitwise(
      @ForAll long seed,
      @ForAll boolean isLong,
      @ForAll @IntRange(max = 48) int length,
      @ForAll @IntRange(max = 7) int offset) {
    RssKey key = new RssKey(Bytes.random(seed, isLong ? 52 : 40));
    int fitting = Math.min(length, key.inputLength());
    MemorySegment input = Bytes.at(offset, Bytes.random(~seed, fitting));
    assertEquals(
        Toeplitz.hash(key, input, offset, fitting),
        new ToeplitzTable(key).hash(input, offset, fitting));
  }

  @Property
  void theSymmetricKeyHashesBothDirectionsAlike(
      @ForAll int source, @ForAll int destination, @ForAll int ports) {
    ToeplitzTable symmetric = new ToeplitzTable(RssKey.symmetric(40));
    int there = hash(symmetric, source, destination, ports);
    int back = hash(symmetric, destination, source, Integer.rotateLeft(ports, 16));
    assertEquals(there, back);
  }

  @Test
  void knownHashesWithTheSymmetricKey() {
    ToeplitzTable symmetric = new ToeplitzTable(RssKey.symmetric(52));
    MemorySegment input = Bytes.of("420995bba18e64500aea06e6");
    assertEquals(0x9fcc9fcc, symmetric.hash(input, 0, 12));
  }

  @Test
  void keysHaveFortyOrFiftyTwoBytes() {
    assertThrows(IllegalArgumentException.class, () -> new RssKey(new byte[39]));
    assertThrows(IllegalArgumentException.class, () -> new RssKey(new byte[48]));
    byte[] bytes = Bytes.random(7, 52);
    assertArrayEquals(bytes, new RssKey(bytes).toByteArray());
    assertEquals(48, new RssKey(bytes).inputLength());
    assertEquals(0x6d5a56da, microsoft.window(0));
    assertEquals(0xdab4adb4, microsoft.window(1));
  }

  private static int hash(ToeplitzTable table, int source, int destination, int ports) {
    MemorySegment input = Bytes.of(new byte[12]);
    NetworkOrder.put32(input, 0, source);
    NetworkOrder.put32(input, 4, destination);
    NetworkOrder.put32(input, 8, ports);
    return table.hash(input, 0, 12);
  }
}
