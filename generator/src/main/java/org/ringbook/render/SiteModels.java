package org.ringbook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Use;
import org.ringbook.model.Volume;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.NavVolume;
import org.ringbook.render.page.SiteModel;

/** What all pages share, with counts that are counted. */
final class SiteModels {

  private SiteModels() {}

  static SiteModel of(ProvenBook proven, ConceptMap map) {
    Book book = proven.book();
    return new SiteModel(
        book.title(),
        book.tagline(),
        book.volumes().stream().map(volume -> nav(volume, proven)).toList(),
        map.groups().stream().map(group -> new Link("", group.title(), group.url())).toList(),
        !proven.examples().isEmpty(),
        !book.mistakes().isEmpty(),
        lookups(book, map),
        proven.proof().isWhole(),
        true,
        "");
  }

  /** Pages to look something up in, beside the map and the list of mistakes. */
  private static List<Link> lookups(Book book, ConceptMap map) {
    List<Link> lookups = new ArrayList<>();
    if (!book.terms().isEmpty()) {
      lookups.add(new Link("", GlossaryPage.TITLE, SiteModel.GLOSSARY));
    }
    if (!map.empty() || !book.types().isEmpty()) {
      lookups.add(new Link("", SymbolsPage.TITLE, SiteModel.SYMBOLS));
    }
    book.tables().forEach(table -> lookups.add(new Link("", table.title(), TablePages.url(table))));
    return lookups;
  }

  static NavVolume nav(Volume volume, ProvenBook proven) {
    Set<String> covered =
        volume.chapters().stream()
            .flatMap(chapter -> chapter.topics().stream())
            .collect(Collectors.toSet());
    int topicsCovered =
        (int) volume.topics().stream().filter(topic -> covered.contains(topic.id())).count();
    return new NavVolume(
        volume.number(),
        volume.title(),
        Addresses.volume(volume),
        volume.summary(),
        volume.chapters().stream().map(chapter -> Addresses.nav(volume, chapter)).toList(),
        volume.topics().size(),
        topicsCovered,
        (int) examples(volume).filter(proven.examples()::containsKey).distinct().count());
  }

  private static Stream<String> examples(Volume volume) {
    return volume.chapters().stream().flatMap(SiteModels::examples);
  }

  /** Ids of the examples that a chapter shows or plots, in order, each once. */
  static Stream<String> examples(Chapter chapter) {
    return chapter.uses().stream().flatMap(SiteModels::example).distinct();
  }

  private static Stream<String> example(Use use) {
    return switch (use) {
      case Use.ExampleUse example -> Stream.of(example.id());
      case Use.PlotUse plot -> Stream.of(plot.example());
      default -> Stream.empty();
    };
  }

  static List<Volume> volumesWithChapters(Book book) {
    return book.volumes().stream().filter(volume -> !volume.chapters().isEmpty()).toList();
  }
}
