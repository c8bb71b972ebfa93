package org.ringbook.render.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Maps numbers to places along an axis, with marks at round numbers.
 *
 * @param low number at the beginning
 * @param high number at the end
 * @param from place of the beginning
 * @param to place of the end
 * @param log whether equal steps are equal ratios
 * @param ticks numbers that are marked, ascending
 */
record Axis(double low, double high, double from, double to, boolean log, List<Double> ticks) {

  private static final int MOST_TICKS = 6;
  private static final int MOST_POINTS_AS_TICKS = 9;

  Axis {
    ticks = List.copyOf(ticks);
  }

  /** An axis with round ends that shows zero, unless all numbers lie below it. */
  static Axis linear(List<Double> values, double from, double to) {
    double min = Math.min(0, Collections.min(values));
    double most = Math.max(0, Collections.max(values));
    double max = most == min ? 1 : most;
    double step = step(max - min);
    double low = Math.floor(min / step + 1e-9) * step;
    double high = Math.max(low + step, Math.ceil(max / step - 1e-9) * step);
    List<Double> ticks = new ArrayList<>();
    for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
      ticks.add(i * step);
    }
    return new Axis(low, high, from, to, false, ticks);
  }

  /** An axis of ratios from the least number to the greatest; all must be above zero. */
  static Axis ratios(List<Double> values, double from, double to) {
    List<Double> points = values.stream().distinct().sorted().toList();
    double low = points.getFirst();
    double high = points.getLast();
    List<Double> ticks = points.size() <= MOST_POINTS_AS_TICKS ? points : decades(low, high);
    return new Axis(low, high == low ? low * 10 : high, from, to, true, ticks);
  }

  private static List<Double> decades(double low, double high) {
    return Stream.iterate(
            Math.pow(10, Math.ceil(Math.log10(low) - 1e-9)),
            v -> v <= high * (1 + 1e-9),
            v -> v * 10)
        .toList();
  }

  /** 1, 2 or 5 times a power of ten, so that there are few marks. */
  private static double step(double span) {
    double power = Math.pow(10, Math.floor(Math.log10(span / MOST_TICKS)));
    double raw = span / MOST_TICKS / power;
    return power * (raw <= 1 + 1e-9 ? 1 : raw <= 2 + 1e-9 ? 2 : raw <= 5 + 1e-9 ? 5 : 10);
  }

  /** Where a number stands. */
  double at(double value) {
    double share =
        log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** A number as the text writes it: commas from ten thousand on, small ones to three digits. */
  static String label(double value) {
    if (Math.abs(value) >= 10_000 && value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        Math.abs(value) >= 1
            ? exact.setScale(2, RoundingMode.HALF_UP)
            : exact.round(new MathContext(3, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
