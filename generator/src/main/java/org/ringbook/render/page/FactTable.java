package org.ringbook.render.page;

import java.util.List;

/**
 * A small table of plain text under a figure.
 *
 * @param title words that unfold it, such as {@code Fields as a table}
 * @param columns headings
 * @param rows as many cells each as there are columns; the first names the row
 */
public record FactTable(String title, List<String> columns, List<List<String>> rows) {

  public FactTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
