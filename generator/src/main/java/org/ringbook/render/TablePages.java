package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringbook.model.Book;
import org.ringbook.model.Section;
import org.ringbook.model.TablePage;
import org.ringbook.model.TablePage.Column;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.Span;
import org.ringbook.render.page.TableGroup;
import org.ringbook.render.page.TableRow;

/** Pages that are tables of data, and their rows as a reader finds them by search. */
final class TablePages {

  private final List<TablePage> tables;

  TablePages(Book book) {
    this.tables = book.tables();
  }

  static String url(TablePage table) {
    return Addresses.table(table.slug());
  }

  List<Page> pages() {
    return tables.stream().map(TablePages::page).toList();
  }

  private static Page page(TablePage table) {
    return Page.alone(
        url(table),
        table.title(),
        Span.plain(table.lead()),
        new Content.Table(
            Span.parse(table.lead()),
            table.columns().stream().map(Column::title).toList(),
            table.groups().stream().map(TablePages::group).toList()));
  }

  private static TableGroup group(TablePage.Group group) {
    return new TableGroup(
        group.id(),
        group.title(),
        group.rows().stream()
            .map(row -> new TableRow(row.id(), row.cells().stream().map(Span::parse).toList()))
            .toList());
  }

  List<Section> sections() {
    return tables.stream().flatMap(TablePages::sections).toList();
  }

  private static Stream<Section> sections(TablePage table) {
    return table.groups().stream()
        .flatMap(group -> group.rows().stream().map(row -> section(table, group, row)));
  }

  private static Section section(TablePage table, TablePage.Group group, TablePage.Row row) {
    List<String> words = new ArrayList<>();
    String title = row.id();
    for (int i = 0; i < table.columns().size(); i++) {
      String cell = Span.plain(row.cells().get(i));
      if (i == 0) {
        title = cell;
      } else if (!cell.isEmpty()) {
        words.add(table.columns().get(i).title() + ": " + cell);
      }
    }
    return new Section(
        url(table) + "#" + row.id(),
        title,
        group.title().isEmpty() ? table.title() : table.title() + " › " + group.title(),
        "",
        List.of(),
        String.join("\n", words));
  }
}
