package org.ringbook.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Volume;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.api.NameTarget;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.NavChapter;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.SymbolGroup;
import org.ringbook.render.page.SymbolLetter;
import org.ringbook.render.page.SymbolLine;

/** The index of names in code: kernel calls by system, and the types of the book's own code. */
final class SymbolsPage {

  static final String TITLE = "Index of symbols";

  private static final String OWN = "java";
  private static final Comparator<String> ORDER =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  private final Book book;
  private final KernelNames names;

  /** Sections by name, by system. */
  private final Map<String, SortedMap<String, Set<Link>>> mentions = new LinkedHashMap<>();

  private final Map<String, String> urls = new LinkedHashMap<>();

  SymbolsPage(Book book, Map<String, ChapterBody> bodies, KernelNames names) {
    this.book = book;
    this.names = names;
    for (Volume volume : book.volumes()) {
      for (Chapter chapter : volume.chapters()) {
        ChapterBody body = bodies.get(chapter.slug());
        if (body != null) {
          add(Addresses.nav(volume, chapter), body.tree());
        }
      }
    }
  }

  private void add(NavChapter chapter, Element body) {
    for (Element code : body.select("code:not(pre code, .api-table code)")) {
      Element link = code.parent();
      if (code.hasClass("api") || (link != null && link.hasClass("api"))) {
        names.target(code.text()).ifPresent(target -> kernel(chapter, code, target));
      } else if (book.types().contains(type(code.text()))) {
        add(OWN, type(code.text()), Mentions.section(chapter, code));
      }
    }
  }

  private void kernel(NavChapter chapter, Element code, NameTarget target) {
    add(target.system(), code.text(), Mentions.section(chapter, code));
    urls.put(target.system() + " " + code.text(), target.url());
  }

  /** {@code TxRing.submit} and {@code TxRing} are both about the type. */
  private static String type(String code) {
    return code.replaceFirst("[.(].*", "");
  }

  private void add(String system, String name, Link section) {
    mentions
        .computeIfAbsent(system, _ -> new TreeMap<>(ORDER))
        .computeIfAbsent(name, _ -> new LinkedHashSet<>())
        .add(section);
  }

  /** The page; none for a book whose chapters name neither calls nor types. */
  Optional<Page> page() {
    if (names.conceptMap().empty() && book.types().isEmpty()) {
      return Optional.empty();
    }
    List<SymbolGroup> groups = new ArrayList<>();
    for (ConceptMap.Term system : names.conceptMap().systems()) {
      group(system.key(), system.title()).ifPresent(groups::add);
    }
    group(OWN, "Java types of this book").ifPresent(groups::add);
    return Optional.of(
        Page.alone(
            SiteModel.SYMBOLS,
            TITLE,
            "Every kernel name and every type of the book's code, with the sections that mention"
                + " it",
            new Content.Symbols(groups)));
  }

  private Optional<SymbolGroup> group(String system, String title) {
    SortedMap<String, Set<Link>> named = mentions.get(system);
    if (named == null) {
      return Optional.empty();
    }
    SortedMap<String, List<SymbolLine>> letters = new TreeMap<>();
    named.forEach(
        (name, sections) ->
            letters
                .computeIfAbsent(letter(name), _ -> new ArrayList<>())
                .add(
                    new SymbolLine(
                        name, urls.getOrDefault(system + " " + name, ""), List.copyOf(sections))));
    List<SymbolLetter> lines =
        letters.entrySet().stream()
            .map(
                one -> new SymbolLetter(anchor(system, one.getKey()), one.getKey(), one.getValue()))
            .toList();
    return Optional.of(new SymbolGroup(system, title, lines));
  }

  private static String letter(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  private static String anchor(String system, String letter) {
    return system + "-" + (letter.equals("_") ? "underscore" : letter.toLowerCase(Locale.ROOT));
  }
}
