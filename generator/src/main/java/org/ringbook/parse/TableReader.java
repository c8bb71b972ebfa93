package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ringbook.model.DataTable;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.BookRoot;
import org.ringbook.source.BookRoot.Resolution.Inside;
import org.ringbook.source.IoReason;
import org.ringbook.source.YamlNode;

/**
 * Reads the tables of {@code book.yaml}: pages made of tab-separated values whose first line names
 * the columns. The column that the rows are grouped by becomes headings.
 */
final class TableReader {

  private final BookRoot root;
  private final Problems problems;

  private TableReader(BookRoot root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The tables that can be read; what is wrong with others is in the problems. */
  static List<DataTable> read(List<YamlNode> nodes, BookRoot root, Problems problems) {
    var reader = new TableReader(root, problems);
    Map<String, DataTable> tables = new LinkedHashMap<>();
    for (YamlNode node : nodes) {
      reader
          .table(node)
          .ifPresent(
              table -> {
                if (tables.putIfAbsent(table.id(), table) != null) {
                  String title = "the table " + table.id() + " stands twice";
                  problems.error("duplicate-id", node.place(), title, "Give one another id.");
                }
              });
    }
    return List.copyOf(tables.values());
  }

  private Optional<DataTable> table(YamlNode node) {
    node.allow(Set.of("id", "title", "about", "data", "group", "groups"));
    String id = node.required("id");
    String title = node.required("title");
    String about = node.required("about");
    String data = node.required("data");
    String group = node.required("group");
    Map<String, String> titles = new LinkedHashMap<>();
    node.member("groups")
        .ifPresent(all -> all.members().forEach((key, v) -> titles.put(key, v.text())));
    if (!OutlineCheck.isAddress(id)) {
      String hint = "Use lower-case letters, digits and hyphens.";
      problems.error("bad-id", node.place(), "the table's id " + id + " is not an address", hint);
      return Optional.empty();
    }
    if (!(root.resolve(root.path(), data) instanceof Inside(Path file))) {
      String hint = "Name a file of the book, from its root on.";
      problems.error("no-data", node.place(), "there is no file " + data, hint);
      return Optional.empty();
    }
    return lines(file)
        .flatMap(lines -> grouped(lines, group, titles, root.relative(file), node))
        .map(rows -> new DataTable(id, title, about, rows.columns, rows.groups));
  }

  private Optional<List<List<String>>> lines(Path file) {
    try {
      return Optional.of(
          Files.readString(file).lines().map(line -> List.of(line.split("\t", -1))).toList());
    } catch (IOException e) {
      String title = "the table can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(root.relative(file)), title, "Write it in UTF-8.");
      return Optional.empty();
    }
  }

  private record Rows(List<String> columns, List<DataTable.Group> groups) {}

  private Optional<Rows> grouped(
      List<List<String>> lines,
      String group,
      Map<String, String> titles,
      String file,
      YamlNode node) {
    List<String> columns = lines.isEmpty() ? List.of() : lines.getFirst();
    int by = columns.indexOf(group);
    if (by < 0) {
      String hint = NearestName.hint(group, columns);
      problems.error("unknown-column", node.place(), file + " has no column " + group, hint);
      return Optional.empty();
    }
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    titles.keySet().forEach(key -> rows.put(key, new ArrayList<>()));
    for (int i = 1; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      if (line.size() != columns.size()) {
        String title = line.size() + " cells, but " + columns.size() + " columns";
        problems.error("malformed-table", new Place(file, i + 1), title, "A tab parts two cells.");
      } else if (!OutlineCheck.isAddress(line.get(by))) {
        String title = group + " is no part of an address: " + line.get(by);
        String hint = "Use lower-case letters, digits and hyphens.";
        problems.error("malformed-table", new Place(file, i + 1), title, hint);
      } else {
        rows.computeIfAbsent(line.get(by), _ -> new ArrayList<>()).add(without(line, by));
      }
    }
    List<DataTable.Group> groups = new ArrayList<>();
    rows.forEach(
        (key, all) -> {
          if (!all.isEmpty()) {
            groups.add(new DataTable.Group(key, titles.getOrDefault(key, key), all));
          }
        });
    return Optional.of(new Rows(without(columns, by), groups));
  }

  private static List<String> without(List<String> cells, int column) {
    return IntStream.range(0, cells.size()).filter(i -> i != column).mapToObj(cells::get).toList();
  }
}
