package org.ringbook.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringbook.model.Mistake;
import org.ringbook.model.NearestName;
import org.ringbook.model.Problems;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Section;
import org.ringbook.render.api.ConceptAddress;
import org.ringbook.render.api.ConceptEntry;
import org.ringbook.render.api.ConceptMap;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.MistakeGroup;
import org.ringbook.render.page.MistakeLine;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.Span;

/** The page of common mistakes, with a link to what shows each of them. */
final class MistakesPage {

  private static final String TITLE = "Common mistakes";

  private final ProvenBook proven;
  private final Addresses addresses;
  private final Map<String, String> concepts;

  MistakesPage(ProvenBook proven, Addresses addresses, ConceptMap map) {
    this.proven = proven;
    this.addresses = addresses;
    this.concepts =
        map.groups().stream()
            .flatMap(group -> group.concepts().stream())
            .collect(Collectors.toMap(ConceptEntry::id, ConceptEntry::title));
  }

  /** The page; none for a book that lists no mistakes. */
  Optional<Page> page(Problems problems) {
    List<Mistake.Group> groups = proven.book().mistakes();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<MistakeGroup> shown = groups.stream().map(group -> group(group, problems)).toList();
    return Optional.of(
        Page.alone(
            SiteModel.MISTAKES,
            TITLE,
            "What driver guides often have wrong: the right fact, its source, and what shows it",
            new Content.Mistakes(shown)));
  }

  /** Each mistake, as a reader finds it by search. */
  List<Section> sections() {
    return proven.book().mistakes().stream()
        .flatMap(group -> group.mistakes().stream().map(one -> section(group, one)))
        .toList();
  }

  /** Its title is what it is about; names in the wrong sentence are no title to find it by. */
  private static Section section(Mistake.Group group, Mistake mistake) {
    String about = mistake.id().replace('-', ' ');
    return new Section(
        SiteModel.MISTAKES + "#" + mistake.id(),
        about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1),
        TITLE + " › " + group.title(),
        "",
        List.of(),
        "Wrong: " + Span.plain(mistake.said()) + "\n" + Span.plain(mistake.right()));
  }

  private MistakeGroup group(Mistake.Group group, Problems problems) {
    List<MistakeLine> lines = new ArrayList<>();
    for (Mistake one : group.mistakes()) {
      List<Link> links =
          one.shown().stream().flatMap(shown -> link(shown, problems).stream()).toList();
      lines.add(
          new MistakeLine(
              one.id(),
              Span.parse(one.said()),
              Span.parse(one.right()),
              Span.parse(one.source()),
              links));
    }
    return new MistakeGroup(group.id(), group.title(), lines);
  }

  private Optional<Link> link(Mistake.Shown shown, Problems problems) {
    Optional<Link> link =
        switch (shown.part()) {
          case CHAPTER ->
              addresses
                  .chapter(shown.name())
                  .map(nav -> new Link(nav.number(), nav.title(), nav.url()));
          case EXAMPLE ->
              Optional.ofNullable(proven.examples().get(shown.name()))
                  .map(example -> new Link("", example.id(), Addresses.example(example.id())));
          case CONCEPT ->
              Optional.ofNullable(concepts.get(shown.name()))
                  .map(title -> new Link("", title, ConceptAddress.of(shown.name())));
        };
    if (link.isEmpty() && !isAskedFor(shown)) {
      report(shown, problems);
    }
    return link;
  }

  /** An example that a chapter asks for and that isn't proven is a problem already. */
  private boolean isAskedFor(Mistake.Shown shown) {
    return shown.part() == Mistake.Part.EXAMPLE
        && proven.book().chapters().flatMap(SiteModels::examples).anyMatch(shown.name()::equals);
  }

  private void report(Mistake.Shown shown, Problems problems) {
    Collection<String> known =
        switch (shown.part()) {
          case CHAPTER -> addresses.chapters();
          case EXAMPLE -> proven.examples().keySet();
          case CONCEPT -> concepts.keySet();
        };
    String what = shown.part().name().toLowerCase(Locale.ROOT);
    String title = "there is no " + what + " " + shown.name();
    problems.error("unknown-" + what, shown.place(), title, NearestName.hint(shown.name(), known));
  }
}
