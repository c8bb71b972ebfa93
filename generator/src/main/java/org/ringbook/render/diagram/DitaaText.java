package org.ringbook.render.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Puts each text of a ditaa drawing where it stands in the source, whatever fonts the machine has.
 */
final class DitaaText {

  /** Ditaa's grid: a character is 10 by 14 pixels, behind a margin of two. */
  private static final int CELL_WIDTH = 10;

  private static final int CELL_HEIGHT = 14;
  private static final int MARGIN = 2;
  private static final int BASELINE = 11;
  private static final int SIZE = 13;

  private final List<String> lines;
  private final Set<Spot> taken = new HashSet<>();

  /** A place in the source. */
  private record Spot(int row, int column) {

    double distance(double x, double y) {
      double dx = (column + MARGIN) * CELL_WIDTH - x;
      double dy = (row + MARGIN) * CELL_HEIGHT + BASELINE - y;
      return Math.abs(dx) + 100 * Math.abs(dy);
    }
  }

  private DitaaText(String source) {
    this.lines = source.lines().toList();
  }

  static String reset(String svg, String source) throws DiagramFault {
    Document drawing = Jsoup.parse(svg, "", Parser.xmlParser());
    drawing.outputSettings().prettyPrint(false);
    DitaaText texts = new DitaaText(source);
    for (Element text : drawing.select("text")) {
      texts.reset(text);
    }
    drawing.select("svg > g > rect:first-child").remove();
    return drawing.outerHtml();
  }

  private void reset(Element text) throws DiagramFault {
    String words = text.wholeText().strip();
    Spot spot = nearest(words, number(text, "x"), number(text, "y"));
    taken.add(spot);
    double middle = (spot.column() + MARGIN + words.length() / 2.0) * CELL_WIDTH;
    text.attr("x", String.valueOf(middle))
        .attr("y", String.valueOf((spot.row() + MARGIN) * CELL_HEIGHT + BASELINE))
        .attr("text-anchor", "middle")
        .attr("font-size", String.valueOf(SIZE))
        .attr("font-family", "monospace")
        .attr("fill", Palette.INK)
        .text(words);
  }

  private Spot nearest(String words, double x, double y) throws DiagramFault {
    Spot best = null;
    for (int row = 0; row < lines.size(); row++) {
      String line = lines.get(row);
      for (int at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
        Spot spot = new Spot(row, at);
        boolean nearer = best == null || spot.distance(x, y) < best.distance(x, y);
        if (nearer && !taken.contains(spot)) {
          best = spot;
        }
      }
    }
    if (best == null) {
      throw new DiagramFault(0, "the text \"" + words + "\" was drawn, but it isn't in the source");
    }
    return best;
  }

  private static double number(Element text, String name) {
    return Double.parseDouble(text.attr(name));
  }
}
