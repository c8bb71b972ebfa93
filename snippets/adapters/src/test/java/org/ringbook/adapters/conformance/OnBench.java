package org.ringbook.adapters.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ringbook.adapters.host.Incoming;

/** What all parts of the contract start from. */
interface OnBench {

  /** A host that has just attached to a card. */
  Bench bench();

  /** Compares frames, byte by byte. */
  static void assertFrames(List<byte[]> expected, List<byte[]> actual) {
    assertEquals(expected.size(), actual.size(), "frames");
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), "frame " + i);
    }
  }

  /** The bytes of what the stack got. */
  static List<byte[]> bytes(List<Incoming> frames) {
    return frames.stream().map(Incoming::bytes).toList();
  }
}
