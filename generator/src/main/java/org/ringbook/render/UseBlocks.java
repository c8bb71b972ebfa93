package org.ringbook.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;
import org.ringbook.model.Chapter;
import org.ringbook.model.Example;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Use;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.render.bits.BitDrawing;
import org.ringbook.render.diagram.DiagramCache;
import org.ringbook.render.diagram.Drawing;
import org.ringbook.render.highlight.Highlighter;
import org.ringbook.render.page.ExampleBox;
import org.ringbook.render.page.FactTable;
import org.ringbook.render.page.FigureBox;
import org.ringbook.render.page.Theme;

/** Fills the placeholders of a chapter with what was proven. What wasn't is already a problem. */
final class UseBlocks {

  private final ProvenBook proven;
  private final Theme theme;
  private final DiagramCache diagrams;
  private final KernelNames names;
  private final Problems problems;

  UseBlocks(
      ProvenBook proven, Theme theme, DiagramCache diagrams, KernelNames names, Problems problems) {
    this.proven = proven;
    this.theme = theme;
    this.diagrams = diagrams;
    this.names = names;
    this.problems = problems;
  }

  void fill(Element body, Chapter chapter, String path) {
    chapter.uses().stream()
        .filter(Use.KernelNameUse.class::isInstance)
        .map(Use.KernelNameUse.class::cast)
        .filter(use -> names.target(use.name()).isEmpty())
        .forEach(this::unknown);
    for (Element placeholder : body.select("div[data-use]")) {
      int number = Integer.parseInt(placeholder.attr("data-use"));
      placeholder.before(html(chapter.uses().get(number), path, number));
      placeholder.remove();
    }
  }

  private String html(Use use, String path, int number) {
    return switch (use) {
      case Use.ExampleUse example -> example(example, path);
      case Use.BitLayoutUse layout -> layout(layout, number);
      case Use.DiagramUse diagram -> diagram(diagram);
      case Use.ApiTableUse table -> table(table, path);
      case Use.PlotUse plot -> plot(plot);
      case Use.KernelNameUse _, Use.TermUse _ ->
          throw new IllegalStateException("has no placeholder");
    };
  }

  private String example(Use.ExampleUse use, String path) {
    Example example = proven.examples().get(use.id());
    if (example == null) {
      return "";
    }
    String code = use.tags().isEmpty() ? example.body() : regions(example, use.tags());
    return theme.example(path, box(example, code, !use.tags().isEmpty()));
  }

  static ExampleBox box(Example example, String code, boolean part) {
    return new ExampleBox(
        example.id(),
        "",
        example.description(),
        Addresses.example(example.id()),
        Highlighter.html("java", code),
        part,
        example.output(),
        "jbang " + example.id(),
        Runtime.version().feature());
  }

  private static String regions(Example example, List<String> tags) {
    return tags.stream()
        .map(example.regions()::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }

  private String plot(Use.PlotUse use) {
    Example example = proven.examples().get(use.example());
    return example == null
        ? ""
        : new PlotBlocks(problems).figure(use, example).map(theme::figure).orElse("");
  }

  private String layout(Use.BitLayoutUse use, int number) {
    BitLayout layout = proven.layouts().get(use.type());
    if (layout == null) {
      return "";
    }
    String title = layout.title().isEmpty() ? use.type() : layout.title();
    return theme.figure(
        new FigureBox(
            "layout-" + number,
            "bits",
            BitDrawing.svg(layout, "b" + number),
            "The " + layout.bits() / 8 + " bytes of the " + title + ", field by field",
            use.caption(),
            facts(layout)));
  }

  private static FactTable facts(BitLayout layout) {
    return new FactTable(
        "Fields as a table",
        List.of("Field", "Byte", "Bits", "Written by"),
        layout.fields().stream().map(UseBlocks::row).toList());
  }

  private static List<String> row(BitField field) {
    int last = field.bit() + field.width() - 1;
    String bits =
        field.width() == 1
            ? String.valueOf(field.bit() % 8)
            : field.bit() / 8 == last / 8
                ? String.format(Locale.ROOT, "%d:%d", last % 8, field.bit() % 8)
                : String.format(Locale.ROOT, "%d:0", field.width() - 1);
    return List.of(field.name(), String.valueOf(field.bit() / 8), bits, field.writer());
  }

  private String diagram(Use.DiagramUse use) {
    if (use.alt().isBlank() || use.text().isBlank()) {
      return "";
    }
    return switch (draw(use)) {
      case Drawing.Svg(String svg) ->
          theme.figure(new FigureBox("", "diagram", svg, use.alt(), use.caption(), null));
      case Drawing.Failure(int line, String message) -> {
        problems.error(
            "broken-diagram",
            new Place(use.place().file(), use.place().line() + line),
            "this " + use.kind() + " diagram can't be drawn: " + message,
            "");
        yield "";
      }
    };
  }

  private Drawing draw(Use.DiagramUse use) {
    try {
      return diagrams.svg(use.kind(), use.text(), use.alt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void unknown(Use.KernelNameUse use) {
    problems.error(
        "unknown-api-name",
        use.place(),
        "the API map doesn't know " + use.name(),
        names.hint(use.name()));
  }

  private String table(Use.ApiTableUse use, String path) {
    return names
        .table(use.category(), Addresses.relative(path, ConceptAddress.FOLDER))
        .orElseGet(
            () -> {
              problems.error(
                  "unknown-api-category",
                  use.place(),
                  "the API map has no category " + use.category(),
                  names.hint(use.category()));
              return "";
            });
  }
}
