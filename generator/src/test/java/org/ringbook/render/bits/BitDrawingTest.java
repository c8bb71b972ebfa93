package org.ringbook.render.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;

class BitDrawingTest {

  @Test
  void drawsTheMostSignificantBitOnTheLeft() {
    Row second = BitPlan.of(Layouts.legacyTransmit()).rows().get(1);
    assertEquals("special", second.cells().getFirst().label());
    assertEquals(63, second.cells().getFirst().high());
    assertEquals("length", second.cells().getLast().label());
    assertEquals(0, second.cells().getLast().low());
    assertEquals(8, second.firstByte());
  }

  @Test
  void enlargesTheCommandAndStatusBits() {
    List<Strip> strips = BitPlan.of(Layouts.legacyTransmit()).rows().get(1).strips();
    assertEquals(1, strips.size());
    assertEquals(
        List.of("TU", "LC", "EC", "DD", "IDE", "VLE", "DEXT", "RPS", "RS", "IC", "IFCS", "EOP"),
        strips.getFirst().cells().stream().map(Cell::label).toList());
  }

  @Test
  void coloursByWriterAndMarksWithBarsToo() {
    Element svg = svg(Layouts.advancedTransmit());
    assertTrue(svg.select("rect.f-copper-soft").size() > 8);
    assertEquals(svg.select("rect.f-mask").size(), svg.select("polygon.f-mask-soft").size());
    assertTrue(svg.select("text").eachText().containsAll(List.of("driver", "driver and device")));
  }

  @Test
  void hasClassesInsteadOfStylesAndATextAlternative() {
    String markup = BitDrawing.svg(Layouts.legacyTransmit(), "p\"x");
    assertTrue(!markup.contains("style") && !markup.contains("#") && !markup.contains("url("));
    Element svg = Jsoup.parse(markup, "", Parser.xmlParser()).child(0);
    assertEquals("p\"x-title p\"x-desc", svg.attr("aria-labelledby"));
    assertEquals("Legacy transmit descriptor", svg.expectFirst("title").text());
    assertTrue(svg.expectFirst("desc").text().contains("DD, 1 bit, device."));
    assertEquals(markup, BitDrawing.svg(Layouts.legacyTransmit(), "p\"x"));
  }

  @Test
  void refusesGapsAndUnknownWriters() {
    BitField late = new BitField("late", 1, 7, "driver");
    BitField stranger = new BitField("stranger", 0, 8, "nature");
    Stream.of(late, stranger)
        .map(field -> new BitLayout("T", "t", 8, List.of(field)))
        .forEach(
            layout ->
                assertThrows(IllegalArgumentException.class, () -> BitDrawing.svg(layout, "p")));
  }

  @Test
  void saysTheSameInATable() {
    Element table =
        Jsoup.parseBodyFragment(BitTable.html(Layouts.legacyTransmit())).body().child(0);
    assertEquals(
        List.of("0", "63:0", "addr", "driver"),
        table.expectFirst("tbody tr").children().eachText());
    assertEquals(
        List.of("12", "32", "DD", "device"),
        table.select("tbody tr").get(11).children().eachText());
    assertEquals(18, table.select("tbody tr").size());
  }

  private static Element svg(BitLayout layout) {
    return Jsoup.parse(BitDrawing.svg(layout, "p"), "", Parser.xmlParser()).child(0);
  }
}
