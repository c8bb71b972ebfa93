package org.ringbook.render.bits;

import java.util.List;

/**
 * A run of narrow fields, enlarged so that their names fit.
 *
 * @param from where the run stands in its row
 * @param cells the same fields, wide
 */
record Strip(Box from, List<Cell> cells) {

  Strip {
    cells = List.copyOf(cells);
  }

  Box box() {
    Box first = cells.getFirst().box();
    return new Box(first.x(), first.y(), cells.getLast().box().right() - first.x(), first.height());
  }
}
