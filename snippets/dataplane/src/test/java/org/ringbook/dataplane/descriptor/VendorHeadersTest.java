package org.ringbook.dataplane.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemoryLayout.PathElement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words and bits stand where the vendor's own headers put them. */
class VendorHeadersTest {

  private static final String VECTORS = "/descriptor-vectors.tsv";

  static List<String> vectors() throws IOException {
    var stream = VendorHeadersTest.class.getResourceAsStream(VECTORS);
    try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void standsWhereTheHeaderSays(String vector) {
    String[] columns = vector.split("\t", -1);
    Formats format = Formats.named(columns[0]);
    String[] position = columns[3].split(":", -1);
    long offset = Long.parseLong(position[0]);
    if (columns[1].equals("word")) {
      PathElement word = PathElement.groupElement(columns[2]);
      assertEquals(offset, format.layout().byteOffset(word));
      long size = format.layout().select(word).byteSize();
      assertEquals(Long.parseLong(position[1]), size);
    } else {
      long mask = Long.decode(position[1]);
      Field field = format.field(columns[2]);
      assertEquals(offset * 8 + Long.numberOfTrailingZeros(mask), field.bit());
      assertEquals(Long.bitCount(mask), field.width());
    }
  }
}
