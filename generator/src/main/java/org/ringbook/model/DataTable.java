package org.ringbook.model;

import java.util.List;

/**
 * A page that is a table of data.
 *
 * @param id kebab-case, unique among the book's tables; the page's address
 * @param title heading of the page
 * @param about one or two sentences above the table
 * @param columns headings of the columns
 * @param groups of rows, in order
 */
public record DataTable(
    String id, String title, String about, List<String> columns, List<Group> groups) {

  public DataTable {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }

  /**
   * Rows that belong together.
   *
   * @param id the heading's anchor: what the data say
   * @param title the heading
   * @param rows with a cell for each column
   */
  public record Group(String id, String title, List<List<String>> rows) {
    public Group {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
