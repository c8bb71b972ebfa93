package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.TablePage;
import org.ringbook.model.Term;
import org.ringbook.parse.BookOutline.PageEntry;
import org.ringbook.source.BookRoot;
import org.ringbook.source.BookRoot.Resolution;
import org.ringbook.source.IoReason;
import org.ringbook.source.YamlNode;

/** Reads the pages that are tables of data, such as a register of risks. */
final class TableReader {

  /** Addresses of the site that no page of data may take. */
  private static final Set<String> TAKEN =
      Set.of("index", "topics", "glossary", "symbols", "mistakes", "404");

  private final PageEntry page;
  private final Problems problems;
  private final EntryIds ids;

  private TableReader(PageEntry page, Problems problems) {
    this.page = page;
    this.problems = problems;
    this.ids = new EntryIds(problems);
  }

  /** The pages that the outline lists, as far as they can be made. */
  static List<TablePage> read(
      BookRoot root, Path volumes, List<PageEntry> pages, Problems problems) {
    List<TablePage> read = new ArrayList<>();
    Set<String> slugs = new TreeSet<>(TAKEN);
    for (PageEntry page : pages) {
      if (!OutlineCheck.isAddress(page.slug()) || !slugs.add(page.slug())) {
        problems.error(
            "bad-page-name",
            page.place(),
            "the page name " + page.slug() + " is taken, or not an address",
            "Use another one, of lower-case letters, digits and hyphens.");
        continue;
      }
      switch (root.resolve(volumes, page.data())) {
        case Resolution.Inside(Path file) ->
            read.add(new TableReader(page, problems).read(root.relative(file), file));
        case Resolution.Missing(Path file) -> withoutData(page, near(file, volumes), problems);
        case Resolution.Outside() -> withoutData(page, List.of(), problems);
      }
    }
    return read;
  }

  private static void withoutData(PageEntry page, List<String> near, Problems problems) {
    String hint = NearestName.hint(page.data(), near);
    problems.error("page-without-data", page.place(), "no file " + page.data(), hint);
  }

  /**
   * What stands where the file was looked for, and all tables of the volumes, as pages name them.
   */
  private static List<String> near(Path missing, Path volumes) {
    Stream<Path> beside = Siblings.of(missing).stream().map(missing::resolveSibling);
    return Stream.concat(beside, Siblings.below(volumes, ".yaml").stream())
        .map(file -> volumes.relativize(file).toString().replace('\\', '/'))
        .distinct()
        .toList();
  }

  private TablePage read(String name, Path file) {
    Map<String, List<TablePage.Row>> groups = new LinkedHashMap<>();
    page.groups().keySet().forEach(group -> groups.put(group, new ArrayList<>()));
    try {
      String text = Files.readString(file);
      List<Entry> entries = name.endsWith(".tsv") ? tabbed(name, text) : listed(name, text);
      entries.forEach(entry -> add(entry, groups));
    } catch (IOException e) {
      String title = "the data can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(name), title, "Write it in UTF-8.");
    }
    groups.values().removeIf(List::isEmpty);
    return new TablePage(
        page.slug(),
        page.title(),
        page.lead(),
        page.columns(),
        groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).toList());
  }

  private TablePage.Group group(String value, List<TablePage.Row> rows) {
    return page.groups().isEmpty()
        ? new TablePage.Group("group-" + Term.id(value), value, rows)
        : new TablePage.Group(value, page.groups().getOrDefault(value, value), rows);
  }

  /** An entry of the data: what it is grouped by, and a text for each column. */
  private record Entry(String id, String group, List<String> cells, Place place) {}

  private void add(Entry entry, Map<String, List<TablePage.Row>> groups) {
    if (!page.groups().isEmpty() && !page.groups().containsKey(entry.group())) {
      problems.error(
          "unknown-group",
          entry.place(),
          "the page " + page.slug() + " has no group " + entry.group(),
          NearestName.hint(entry.group(), page.groups().keySet()));
      return;
    }
    groups
        .computeIfAbsent(entry.group(), _ -> new ArrayList<>())
        .add(new TablePage.Row(entry.id(), entry.cells(), entry.place()));
  }

  private List<Entry> listed(String name, String text) {
    List<Entry> entries = new ArrayList<>();
    YamlNode.parse(name, text, problems)
        .ifPresent(
            data -> {
              data.allow(Set.of("rows"));
              data.requiredItems("rows").forEach(row -> entries.add(listed(row)));
            });
    return entries;
  }

  private Entry listed(YamlNode row) {
    Set<String> keys = fields();
    keys.add("id");
    row.allow(keys);
    String group = page.groupBy().isEmpty() ? "" : row.required(page.groupBy()).strip();
    return new Entry(ids.of(row), group, cells(row::required), row.place());
  }

  private List<Entry> tabbed(String name, String text) {
    TabbedRows rows = TabbedRows.read(name, text, problems);
    for (String field : fields()) {
      if (!rows.columns().contains(field)) {
        String hint = NearestName.hint(field, rows.columns());
        problems.error("unknown-column", page.place(), name + " has no column " + field, hint);
        return List.of();
      }
    }
    return rows.rows().stream().map(this::tabbed).toList();
  }

  /** Rows without ids of their own are named by their group and their first cell. */
  private Entry tabbed(TabbedRows.Row row) {
    String group = page.groupBy().isEmpty() ? "" : row.cell(page.groupBy());
    List<String> cells = cells(row::cell);
    String id = group.isEmpty() ? cells.getFirst() : group + "-" + cells.getFirst();
    ids.check(id, row.place());
    return new Entry(id, group, cells, row.place());
  }

  private List<String> cells(UnaryOperator<String> field) {
    return page.columns().stream()
        .map(column -> column.key().isEmpty() ? "" : field.apply(column.key()).strip())
        .toList();
  }

  /** The fields of the data that the page shows. */
  private Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    page.columns().stream().map(TablePage.Column::key).forEach(fields::add);
    fields.add(page.groupBy());
    fields.remove("");
    return fields;
  }
}
