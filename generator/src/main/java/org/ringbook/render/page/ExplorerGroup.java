package org.ringbook.render.page;

import java.util.List;

/**
 * A table of the explorer.
 *
 * @param id anchor of the table
 * @param title of the group of concepts
 * @param rows in order
 */
public record ExplorerGroup(String id, String title, List<ExplorerRow> rows) {

  public ExplorerGroup {
    rows = List.copyOf(rows);
  }
}
