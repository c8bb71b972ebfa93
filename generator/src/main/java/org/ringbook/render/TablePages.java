package org.ringbook.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.model.Book;
import org.ringbook.model.DataTable;
import org.ringbook.model.Section;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.TableGroup;

/** The pages that are tables of data, one for each table of the book. */
final class TablePages {

  private final List<DataTable> tables;

  TablePages(Book book) {
    this.tables = book.tables();
  }

  List<Page> all() {
    return tables.stream().map(TablePages::page).toList();
  }

  /** For the sidebar. */
  static List<Link> links(Book book) {
    return book.tables().stream()
        .map(table -> new Link("", table.title(), Addresses.table(table.id())))
        .toList();
  }

  private static Page page(DataTable table) {
    List<TableGroup> groups =
        table.groups().stream()
            .map(group -> new TableGroup(group.id(), group.title(), group.rows()))
            .toList();
    return Page.alone(
        Addresses.table(table.id()),
        table.title(),
        table.about(),
        new Content.Table(table.columns(), groups));
  }

  /** Each group of rows, as a reader finds it by search. */
  List<Section> sections() {
    return tables.stream()
        .flatMap(table -> table.groups().stream().map(group -> section(table, group)))
        .toList();
  }

  private static Section section(DataTable table, DataTable.Group group) {
    String text =
        group.rows().stream().map(row -> String.join(" ", row)).collect(Collectors.joining("\n"));
    return new Section(
        Addresses.table(table.id()) + "#" + group.id(),
        table.title() + ": " + group.title(),
        table.title(),
        "",
        List.of(),
        Stream.of(table.about(), text).collect(Collectors.joining("\n")));
  }
}
