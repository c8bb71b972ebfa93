package org.ringbook.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes that both sides of a comparison work on. */
final class Sample {

  private Sample() {}

  /** Byte {@code i} is {@code 7 i + 3}, as in the C files. */
  static MemorySegment counted(int length) {
    MemorySegment data = Arena.ofAuto().allocate(length, 64);
    fill(data, 0);
    return data;
  }

  static void fill(MemorySegment data, long from) {
    for (long i = from; i < data.byteSize(); i++) {
      data.set(ValueLayout.JAVA_BYTE, i, (byte) ((i - from) * 7 + 3));
    }
  }
}
