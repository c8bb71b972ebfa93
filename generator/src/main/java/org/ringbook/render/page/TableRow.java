package org.ringbook.render.page;

import java.util.List;

/**
 * A row of a table.
 *
 * @param id its anchor
 * @param cells one for each column; an empty one is a box to tick on paper
 */
public record TableRow(String id, List<List<Span>> cells) {
  public TableRow {
    cells = List.copyOf(cells);
  }
}
