package org.ringbook.render.plot;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.PlotRequest;
import org.ringbook.model.PlotRequest.Series;
import org.ringbook.render.svg.SvgText;

/** Draws numbers as lines or bars; every line says at its end what it is. */
public final class PlotDrawing {

  static final double WIDTH = 460;
  static final double HEIGHT = 290;
  static final double SIZE = 13;

  private static final double TOP = 34;
  private static final double BOTTOM = HEIGHT - 46;
  private static final double TICK_LETTER = 7.2;

  private final SvgText svg = new SvgText();
  private final PlotRequest request;
  private final PlotData data;
  private final Axis upright;
  private final double left;
  private final double right;

  private PlotDrawing(PlotRequest request, PlotData data) {
    this.request = request;
    this.data = data;
    List<Double> all = new ArrayList<>();
    request.y().forEach(series -> all.addAll(data.numbers(series.column())));
    this.upright = Axis.linear(all, BOTTOM, TOP);
    int widest = upright.ticks().stream().mapToInt(t -> Axis.label(t).length()).max().orElse(1);
    this.left = 14 + widest * TICK_LETTER;
    this.right = WIDTH - 14 - (isLabelled() ? EndLabels.width(request.y()) : 0);
  }

  /**
   * The drawing, the same for the same numbers on every machine.
   *
   * @param data with all columns that are asked for, numbers where they are drawn, two rows at
   *     least
   */
  public static String svg(PlotRequest request, PlotData data) {
    return new PlotDrawing(request, data).draw();
  }

  /** One line is named by the upright axis; bars are named by a legend. */
  private boolean isLabelled() {
    return !request.bars() && request.y().size() > 1;
  }

  private String draw() {
    String width = SvgText.format(WIDTH);
    String height = SvgText.format(HEIGHT);
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing plot\" viewBox=\"0 0 ")
        .raw(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
        .raw("\" aria-hidden=\"true\">");
    grid();
    if (request.bars()) {
      new Bars(svg, upright, left, right, BOTTOM).draw(request, data);
    } else {
      lines();
    }
    titles();
    return svg.raw("</svg>").toString();
  }

  private void grid() {
    for (double tick : upright.ticks()) {
      double y = upright.at(tick);
      svg.hairline(tick == 0 ? "s-soft" : "s-rule", left, y, right, y);
      svg.text("t-ui f-soft", "end", SIZE, left - 6, y + 4.5, Axis.label(tick));
    }
  }

  private void titles() {
    String title = request.yTitle().isEmpty() ? firstTitle() : request.yTitle();
    svg.text("t-ui f-ink", "start", SIZE, 2, 14, title);
    svg.text("t-ui f-ink", "end", SIZE, right, HEIGHT - 6, request.x().title());
  }

  private String firstTitle() {
    return request.y().size() == 1 ? request.y().getFirst().title() : "";
  }

  private void lines() {
    List<Double> xs = data.numbers(request.x().column());
    Axis along =
        request.logX()
            ? Axis.ratios(xs, left + 8, right - 8)
            : Axis.linear(xs, left + 8, right - 8);
    marks(along);
    EndLabels labels = new EndLabels(svg, right + 8, TOP, BOTTOM);
    for (int i = 0; i < request.y().size(); i++) {
      Series series = request.y().get(i);
      List<Double> ys = data.numbers(series.column()).stream().map(upright::at).toList();
      line(Stroke.of(series, i), xs.stream().map(along::at).toList(), ys);
      labels.add(series, ys.getLast());
    }
    if (isLabelled()) {
      labels.draw();
    }
  }

  /** A number that has no room beside the one before it is left out; its mark stays. */
  private void marks(Axis along) {
    double free = 0;
    for (double tick : along.ticks()) {
      double x = along.at(tick);
      String label = Axis.label(tick);
      double half = label.length() * TICK_LETTER / 2;
      svg.hairline("s-soft", x, BOTTOM, x, BOTTOM + 5);
      if (x - half > free) {
        svg.text("t-ui f-soft", "middle", SIZE, x, BOTTOM + 19, label);
        free = x + half + 4;
      }
    }
  }

  private void line(Stroke stroke, List<Double> xs, List<Double> ys) {
    double[] points = new double[xs.size() * 2];
    for (int i = 0; i < xs.size(); i++) {
      points[2 * i] = xs.get(i);
      points[2 * i + 1] = ys.get(i);
    }
    svg.polyline("f-none s-" + stroke.token(), 2, stroke.dashes(), points);
    for (int i = 0; i < xs.size(); i++) {
      stroke.mark(svg, xs.get(i), ys.get(i));
    }
  }
}
