package org.ringbook.render.page;

import java.util.List;

/**
 * Rows of a table under a heading.
 *
 * @param id the heading's anchor
 * @param title the heading, or an empty string
 * @param rows in order
 */
public record TableGroup(String id, String title, List<TableRow> rows) {
  public TableGroup {
    rows = List.copyOf(rows);
  }
}
