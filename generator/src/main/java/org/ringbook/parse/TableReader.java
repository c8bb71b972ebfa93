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
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.TablePage;
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
      } else if (root.resolve(volumes, page.data()) instanceof Resolution.Inside(Path file)) {
        read.add(new TableReader(page, problems).read(root.relative(file), file));
      } else {
        String hint = NearestName.hint(page.data(), names(volumes));
        problems.error("page-without-data", page.place(), "no file " + page.data(), hint);
      }
    }
    return read;
  }

  private static List<String> names(Path volumes) {
    return Siblings.below(volumes, ".yaml").stream()
        .map(file -> volumes.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private TablePage read(String name, Path file) {
    Map<String, List<TablePage.Row>> groups = new LinkedHashMap<>();
    try {
      YamlNode.parse(name, Files.readString(file), problems)
          .ifPresent(
              data -> {
                data.allow(Set.of("rows"));
                data.requiredItems("rows").forEach(row -> read(row, groups));
              });
    } catch (IOException e) {
      String title = "the data can't be read: " + IoReason.of(e);
      problems.error("unreadable-file", Place.of(name), title, "Write it in UTF-8.");
    }
    return new TablePage(
        page.slug(),
        page.title(),
        page.lead(),
        page.columns(),
        groups.entrySet().stream()
            .map(group -> new TablePage.Group(group.getKey(), group.getValue()))
            .toList());
  }

  private void read(YamlNode row, Map<String, List<TablePage.Row>> groups) {
    Set<String> keys = new TreeSet<>(Set.of("id"));
    page.columns().stream().map(TablePage.Column::key).forEach(keys::add);
    keys.add(page.groupBy());
    keys.remove("");
    row.allow(keys);
    String group = page.groupBy().isEmpty() ? "" : row.required(page.groupBy()).strip();
    List<String> cells =
        page.columns().stream()
            .map(column -> column.key().isEmpty() ? "" : row.required(column.key()).strip())
            .toList();
    groups
        .computeIfAbsent(group, _ -> new ArrayList<>())
        .add(new TablePage.Row(ids.of(row), cells, row.place()));
  }
}
