package org.ringbook.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlotDataTest {

  private static final String OUTPUT =
      """
      before
      # plot: gain
      batch  doorbells
          1  1.0
         16  6.25e-2

      between
      # plot: spread
      queue frames
      0 250
      # plot: bare
      """;

  @Test
  void tables_are_found_by_name_and_end_at_a_blank_line_or_the_next() {
    Map<String, PlotData> all = PlotData.of(OUTPUT);
    assertEquals(List.of("gain", "spread", "bare"), List.copyOf(all.keySet()));
    assertEquals(
        new PlotData(
            List.of("batch", "doorbells"), List.of(List.of("1", "1.0"), List.of("16", "6.25e-2"))),
        all.get("gain"));
    assertEquals(
        new PlotData(List.of("queue", "frames"), List.of(List.of("0", "250"))), all.get("spread"));
    assertEquals(new PlotData(List.of(), List.of()), all.get("bare"));
  }

  @Test
  void numbers_are_read_as_printed() {
    PlotData data = new PlotData(List.of("x"), List.of(List.of("-1.5"), List.of("6.25e-2")));
    assertEquals(List.of(-1.5, 0.0625), data.numbers("x"));
  }

  @Test
  void what_is_no_number_is_told() {
    for (String wrong : List.of("1,5", "NaN", "0x10", "1.", "-", "Infinity")) {
      PlotData data = new PlotData(List.of("x"), List.of(List.of("1"), List.of(wrong)));
      assertEquals(Optional.of(wrong), data.notANumber("x"));
    }
  }

  @Test
  void a_row_of_another_length_is_told() {
    PlotData data = new PlotData(List.of("x", "y"), List.of(List.of("1", "2"), List.of("3")));
    assertEquals(Optional.of(List.of("3")), data.raggedRow());
    assertTrue(new PlotData(List.of("x"), List.of(List.of("1"))).raggedRow().isEmpty());
  }

  @Test
  void an_output_without_data_has_none() {
    assertEquals(Map.of(), PlotData.of("1 2\nplot: x\n # plot: y\n"));
  }
}
