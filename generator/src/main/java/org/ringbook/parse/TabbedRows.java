package org.ringbook.parse;

import java.util.ArrayList;
import java.util.List;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * Tab-separated values whose first line names the columns.
 *
 * @param columns names, in order
 * @param rows that have a cell for each column
 */
record TabbedRows(List<String> columns, List<TabbedRows.Row> rows) {

  TabbedRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A line of the file. */
  record Row(List<String> columns, List<String> cells, Place place) {
    Row {
      columns = List.copyOf(columns);
      cells = List.copyOf(cells);
    }

    /** The text in a column, one of the file's. */
    String cell(String column) {
      return cells.get(columns.indexOf(column));
    }
  }

  /** Reads a file; a line with another number of cells is a problem, and left out. */
  static TabbedRows read(String name, String text, Problems problems) {
    List<String> lines = text.lines().toList();
    List<String> columns = lines.isEmpty() ? List.of() : split(lines.getFirst());
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = split(lines.get(i));
      var place = new Place(name, i + 1);
      if (cells.size() == columns.size()) {
        rows.add(new Row(columns, cells, place));
      } else {
        String title = cells.size() + " cells, but " + columns.size() + " columns";
        problems.error("malformed-table", place, title, "A tab parts two cells.");
      }
    }
    return new TabbedRows(columns, rows);
  }

  private static List<String> split(String line) {
    return List.of(line.split("\t", -1));
  }
}
