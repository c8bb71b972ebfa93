package org.ringbook.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.NearestName;
import org.ringbook.model.Problems;
import org.ringbook.model.Term;
import org.ringbook.model.Use;
import org.ringbook.model.Volume;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.NavChapter;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.Span;
import org.ringbook.render.page.TermEntry;
import org.ringbook.render.page.TermGroup;

/** The glossary, with the chapters that use each term; one that none uses is a problem. */
final class GlossaryPage {

  static final String TITLE = "Glossary";

  private final Book book;
  private final Addresses addresses;
  private final Map<String, Term> terms;
  private final Map<String, Set<Link>> chapters = new HashMap<>();

  GlossaryPage(Book book, Addresses addresses, Map<String, ChapterBody> bodies) {
    this.book = book;
    this.addresses = addresses;
    this.terms = book.terms().stream().collect(Collectors.toMap(Term::id, term -> term));
    for (Volume volume : book.volumes()) {
      for (Chapter chapter : volume.chapters()) {
        ChapterBody body = bodies.get(chapter.slug());
        if (body != null) {
          use(Addresses.nav(volume, chapter), body);
        }
      }
    }
  }

  private void use(NavChapter chapter, ChapterBody body) {
    for (String href : body.tree().select("a.term").eachAttr("href")) {
      String term = href.substring(href.indexOf('#') + 1);
      chapters.computeIfAbsent(term, _ -> new LinkedHashSet<>()).add(link(chapter));
    }
  }

  /** Reports links to unknown terms, terms that no chapter uses, and chapters that aren't there. */
  void check(Problems problems) {
    book.chapters()
        .flatMap(chapter -> chapter.uses().stream())
        .filter(Use.TermUse.class::isInstance)
        .map(Use.TermUse.class::cast)
        .filter(use -> !terms.containsKey(use.term()))
        .forEach(
            use ->
                problems.error(
                    "unknown-term",
                    use.place(),
                    "the glossary has no " + use.term(),
                    NearestName.hint(use.term(), terms.keySet())));
    for (Term term : book.terms()) {
      if (!chapters.containsKey(term.id())) {
        String hint = "Use it in the text of a chapter, or take the entry out.";
        problems.error("unused-term", term.place(), "no chapter uses " + term.name(), hint);
      }
      if (!term.chapter().isEmpty() && addresses.chapter(term.chapter()).isEmpty()) {
        String hint = NearestName.hint(term.chapter(), addresses.chapters());
        problems.error(
            "unknown-chapter", term.place(), "there is no chapter " + term.chapter(), hint);
      }
    }
  }

  /** The page; none for a book without terms. */
  Optional<Page> page() {
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, List<TermEntry>> letters = new TreeMap<>();
    terms.values().stream()
        .sorted(Comparator.comparing((Term term) -> term.name().toLowerCase(Locale.ROOT)))
        .forEach(
            term ->
                letters
                    .computeIfAbsent(
                        term.name().substring(0, 1).toUpperCase(Locale.ROOT),
                        _ -> new ArrayList<>())
                    .add(entry(term)));
    return Optional.of(
        Page.alone(
            SiteModel.GLOSSARY,
            TITLE,
            "The words of network drivers, each in a sentence or two, with the chapters that use"
                + " it",
            new Content.Glossary(
                letters.entrySet().stream()
                    .map(letter -> new TermGroup(letter.getKey(), letter.getValue()))
                    .toList())));
  }

  private TermEntry entry(Term term) {
    return new TermEntry(
        term.id(),
        term.name(),
        term.also(),
        Span.parse(term.brief()),
        Span.parse(term.more()),
        term.see().stream()
            .flatMap(id -> Optional.ofNullable(terms.get(id)).stream())
            .map(other -> new Link("", other.name(), "#" + other.id()))
            .toList(),
        addresses.chapter(term.chapter()).map(GlossaryPage::link).stream().toList(),
        List.copyOf(chapters.getOrDefault(term.id(), Set.of())));
  }

  private static Link link(NavChapter chapter) {
    return new Link(chapter.number(), chapter.title(), chapter.url());
  }
}
