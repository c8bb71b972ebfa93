package org.ringbook.render.bits;

import org.ringbook.render.svg.SvgText;

/** Paints one cell: ground, the writer's bar, hairline, bit numbers, name. */
final class CellPainter {

  private static final double BAR = 3;
  private static final double NUMBER_GAP = 5;
  private static final double INSET = 3;

  private final SvgText svg;

  CellPainter(SvgText svg) {
    this.svg = svg;
  }

  void cell(Cell cell) {
    swatch(cell.writer(), cell.box());
    numbers(cell);
    name(cell);
  }

  /** Ground, bars and hairline. */
  void swatch(Writer writer, Box box) {
    rect("f-" + writer.fill(), box);
    if (writer == Writer.BOTH) {
      svg.polygon(
          "f-mask-soft", box.x(), box.bottom(), box.right(), box.y(), box.right(), box.bottom());
    }
    if (writer.driver()) {
      rect("f-copper", new Box(box.x(), box.y(), box.width(), BAR));
    }
    if (writer.device()) {
      rect("f-mask", new Box(box.x(), box.bottom() - BAR, box.width(), BAR));
    }
    rect("f-none s-soft hairline", box);
  }

  private void rect(String classes, Box box) {
    svg.rect(classes, box.x(), box.y(), box.width(), box.height());
  }

  /** The shade between a run of narrow fields and the strip that enlarges it. */
  void fan(Strip strip) {
    Box from = strip.from();
    Box to = strip.box();
    double shoulder = to.y() - Metrics.NUMBERS_HEIGHT;
    svg.polygon(
        "f-code",
        from.x(),
        from.bottom(),
        from.right(),
        from.bottom(),
        to.right(),
        shoulder,
        to.right(),
        to.bottom(),
        to.x(),
        to.bottom(),
        to.x(),
        shoulder);
  }

  private void numbers(Cell cell) {
    Box box = cell.box();
    double y = box.y() - NUMBER_GAP;
    double high = Metrics.numberWidth(cell.high());
    double low = Metrics.numberWidth(cell.low());
    if (cell.bits() == 1 && high <= box.width()) {
      number("middle", box.middle(), y, cell.high());
    } else if (high + low + 3 * INSET <= box.width()) {
      number("start", box.x() + INSET, y, cell.high());
      number("end", box.right() - INSET, y, cell.low());
    }
  }

  private void number(String anchor, double x, double y, int bit) {
    svg.text("t-code f-soft", anchor, Metrics.NUMBER_SIZE, x, y, Integer.toString(bit));
  }

  private void name(Cell cell) {
    if (cell.label().isEmpty()) {
      return;
    }
    Box box = cell.box();
    String classes = "t-code " + (cell.writer() == Writer.NOBODY ? "f-soft" : "f-ink");
    double y = box.y() + box.height() / 2 + 4.5;
    if (Metrics.fits(cell.label(), box.width())) {
      svg.text(classes, "middle", Metrics.NAME_SIZE, box.middle(), y, cell.label());
    } else {
      svg.squeezed(classes, Metrics.NAME_SIZE, box.middle(), y, box.width() - 8, cell.label());
    }
  }
}
