package org.ringbook.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.ringbook.model.PlotRequest;
import org.ringbook.model.PlotRequest.Series;

class PlotDrawingTest {

  private static final PlotData DATA =
      new PlotData(
          List.of("n", "one", "two"),
          List.of(List.of("1", "10", "0"), List.of("2", "20", "5"), List.of("4", "40", "40")));

  private static final Series X = new Series("n", "rate & size", "");
  private static final Series ONE = new Series("one", "frames <sent>", "driver");
  private static final Series TWO = new Series("two", "frames that were received", "device");

  @Test
  void a_line_has_a_point_for_each_row_in_its_writers_colour() {
    Element svg = svg(List.of(ONE), false);
    assertEquals(1, svg.select("polyline.s-copper").size());
    assertEquals(3, svg.select("polyline").attr("points").split(" ").length);
    assertEquals(3, svg.select("polygon.f-copper").size());
  }

  @Test
  void the_only_line_is_named_by_the_upright_axis() {
    Element svg = svg(List.of(ONE), false);
    assertEquals(1, svg.select("text:containsOwn(frames <sent>)").size());
    assertEquals(1, svg.select("text:containsOwn(rate & size)").size());
  }

  @Test
  void several_lines_are_named_at_their_ends_and_differ_without_colour() {
    Element svg = svg(List.of(ONE, TWO), false);
    assertEquals(
        List.of("", "7 4"),
        svg.select("polyline").stream().map(line -> line.attr("stroke-dasharray")).toList());
    assertEquals(1, svg.select("text.f-mask:containsOwn(frames that were)").size());
  }

  @Test
  void names_of_lines_that_end_together_stand_apart() {
    List<Double> heights =
        svg(List.of(ONE, TWO), false).select("text.f-copper, text.f-mask").stream()
            .map(text -> Double.valueOf(text.attr("y")))
            .sorted()
            .toList();
    for (int i = 1; i < heights.size(); i++) {
      assertTrue(heights.get(i) - heights.get(i - 1) >= 15, "lines of text on one another");
    }
  }

  @Test
  void numbers_along_the_bottom_do_not_run_into_one_another() {
    List<List<String>> rows =
        IntStream.range(0, 9).mapToObj(i -> List.of(String.valueOf(100_000 << i), "1")).toList();
    PlotData wide = new PlotData(List.of("n", "one"), rows);
    PlotRequest ratios = new PlotRequest("", X, List.of(ONE), "", false, true, "a", "");
    Element svg = Jsoup.parse(PlotDrawing.svg(ratios, wide), "", Parser.xmlParser()).child(0);
    List<Element> numbers = svg.select("text[text-anchor=middle]");
    assertTrue(numbers.size() > 2, "hardly a number");
    for (int i = 1; i < numbers.size(); i++) {
      double room =
          Double.parseDouble(numbers.get(i).attr("x"))
              - Double.parseDouble(numbers.get(i - 1).attr("x"));
      assertTrue(room > 6 * numbers.get(i).text().length(), numbers.get(i).text());
    }
  }

  @Test
  void bars_rise_from_zero_and_carry_their_numbers() {
    Element svg = svg(List.of(ONE), true);
    assertEquals(List.of("10", "20", "40"), svg.select("text.f-ink[font-size=12]").eachText());
    List<Double> ends =
        svg.select("rect").stream()
            .map(bar -> Double.parseDouble(bar.attr("y")) + Double.parseDouble(bar.attr("height")))
            .distinct()
            .toList();
    assertEquals(1, ends.size(), "bars end at different heights: " + ends);
  }

  @Test
  void everything_stands_inside_the_drawing() {
    for (boolean bars : new boolean[] {true, false}) {
      for (Element text : svg(List.of(ONE, TWO), bars).select("text")) {
        double x = Double.parseDouble(text.attr("x"));
        double width = 7 * text.text().length();
        double left =
            switch (text.attr("text-anchor")) {
              case "start" -> x;
              case "middle" -> x - width / 2;
              default -> x - width;
            };
        assertTrue(left > -4 && left + width < PlotDrawing.WIDTH + 8, text.outerHtml());
      }
    }
  }

  @Test
  void the_drawing_has_no_styles_and_is_the_same_each_time() {
    String once = PlotDrawing.svg(request(List.of(ONE, TWO), false), DATA);
    assertFalse(once.contains("style"));
    assertEquals(once, PlotDrawing.svg(request(List.of(ONE, TWO), false), DATA));
  }

  private static Element svg(List<Series> y, boolean bars) {
    String svg = PlotDrawing.svg(request(y, bars), DATA);
    return Jsoup.parse(svg, "", Parser.xmlParser()).child(0);
  }

  private static PlotRequest request(List<Series> y, boolean bars) {
    return new PlotRequest("", X, y, "", bars, false, "alternative", "");
  }
}
