package org.ringbook.model;

import java.util.List;

/**
 * A page that is one table, made from a file of data: a register, a checklist.
 *
 * @param slug its address without {@code .html}
 * @param title heading
 * @param lead one or two sentences under it
 * @param columns in order; the first names the row
 * @param groups rows under a heading each; one without a title where the page has no groups
 */
public record TablePage(
    String slug, String title, String lead, List<Column> columns, List<Group> groups) {

  public TablePage {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }

  /**
   * A column.
   *
   * @param key of the field in the data, or an empty string for a box to tick on paper
   * @param title its heading
   */
  public record Column(String key, String title) {}

  /**
   * Rows that belong together.
   *
   * @param id the heading's anchor
   * @param title heading, or an empty string
   * @param rows in the order of the file
   */
  public record Group(String id, String title, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param id kebab-case, unique on the page; the page anchors it
   * @param cells one for each column, with backticks around code
   * @param place of the row in the data
   */
  public record Row(String id, List<String> cells, Place place) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
