package org.ringbook.render.page;

import java.util.List;

/**
 * Rows of a table of data that belong together.
 *
 * @param id the heading's anchor
 * @param title the heading
 * @param rows with a cell for each column; the first names the row
 */
public record TableGroup(String id, String title, List<List<String>> rows) {
  public TableGroup {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
