package org.ringbook.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WireTest {
  private final Wire wire = new Wire(3, 100);

  @Test
  void framesArriveInOrderAtTheOtherEnd() {
    wire.left().send(new byte[] {1});
    wire.left().send(new byte[] {2, 3});
    assertEquals(2, wire.right().waiting());
    assertArrayEquals(new byte[] {1}, wire.right().receive());
    assertArrayEquals(new byte[] {2, 3}, wire.right().receive());
    assertEquals(0, wire.right().receive().length);
    assertEquals(0, wire.left().receive().length);
  }

  @Test
  void whatDoesNotFitIsLostAndCounted() {
    for (int i = 0; i < 3; i++) {
      assertTrue(wire.left().send(new byte[1]));
    }
    assertFalse(wire.left().send(new byte[1]));
    assertTrue(wire.right().send(new byte[100]));
    assertFalse(wire.right().send(new byte[101]));
    assertEquals(1, wire.left().lost());
    assertEquals(1, wire.right().lost());
  }
}
