package org.ringbook.render.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of numbers in an example's output.
 *
 * @param columns names, in order
 * @param rows as printed, each with as many cells as there are columns
 */
public record PlotData(List<String> columns, List<List<String>> rows) {

  private static final String MARK = "# plot:";
  private static final String NUMBER = "[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?";

  public PlotData {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** All tables in an output, by name, in order. */
  public static Map<String, PlotData> of(String output) {
    Map<String, PlotData> tables = new LinkedHashMap<>();
    List<String> lines = output.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(MARK)) {
        String name = lines.get(i).substring(MARK.length()).strip();
        tables.putIfAbsent(name, table(lines.subList(i + 1, lines.size())));
      }
    }
    return tables;
  }

  private static PlotData table(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        break;
      }
      rows.add(List.of(line.strip().split("\\s+", -1)));
    }
    return rows.isEmpty()
        ? new PlotData(List.of(), List.of())
        : new PlotData(rows.getFirst(), rows.subList(1, rows.size()));
  }

  /** The first row that hasn't a cell for each column. */
  public Optional<List<String>> raggedRow() {
    return rows.stream().filter(row -> row.size() != columns.size()).findFirst();
  }

  /** The first cell of a column that is no number. */
  public Optional<String> notANumber(String column) {
    return texts(column).stream().filter(cell -> !cell.matches(NUMBER)).findFirst();
  }

  /** The cells of a column as printed. */
  public List<String> texts(String column) {
    int index = columns.indexOf(column);
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** The cells of a column as numbers. */
  public List<Double> numbers(String column) {
    return texts(column).stream().map(Double::valueOf).toList();
  }
}
