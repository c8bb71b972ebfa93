package org.ringbook.render.bits;

import java.util.EnumSet;
import java.util.Set;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;
import org.ringbook.render.svg.SvgText;

/** Draws a binary format as an inline SVG. */
public final class BitDrawing {

  private static final double LEGEND_HEIGHT = 34;
  private static final double RIGHT_EDGE = 6;

  private final SvgText svg = new SvgText();
  private final BitLayout layout;
  private final BitPlan plan;

  private BitDrawing(BitLayout layout) {
    this.layout = layout;
    this.plan = BitPlan.of(layout);
  }

  /**
   * The drawing, the same for the same layout on every machine.
   *
   * @param layout fields without gaps, each written by driver, device, both or nobody
   * @param idPrefix begins the two ids of the drawing; unique on its page
   * @throws IllegalArgumentException where the fields leave a gap or name another writer
   */
  public static String svg(BitLayout layout, String idPrefix) {
    return new BitDrawing(layout).draw(SvgText.escape(idPrefix));
  }

  private String draw(String id) {
    String width = SvgText.format(Metrics.GUTTER + Metrics.WIDTH + RIGHT_EDGE);
    String height = SvgText.format(plan.height() + LEGEND_HEIGHT);
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing bits\" viewBox=\"0 0 ")
        .raw(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
        .raw("\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-desc\">")
        .raw("<title id=\"" + id + "-title\">" + SvgText.escape(layout.title()) + "</title>")
        .raw("<desc id=\"" + id + "-desc\">" + SvgText.escape(description()) + "</desc>");
    plan.rows().forEach(this::row);
    legend(plan.height() + LEGEND_HEIGHT - 6);
    return svg.raw("</svg>").toString();
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    for (BitField field : layout.fields()) {
      text.append(field.name())
          .append(", ")
          .append(field.width() == 1 ? "1 bit" : field.width() + " bits")
          .append(", ")
          .append(Writer.of(field).words())
          .append(". ");
    }
    return text.toString().strip();
  }

  private void row(Row row) {
    CellPainter painter = new CellPainter(svg);
    Box first = row.cells().getFirst().box();
    if (plan.rows().size() > 1) {
      double y = first.y() + Metrics.CELL_HEIGHT / 2 + 4;
      String offset = "+" + row.firstByte();
      svg.text("t-code f-soft", "start", Metrics.NUMBER_SIZE + 1, 0, y, offset);
    }
    row.strips().forEach(painter::fan);
    row.cells().forEach(painter::cell);
    row.strips().forEach(strip -> strip.cells().forEach(painter::cell));
  }

  private void legend(double y) {
    double x = Metrics.GUTTER;
    for (Writer writer : writers()) {
      new CellPainter(svg).swatch(writer, new Box(x, y - 11, 18, 14));
      svg.text("t-ui f-soft", "start", 12, x + 25, y, writer.words());
      x += 25 + 6 * writer.words().length() + 28;
    }
  }

  private Set<Writer> writers() {
    Set<Writer> writers = EnumSet.noneOf(Writer.class);
    layout.fields().forEach(field -> writers.add(Writer.of(field)));
    return writers;
  }
}
