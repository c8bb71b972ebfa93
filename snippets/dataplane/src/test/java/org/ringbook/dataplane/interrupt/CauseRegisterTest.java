package org.ringbook.dataplane.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CauseRegisterTest {
  private static final int RX = 0x80;
  private static final int LINK = 0x04;
  private static final int HIGHEST = 0x8000_0000;

  private final CauseRegister register = new CauseRegister();

  @Test
  void nothingInterruptsAfterReset() {
    register.raise(-1);
    assertFalse(register.isAsserted());
    assertEquals(0, register.enabled());
  }

  @Test
  void aCauseThatIsSetInterruptsAsSoonAsItIsEnabled() {
    register.raise(RX);
    register.enable(LINK);
    assertFalse(register.isAsserted());
    register.enable(RX);
    assertTrue(register.isAsserted());
    assertEquals(RX | LINK, register.enabled());
  }

  @Test
  void readingClearsMaskedCausesToo() {
    register.enable(RX);
    register.raise(RX | LINK | HIGHEST);
    assertEquals(RX | LINK | HIGHEST, register.readAndClear());
    assertEquals(0, register.readAndClear());
    assertFalse(register.isAsserted());
    assertEquals(RX, register.enabled());
  }

  @Test
  void onesClearTheirBitsOnly() {
    register.raise(RX | LINK);
    register.acknowledge(RX);
    assertEquals(LINK, register.causes());
    register.enable(RX | LINK | HIGHEST);
    register.disable(LINK);
    assertEquals(RX | HIGHEST, register.enabled());
  }

  @Test
  void causesAreRecordedWhileMasked() {
    register.enable(RX);
    register.disable(RX);
    register.raise(RX);
    assertFalse(register.isAsserted());
    register.enable(RX);
    assertTrue(register.isAsserted());
  }

  @Test
  void readingMasksWhatItIsToldTo() {
    register.autoMask(RX | HIGHEST);
    register.enable(RX | LINK | HIGHEST);
    register.raise(RX);
    assertEquals(RX, register.readAndClear());
    assertEquals(LINK, register.enabled());
    register.raise(RX);
    assertFalse(register.isAsserted());
  }

  @Test
  void noCauseOfTwoThreadsIsLost() throws InterruptedException {
    int rounds = 20_000;
    Thread device =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < rounds; i++) {
                    while ((register.causes() & RX) != 0) {
                      Thread.onSpinWait();
                    }
                    register.raise(RX);
                  }
                });
    int seen = 0;
    for (int i = 0; seen < rounds; i++) {
      seen += (register.readAndClear() & RX) != 0 ? 1 : 0;
      register.enable(1 << i);
      register.disable(1 << i);
      Thread.onSpinWait();
    }
    device.join();
    assertEquals(0, register.readAndClear());
    assertEquals(0, register.enabled());
  }
}
