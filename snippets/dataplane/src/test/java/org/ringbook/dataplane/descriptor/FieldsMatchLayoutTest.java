package org.ringbook.dataplane.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsMatchLayoutTest {

  static List<Formats> formats() {
    return Formats.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void fieldsCoverAllBitsInOrder(Formats format) {
    int next = 0;
    for (Field field : format.fields()) {
      assertEquals(next, field.bit(), field.name());
      next += field.width();
    }
    assertEquals(format.layout().byteSize() * 8, next);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyWordOfTheLayoutIsAUnionOfFields(Formats format) {
    long bits = format.layout().byteSize() * 8;
    Set<Long> edges = new HashSet<>(Set.of(bits));
    format.fields().forEach(field -> edges.add((long) field.bit()));
    long start = 0;
    for (MemoryLayout word : format.layout().memberLayouts()) {
      assertTrue(word.name().isPresent(), "an unnamed word");
      assertTrue(edges.contains(start), word + " starts inside a field");
      start += word.byteSize() * 8;
    }
    assertEquals(bits, start);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void onlyReservedFieldsHaveNoWriter(Formats format) {
    for (Field field : format.fields()) {
      boolean reserved = field.name().equals("reserved");
      assertEquals(reserved, field.writer() == Writer.NOBODY, field.name());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aFieldIsWrittenWithoutTouchingItsNeighbours(Formats format) {
    Random random = new Random(format.name().hashCode());
    MemorySegment slots = Arena.ofAuto().allocate(64);
    for (Field field : format.fields()) {
      byte[] before = new byte[64];
      random.nextBytes(before);
      slots.copyFrom(MemorySegment.ofArray(before));
      long value = random.nextLong() >>> (64 - field.width());
      field.write(slots, 16, value);
      assertEquals(value, field.read(slots, 16));
      field.write(slots, 16, field.read(MemorySegment.ofArray(before), 16));
      assertEquals(-1, slots.mismatch(MemorySegment.ofArray(before)), field.name());
    }
  }
}
