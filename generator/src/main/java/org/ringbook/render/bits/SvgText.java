package org.ringbook.render.bits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** SVG under construction: elements with classes, numbers with two decimals at most. */
final class SvgText {

  private final StringBuilder out = new StringBuilder();

  SvgText raw(String markup) {
    out.append(markup);
    return this;
  }

  void rect(String classes, Box box) {
    out.append("<rect class=\"").append(classes).append('"');
    number("x", box.x());
    number("y", box.y());
    number("width", box.width());
    number("height", box.height());
    out.append("/>");
  }

  /** A filled shape; the corners are x and y in turn. */
  void polygon(String classes, double... corners) {
    out.append("<polygon class=\"").append(classes).append("\" points=\"");
    for (int i = 0; i < corners.length; i++) {
      out.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(format(corners[i]));
    }
    out.append("\"/>");
  }

  void text(String classes, String anchor, double size, double x, double y, String text) {
    open(classes, anchor, size, x, y);
    out.append('>').append(escape(text)).append("</text>");
  }

  /** Text squeezed into a width. */
  void squeezed(String classes, double size, double x, double y, double width, String text) {
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

  static String format(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String escape(String text) {
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
