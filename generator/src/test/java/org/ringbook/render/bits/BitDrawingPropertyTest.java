package org.ringbook.render.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;

/** Holds for any layout: nothing is lost, nothing is drawn over something else. */
class BitDrawingPropertyTest {

  @Property(tries = 500)
  void drawsEachBitOnce(@ForAll("layouts") BitLayout layout) {
    List<Cell> cells = BitPlan.of(layout).rows().stream().flatMap(r -> r.cells().stream()).toList();
    assertEquals(layout.bits(), cells.stream().mapToInt(Cell::bits).sum());
    double unit = Metrics.WIDTH / Math.min(64, Math.max(8, layout.bits()));
    double width = cells.stream().mapToDouble(cell -> cell.box().width()).sum();
    assertEquals(layout.bits() * unit, width, 1e-6);
  }

  @Property(tries = 500)
  void namesEachWrittenFieldOnce(@ForAll("layouts") BitLayout layout) {
    List<String> labels = labelled(layout).map(Cell::label).toList();
    for (BitField field : layout.fields()) {
      long times = labels.stream().filter(field.name()::equals).count();
      assertTrue(field.writer().equals("nobody") ? times <= 1 : times == 1, field::name);
    }
  }

  @Property(tries = 500)
  void drawsNoCellOverAnother(@ForAll("layouts") BitLayout layout) {
    List<Box> boxes = new ArrayList<>();
    for (Cell cell : all(layout).toList()) {
      Box box = cell.box();
      Box withNumbers =
          new Box(
              box.x(),
              box.y() - Metrics.NUMBERS_HEIGHT + 1,
              box.width(),
              box.height() + Metrics.NUMBERS_HEIGHT - 1);
      assertTrue(box.x() > Metrics.GUTTER - 1e-6, cell::toString);
      assertTrue(box.right() < Metrics.GUTTER + Metrics.WIDTH + 1e-6, cell::toString);
      assertTrue(box.y() >= Metrics.NUMBERS_HEIGHT, cell::toString);
      boxes.forEach(other -> assertFalse(withNumbers.overlaps(other), cell::toString));
      boxes.add(withNumbers);
    }
  }

  @Property(tries = 200)
  void isWellFormed(@ForAll("layouts") BitLayout layout) {
    String markup = BitDrawing.svg(layout, "id");
    assertEquals(
        labelled(layout).count(),
        Jsoup.parse(markup, "", Parser.xmlParser()).select("text[font-size=12.5]").size());
    assertEquals(
        layout.fields().size(), Jsoup.parse(BitTable.html(layout)).select("tbody tr").size());
  }

  private static Stream<Cell> all(BitLayout layout) {
    return BitPlan.of(layout).rows().stream()
        .flatMap(
            row ->
                Stream.concat(
                    row.cells().stream(), row.strips().stream().flatMap(s -> s.cells().stream())));
  }

  private static Stream<Cell> labelled(BitLayout layout) {
    return all(layout).filter(cell -> !cell.label().isEmpty());
  }

  @Provide
  Arbitrary<BitLayout> layouts() {
    Arbitrary<Integer> width =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(1, 4)),
            net.jqwik.api.Tuple.of(3, Arbitraries.of(8, 12, 16, 32)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(48, 64, 100, 128)));
    Arbitrary<String> writer = Arbitraries.of("driver", "device", "both", "nobody");
    Arbitrary<Integer> length =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(8, 6),
            net.jqwik.api.Tuple.of(2, 20),
            net.jqwik.api.Tuple.of(1, 120));
    return Combinators.combine(width, writer, length)
        .as((bits, by, letters) -> new BitField("<".repeat(letters), 0, bits, by))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(BitDrawingPropertyTest::layout);
  }

  private static BitLayout layout(List<BitField> drafts) {
    Layouts layout = new Layouts();
    for (int i = 0; i < drafts.size(); i++) {
      BitField draft = drafts.get(i);
      layout.with(draft.name() + i, draft.width(), draft.writer());
    }
    return layout.named("any & all");
  }
}
