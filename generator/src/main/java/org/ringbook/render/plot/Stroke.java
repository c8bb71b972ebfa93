package org.ringbook.render.plot;

import java.util.List;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.render.svg.SvgText;

/**
 * How one series is told from the others: by dashes and by the shape of its points, so that it
 * needs no colour. Colour says who acts, the driver or the device, and nothing else.
 *
 * @param token colour of the theme
 * @param dashes of the line, or an empty string
 * @param corners of the mark at each point
 * @param turn of the mark, in parts of its corner
 */
record Stroke(String token, String dashes, int corners, double turn) {

  private static final double RADIUS = 4;
  private static final List<String> DASHES = List.of("", "7 4", "2 4", "9 3 2 3");

  static Stroke of(Series series, int index) {
    int shape = index % DASHES.size();
    int corners = List.of(16, 4, 3, 4).get(shape);
    return new Stroke(token(series), DASHES.get(shape), corners, shape == 1 ? 0.5 : 0);
  }

  static String token(Series series) {
    return switch (series.by()) {
      case "driver" -> "copper";
      case "device" -> "mask";
      default -> "ink";
    };
  }

  void mark(SvgText svg, double x, double y) {
    double[] points = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + turn) / corners - Math.PI / 2;
      points[2 * i] = x + RADIUS * Math.cos(angle);
      points[2 * i + 1] = y + RADIUS * Math.sin(angle);
    }
    svg.polygon("f-" + token, points);
  }
}
