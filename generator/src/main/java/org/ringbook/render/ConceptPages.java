package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Example;
import org.ringbook.model.ProvenBook;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptGroup;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.WrongName;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Crumb;
import org.ringbook.render.page.ExampleBox;
import org.ringbook.render.page.ExplorerGroup;
import org.ringbook.render.page.ExplorerRow;
import org.ringbook.render.page.Neighbour;
import org.ringbook.render.page.Page;

/** The pages of the map of kernel calls: the explorer, and one page for each concept. */
final class ConceptPages {

  private final ProvenBook proven;
  private final ConceptMap map;
  private final Mentions mentions;

  ConceptPages(ProvenBook proven, ConceptMap map, Mentions mentions) {
    this.proven = proven;
    this.map = map;
    this.mentions = mentions;
  }

  /** All pages; none for a book without a map. */
  List<Page> all() {
    List<Page> pages = new ArrayList<>();
    if (!map.empty()) {
      pages.add(explorer());
      map.groups().forEach(group -> pages.addAll(concepts(group)));
    }
    return pages;
  }

  private Page explorer() {
    List<ExplorerGroup> groups =
        map.groups().stream()
            .map(
                group ->
                    new ExplorerGroup(
                        group.id(),
                        group.title(),
                        group.concepts().stream().map(this::row).toList()))
            .toList();
    return Page.alone(
        ConceptAddress.EXPLORER,
        "API map",
        "Kernel calls side by side: what a call is named elsewhere, and what bites",
        new Content.Explorer(map.systems(), map.relations(), groups));
  }

  private ExplorerRow row(ConceptEntry concept) {
    List<ExplorerRow.Cell> cells =
        map.systems().stream().map(system -> cell(concept, system)).toList();
    List<String> shown = cells.stream().flatMap(cell -> cell.calls().stream()).toList();
    return new ExplorerRow(
        concept.id(),
        concept.title(),
        concept.url(),
        concept.relation(),
        cells,
        concept.names().stream().filter(Predicate.not(shown::contains)).toList(),
        concept.wrongNames().stream().map(WrongName::name).distinct().toList());
  }

  private static ExplorerRow.Cell cell(ConceptEntry concept, ConceptMap.Term system) {
    return concept
        .on(system.key())
        .map(c -> new ExplorerRow.Cell(system, c.usualNames(), c.usual().isEmpty()))
        .orElseGet(() -> new ExplorerRow.Cell(system, List.of(), false));
  }

  private List<Page> concepts(ConceptGroup group) {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      pages.add(concept(group, i));
    }
    return pages;
  }

  private Page concept(ConceptGroup group, int index) {
    ConceptEntry concept = group.concepts().get(index);
    return new Page(
        concept.url(),
        concept.title(),
        description(concept),
        List.of(
            new Crumb("API map", ConceptAddress.EXPLORER), new Crumb(group.title(), group.url())),
        List.of(),
        at(group, index - 1),
        at(group, index + 1),
        new Content.Concept(concept, group, example(concept), mentions.of(concept.id())));
  }

  /** What it does; where that isn't written, what bites. */
  private static String description(ConceptEntry concept) {
    String does = concept.words().does();
    return does.isEmpty() ? concept.words().bites() : does;
  }

  private static @Nullable Neighbour at(ConceptGroup group, int index) {
    if (index < 0 || index >= group.size()) {
      return null;
    }
    ConceptEntry concept = group.concepts().get(index);
    return new Neighbour("", concept.title(), concept.url());
  }

  /** An example that isn't there was told of when the map was read against the book. */
  private @Nullable ExampleBox example(ConceptEntry concept) {
    Example example = proven.examples().get(concept.example());
    return example == null ? null : UseBlocks.box(example, example.body(), false);
  }
}
