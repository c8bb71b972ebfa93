package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** TAP is read as the programs print it, whole or cut off. */
final class TapTest {

  @Test
  void readsTestsWithWhatExplainsThem() {
    Tap tap = Tap.parse("1..3\nok 1 - a\n# why\nnot ok 2 - b\nok 3 - c # SKIP no QEMU\n");
    assertTrue(tap.isComplete());
    assertEquals(new Tap.Test("a", true, "", ""), tap.tests().get(0));
    assertEquals(new Tap.Test("b", false, "", "# why\n"), tap.tests().get(1));
    assertEquals(new Tap.Test("c", true, "no QEMU", ""), tap.tests().get(2));
  }

  @Test
  void aProgramThatEndsEarlyIsNotComplete() {
    assertFalse(Tap.parse("1..2\nok 1 - a\nSegmentation fault\n").isComplete());
    assertFalse(Tap.parse("").isComplete());
    assertFalse(Tap.parse("1..0\n").isComplete());
  }

  @Test
  void thePlanMayComeLast() {
    assertTrue(Tap.parse("ok 1 - a\n1..1\n").isComplete());
  }
}
