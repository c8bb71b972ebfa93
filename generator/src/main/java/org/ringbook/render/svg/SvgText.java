package org.ringbook.render.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** SVG under construction: elements with classes, numbers with two decimals at most. */
public final class SvgText {

  private final StringBuilder out = new StringBuilder();

  /** Markup as it is. */
  public SvgText raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A rectangle. */
  public void rect(String classes, double x, double y, double width, double height) {
    out.append("<rect class=\"").append(classes).append('"');
    number("x", x);
    number("y", y);
    number("width", width);
    number("height", height);
    out.append("/>");
  }

  /** A filled shape; the corners are x and y in turn. */
  public void polygon(String classes, double... corners) {
    points("polygon", classes, corners);
    out.append("/>");
  }

  /**
   * A line through points; x and y in turn.
   *
   * @param dashes lengths of strokes and gaps, or an empty string for a solid line
   */
  public void polyline(String classes, double width, String dashes, double... points) {
    points("polyline", classes, points);
    number("stroke-width", width);
    out.append(dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"").append("/>");
  }

  /** A straight hairline. */
  public void hairline(String classes, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"hairline ").append(classes).append('"');
    number("x1", x1);
    number("y1", y1);
    number("x2", x2);
    number("y2", y2);
    out.append("/>");
  }

  private void points(String element, String classes, double... points) {
    out.append('<').append(element).append(" class=\"").append(classes).append("\" points=\"");
    for (int i = 0; i < points.length; i++) {
      out.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(format(points[i]));
    }
    out.append('"');
  }

  /**
   * Text at a point.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public void text(String classes, String anchor, double size, double x, double y, String text) {
    open(classes, anchor, size, x, y);
    out.append('>').append(escape(text)).append("</text>");
  }

  /** Text squeezed into a width. */
  public void squeezed(String classes, double size, double x, double y, double width, String text) {
    open(classes, "middle", size, x, y);
    number("textLength", width);
    out.append(" lengthAdjust=\"spacingAndGlyphs\">").append(escape(text)).append("</text>");
  }

  private void open(String classes, String anchor, double size, double x, double y) {
    out.append("<text class=\"").append(classes).append('"');
    number("x", x);
    number("y", y);
    number("font-size", size);
    out.append(" text-anchor=\"").append(anchor).append('"');
  }

  private void number(String name, double value) {
    out.append(' ').append(name).append("=\"").append(format(value)).append('"');
  }

  /** A number with two decimals at most. */
  public static String format(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Text as it may stand between tags and in attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
