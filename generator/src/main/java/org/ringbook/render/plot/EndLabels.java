package org.ringbook.render.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.render.svg.SvgText;

/** Names at the ends of lines, moved apart where the lines end close together. */
final class EndLabels {

  private static final double LETTER = 6.8;
  private static final double LINE = 15;
  private static final int MOST_LETTERS = 16;

  private record Label(Series series, double y, List<String> lines) {
    double height() {
      return lines.size() * LINE + 4;
    }
  }

  private final SvgText svg;
  private final double x;
  private final double top;
  private final double bottom;
  private final List<Label> labels = new ArrayList<>();

  EndLabels(SvgText svg, double x, double top, double bottom) {
    this.svg = svg;
    this.x = x;
    this.top = top;
    this.bottom = bottom;
  }

  /** The room that the names need. */
  static double width(List<Series> all) {
    return 10
        + LETTER
            * all.stream()
                .flatMap(series -> wrapped(series.title()).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
  }

  void add(Series series, double y) {
    labels.add(new Label(series, y, wrapped(series.title())));
  }

  void draw() {
    labels.sort(Comparator.comparingDouble(Label::y));
    double total = labels.stream().mapToDouble(Label::height).sum();
    double free = top - LINE;
    double rest = total;
    for (Label label : labels) {
      double wanted = label.y() - label.height() / 2;
      double y = Math.max(free, Math.min(wanted, bottom + LINE - rest));
      draw(label, y);
      free = y + label.height();
      rest -= label.height();
    }
  }

  private void draw(Label label, double y) {
    double baseline = y + 12;
    for (String line : label.lines()) {
      String colour = "f-" + Stroke.token(label.series());
      svg.text("t-ui " + colour, "start", PlotDrawing.SIZE, x, baseline, line);
      baseline += LINE;
    }
  }

  private static List<String> wrapped(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > MOST_LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
