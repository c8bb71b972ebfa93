package org.ringbook.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0 0.2 0.4 0.6 0.8 1",
    "0.03, 0 0.005 0.01 0.015 0.02 0.025 0.03",
    "7, 0 2 4 6 8",
    "250, 0 50 100 150 200 250",
    "64000, '0 20,000 40,000 60,000 80,000'",
    "0, 0 0.2 0.4 0.6 0.8 1",
  })
  void marks_stand_at_round_numbers_from_zero(double most, String labels) {
    Axis axis = Axis.linear(List.of(most / 2, most), 0, 100);
    assertEquals(
        labels, String.join(" ", axis.ticks().stream().map(tick -> Axis.label(tick)).toList()));
  }

  @Test
  void numbers_below_zero_have_their_place() {
    Axis axis = Axis.linear(List.of(-30.0, 20.0), 0, 100);
    assertEquals(List.of(-30.0, -20.0, -10.0, 0.0, 10.0, 20.0), axis.ticks());
    assertEquals(60, axis.at(0), 1e-9);
  }

  @Test
  void the_ends_of_a_linear_axis_are_its_first_and_last_mark() {
    Axis axis = Axis.linear(List.of(3.0, 7.0), 300, 20);
    assertEquals(300, axis.at(axis.ticks().getFirst()), 1e-9);
    assertEquals(20, axis.at(axis.ticks().getLast()), 1e-9);
    assertEquals(160, axis.at(4), 1e-9);
  }

  @Test
  void equal_ratios_are_equal_steps() {
    Axis axis = Axis.ratios(List.of(1.0, 4.0, 2.0, 8.0), 0, 90);
    assertEquals(List.of(1.0, 2.0, 4.0, 8.0), axis.ticks());
    assertEquals(30, axis.at(2), 1e-9);
    assertEquals(60, axis.at(4), 1e-9);
  }

  @Test
  void many_points_are_marked_by_powers_of_ten() {
    List<Double> points =
        java.util.stream.IntStream.rangeClosed(1, 1000).mapToObj(Double::valueOf).toList();
    assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), Axis.ratios(points, 0, 1).ticks());
  }
}
