package org.ringbook.dataplane.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringbook.dataplane.interrupt.AdaptiveModeration.Load;

class ModerationTest {
  private final AdaptiveModeration adaptive = new AdaptiveModeration();

  /** A steady load of so many packets a second; a packet at least each interrupt. */
  private static void steady(
      AdaptiveModeration moderation, double perSecond, int size, int interrupts) {
    for (int i = 0; i < interrupts; i++) {
      int packets = (int) Math.max(1, perSecond * moderation.nanoseconds() / 1e9);
      moderation.interrupted(packets, (long) packets * size);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 64, LATENCY", // a request and its answer
    "300000, 200, LATENCY",
    "600000, 200, BALANCED",
    "812744, 1518, BULK", // 10 Gb/s of full frames
    "14880952, 64, BULK" // 10 Gb/s of the shortest frames
  })
  void eachLoadFindsItsClass(double perSecond, int size, Load expected) {
    steady(adaptive, perSecond, size, 20);
    assertEquals(expected, adaptive.load());
    assertEquals(expected.nanoseconds(), adaptive.nanoseconds());
  }

  @Test
  void aLoadThatEndsLeadsBackToLatency() {
    steady(adaptive, 812_744, 1518, 20);
    steady(adaptive, 5_000, 64, 2 * AdaptiveModeration.PATIENCE);
    assertEquals(Load.LATENCY, adaptive.load());
  }

  @Test
  void oneBurstChangesNothing() {
    for (int i = 0; i < 50; i++) {
      adaptive.interrupted(i % AdaptiveModeration.PATIENCE == 0 ? 1 : 500, 64_000);
      assertEquals(Load.LATENCY, adaptive.load());
    }
  }

  @Test
  void itGoesOneClassAtATime() {
    steady(adaptive, 14_880_952, 64, AdaptiveModeration.PATIENCE);
    assertEquals(Load.BALANCED, adaptive.load());
  }

  @Test
  void emptyInterruptsSayNothing() {
    steady(adaptive, 812_744, 1518, 20);
    for (int i = 0; i < 100; i++) {
      adaptive.interrupted(0, 0);
    }
    assertEquals(Load.BULK, adaptive.load());
  }

  @Property
  void noSteadyLoadSwingsForEver(
      @ForAll @DoubleRange(min = 1, max = 20_000_000) double perSecond,
      @ForAll @IntRange(min = 64, max = 9018) int size,
      @ForAll Load before) {
    AdaptiveModeration moderation = new AdaptiveModeration();
    steady(moderation, rateOf(before), 64, 20);
    steady(moderation, perSecond, size, 20);
    Load settled = moderation.load();
    for (int i = 0; i < 100; i++) {
      steady(moderation, perSecond, size, 1);
      assertEquals(settled, moderation.load());
    }
  }

  private static double rateOf(Load load) {
    return switch (load) {
      case LATENCY -> 1_000;
      case BALANCED -> 600_000;
      case BULK -> 14_880_952;
    };
  }

  @Test
  void aStaticIntervalStays() {
    Moderation moderation = new StaticModeration(50_000);
    assertEquals(50_000, moderation.interrupted(1000, 1_500_000));
    assertEquals(50_000, moderation.nanoseconds());
    assertThrows(IllegalArgumentException.class, () -> new StaticModeration(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "ITR, 0, 0",
    "ITR, 1, 1",
    "ITR, 128000, 500", // the manual's example
    "ITR, 16776960, 65535",
    "ITR, 2000000000, 65535",
    "EITR, 0, 0x000",
    "EITR, 2000, 0x008",
    "EITR, 2001, 0x010",
    "EITR, 10000, 0x028", // ixgbe's IXGBE_100K_ITR
    "EITR, 1022000, 0xff8", // ixgbe's IXGBE_MAX_EITR
    "EITR, 5000000, 0xff8",
    "EITR_100M, 20000, 0x008",
    "EITR_100M, 10220000, 0xff8"
  })
  void registersCountUnits(Throttle throttle, int nanoseconds, String value) {
    assertEquals(Integer.decode(value), throttle.encode(nanoseconds));
  }

  @Test
  void otherFieldsOfTheRegisterAreNotTheInterval() {
    assertEquals(2000, Throttle.EITR.decode(0x8000_0008 | 0x1ff_8000 | 7));
    assertEquals(256, Throttle.ITR.decode(0xffff_0001));
  }

  @ParameterizedTest
  @EnumSource
  void anIntervalIsNeverShortened(Throttle throttle) {
    for (int ns = 0; ns <= throttle.longest(); ns += 1 + ns / 97) {
      int back = throttle.decode(throttle.encode(ns));
      assertTrue(back >= ns && back - ns < throttle.unit(), ns + " became " + back);
    }
    assertThrows(IllegalArgumentException.class, () -> throttle.encode(-1));
  }
}
