package org.ringbook.dataplane.offload;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Test data: bytes in native memory, and tables of known values. */
final class Bytes {
  private Bytes() {}

  static MemorySegment of(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  static MemorySegment of(byte[] bytes) {
    return at(0, bytes);
  }

  /** The bytes at an offset of a segment that starts on a cache line. */
  static MemorySegment at(int offset, byte[] bytes) {
    MemorySegment memory = Arena.ofAuto().allocate(offset + bytes.length + 64L, 64);
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset, bytes.length);
    return memory;
  }

  static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] read(MemorySegment data, long offset, long length) {
    return data.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
  }

  static String hex(MemorySegment data, long offset, long length) {
    return HexFormat.of().formatHex(read(data, offset, length));
  }

  /** Rows of a table of known values, split at tabs. */
  static List<String[]> rows(String name) {
    try (InputStream file = Bytes.class.getResourceAsStream(name)) {
      assertNotNull(file, name);
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
