package org.ringbook.render.bits;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.BitField;
import org.ringbook.model.BitLayout;

/**
 * Where everything stands, before anything is drawn.
 *
 * @param rows of at most 64 bits, the first bytes first
 * @param height of all rows with their strips
 */
record BitPlan(List<Row> rows, double height) {

  private static final double ROW_GAP = 16;

  BitPlan {
    rows = List.copyOf(rows);
  }

  static BitPlan of(BitLayout layout) {
    check(layout);
    int rowBits = Math.min(Metrics.ROW_BITS, Math.max(8, layout.bits()));
    List<Row> rows = new ArrayList<>();
    double y = 0;
    for (int start = 0; start < layout.bits(); start += rowBits) {
      Row row = row(layout, start, rowBits, y + Metrics.NUMBERS_HEIGHT);
      rows.add(row);
      y = bottom(row) + ROW_GAP;
    }
    return new BitPlan(rows, y - ROW_GAP);
  }

  private static void check(BitLayout layout) {
    int next = 0;
    for (BitField field : layout.fields()) {
      if (field.bit() != next || field.width() < 1) {
        throw new IllegalArgumentException(
            layout.type()
                + ": field "
                + field.name()
                + " starts at bit "
                + field.bit()
                + ", expected "
                + next);
      }
      next += field.width();
    }
    if (next != layout.bits() || next == 0) {
      throw new IllegalArgumentException(
          layout.type() + ": the fields have " + next + " bits, the layout " + layout.bits());
    }
  }

  private static Row row(BitLayout layout, int start, int rowBits, double y) {
    double unit = Metrics.WIDTH / rowBits;
    int end = Math.min(start + rowBits, layout.bits());
    List<Cell> cells = new ArrayList<>();
    for (BitField field : layout.fields().reversed()) {
      int low = Math.max(field.bit(), start);
      int high = Math.min(field.bit() + field.width(), end) - 1;
      if (low <= high) {
        double x = Metrics.GUTTER + (rowBits - 1 - (high - start)) * unit;
        Box box = new Box(x, y, (high - low + 1) * unit, Metrics.CELL_HEIGHT);
        String label = low == field.bit() ? field.name() : "";
        cells.add(new Cell(field, high - start, low - start, box, label));
      }
    }
    return Enlarger.enlarge(start / 8, cells);
  }

  private static double bottom(Row row) {
    Box last = row.strips().isEmpty() ? row.cells().getFirst().box() : row.strips().getLast().box();
    return last.bottom();
  }
}
