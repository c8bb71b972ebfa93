package org.ringbook.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Section;
import org.ringbook.model.Site;
import org.ringbook.model.Volume;
import org.ringbook.render.api.CardScript;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.diagram.DiagramCache;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Crumb;
import org.ringbook.render.page.Neighbour;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.Theme;

/** The render stage. */
public final class Renderer {

  private final Theme theme;
  private final DiagramCache diagrams;
  private final KernelNames names;
  private final BodyCache finished;

  /**
   * A renderer.
   *
   * @param diagrams drawings that may be there already
   * @param names the map of kernel calls
   * @param finished chapters of earlier builds
   */
  public Renderer(Theme theme, DiagramCache diagrams, KernelNames names, BodyCache finished) {
    this.theme = theme;
    this.diagrams = diagrams;
    this.names = names;
    this.finished = finished;
  }

  /**
   * What came out.
   *
   * @param site pages and the theme's files
   * @param sections every section of every chapter, for search
   * @param sources the AsciiDoc file that each chapter's page was made from, by the page's path
   */
  public record Rendered(Site site, List<Section> sections, SortedMap<String, String> sources) {}

  /** Renders all pages; a drawing that fails is a problem. */
  public Rendered render(ProvenBook proven, Problems problems) {
    ConceptMap map = names.conceptMap();
    Book book = proven.book();
    var addresses = new Addresses(book);
    SiteModel site = SiteModels.of(proven, map);
    var chapters = new Chapters(proven, addresses, site, theme, diagrams, names, finished);
    Map<String, ChapterBody> bodies = chapters.finish(problems);
    var mistakes = new MistakesPage(proven, addresses, map);
    var tables = new TablePages(book);
    var glossary = new GlossaryPage(book, addresses, bodies);
    glossary.check(problems);
    List<Section> sections = new ArrayList<>(chapters.sections());
    sections.addAll(mistakes.sections());
    sections.addAll(tables.sections());
    List<Page> pages = new ArrayList<>(pages(proven, bodies));
    Mentions mentions = Mentions.of(book, bodies, names);
    pages.addAll(new ConceptPages(proven, map, mentions).all());
    mistakes.page(problems).ifPresent(pages::add);
    glossary.page().ifPresent(pages::add);
    new SymbolsPage(book, bodies, names).page().ifPresent(pages::add);
    pages.addAll(tables.pages());
    return new Rendered(
        new Site(files(site, map, pages)).with(chapters.pictures()), sections, chapters.sources());
  }

  private SortedMap<String, byte[]> files(SiteModel model, ConceptMap map, List<Page> pages) {
    SortedMap<String, byte[]> files = new TreeMap<>(theme.assets());
    files.putAll(CardScript.files(map));
    files.putAll(written(model, pages));
    return files;
  }

  /** Pages as bytes; there are hundreds, and each is written alone. */
  private Map<String, byte[]> written(SiteModel model, List<Page> pages) {
    return pages.parallelStream()
        .collect(
            Collectors.toMap(
                Page::path, page -> theme.render(model, page).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Page> pages(ProvenBook proven, Map<String, ChapterBody> bodies) {
    List<Page> pages = new ArrayList<>(new ListPages(proven, bodies).all());
    List<Neighbour> order = order(proven.book());
    int index = 0;
    for (Volume volume : proven.book().volumes()) {
      for (Chapter chapter : volume.chapters()) {
        ChapterBody body = bodies.get(chapter.slug());
        if (body != null) {
          pages.add(page(volume, chapter, body, at(order, index - 1), at(order, index + 1)));
        }
        index++;
      }
    }
    return pages;
  }

  private static Page page(
      Volume volume,
      Chapter chapter,
      ChapterBody body,
      @Nullable Neighbour previous,
      @Nullable Neighbour next) {
    return new Page(
        Addresses.chapter(volume, chapter),
        Addresses.plain(chapter.title()),
        body.lead(),
        List.of(new Crumb(volume.title(), Addresses.volume(volume))),
        body.toc(),
        previous,
        next,
        new Content.Chapter(chapter.number(), body.html()));
  }

  private static List<Neighbour> order(Book book) {
    return book.volumes().stream()
        .flatMap(volume -> volume.chapters().stream().map(c -> Addresses.nav(volume, c)))
        .map(nav -> new Neighbour(nav.number(), nav.title(), nav.url()))
        .toList();
  }

  private static @Nullable Neighbour at(List<Neighbour> order, int index) {
    return index < 0 || index >= order.size() ? null : order.get(index);
  }
}
