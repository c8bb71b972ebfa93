package org.ringbook.render.plot;

import java.util.List;
import org.ringbook.model.PlotRequest;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.render.svg.SvgText;

/** Bars side by side at each name along the bottom, with their numbers where there is room. */
final class Bars {

  private static final double ROOM_FOR_NUMBER = 24;
  private static final double LETTER = 6.8;

  private final SvgText svg;
  private final Axis upright;
  private final double left;
  private final double right;
  private final double bottom;

  Bars(SvgText svg, Axis upright, double left, double right, double bottom) {
    this.svg = svg;
    this.upright = upright;
    this.left = left;
    this.right = right;
    this.bottom = bottom;
  }

  void draw(PlotRequest request, PlotData data) {
    List<String> names = data.texts(request.x().column());
    double slot = (right - left) / names.size();
    double width = slot * 0.72 / request.y().size();
    for (int i = 0; i < names.size(); i++) {
      double x = left + slot * i + slot * 0.14;
      svg.text(
          "t-ui f-soft",
          "middle",
          PlotDrawing.SIZE,
          left + slot * (i + 0.5),
          bottom + 19,
          names.get(i));
      for (int s = 0; s < request.y().size(); s++) {
        Series series = request.y().get(s);
        bar(paint(series, s), x + s * width, width, data.numbers(series.column()).get(i));
      }
    }
    if (request.y().size() > 1) {
      legend(request.y());
    }
  }

  private void bar(String paint, double x, double width, double value) {
    double zero = upright.at(Math.max(upright.low(), 0));
    double y = upright.at(value);
    svg.rect(paint, x + 1, Math.min(y, zero), width - 2, Math.abs(zero - y));
    if (width >= ROOM_FOR_NUMBER) {
      String number = Axis.label(value);
      svg.text("t-ui f-ink", "middle", 12, x + width / 2, Math.min(y, zero) - 4, number);
    }
  }

  /** Neighbours differ by filling, so that they need no colour. */
  private static String paint(Series series, int index) {
    String token = Stroke.token(series);
    return index % 2 == 0
        ? "f-" + (token.equals("ink") ? "soft" : token)
        : "hairline f-sheet s-" + token;
  }

  private void legend(List<Series> all) {
    double x = right;
    for (int i = all.size() - 1; i >= 0; i--) {
      Series series = all.get(i);
      x -= LETTER * series.title().length();
      svg.text("t-ui f-ink", "start", PlotDrawing.SIZE, x, 14, series.title());
      svg.rect(paint(series, i), x - 18, 4, 12, 11);
      x -= 34;
    }
  }
}
