package org.ringbook.render.bits;

import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;
import org.ringbook.render.svg.SvgText;

/** Says in a table what {@link BitDrawing} draws. */
public final class BitTable {

  private BitTable() {}

  /**
   * A table with the columns byte, bits, field and writer; the bits are counted within their eight
   * bytes, as the drawing counts them.
   *
   * @throws IllegalArgumentException where the fields leave a gap or name another writer
   */
  public static String html(BitLayout layout) {
    BitPlan.of(layout);
    StringBuilder html = new StringBuilder("<table class=\"bit-table\"><caption>");
    html.append(SvgText.escape(layout.title())).append("</caption><thead><tr>");
    for (String head : new String[] {"Byte", "Bits", "Field", "Written by"}) {
      html.append("<th scope=\"col\">").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    layout.fields().forEach(field -> row(html, field));
    return html.append("</tbody></table>").toString();
  }

  private static void row(StringBuilder html, BitField field) {
    Writer writer = Writer.of(field);
    html.append("<tr class=\"by-").append(field.writer()).append("\"><td>");
    html.append(field.bit() / 8).append("</td><td>").append(bits(field));
    html.append("</td><th scope=\"row\"><code>").append(SvgText.escape(field.name()));
    html.append("</code></th><td>").append(writer == Writer.NOBODY ? "nobody" : writer.words());
    html.append("</td></tr>");
  }

  private static String bits(BitField field) {
    int low = field.bit() % Metrics.ROW_BITS;
    if (field.width() == 1) {
      return Integer.toString(low);
    }
    return (low + field.width() - 1) + ":" + low;
  }
}
