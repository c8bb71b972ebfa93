package org.ringbook.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Example;
import org.ringbook.model.ProvenBook;
import org.ringbook.model.Topic;
import org.ringbook.model.Volume;
import org.ringbook.render.page.ChapterLine;
import org.ringbook.render.page.Content;
import org.ringbook.render.page.Crumb;
import org.ringbook.render.page.Door;
import org.ringbook.render.page.ExampleGroup;
import org.ringbook.render.page.ExampleLine;
import org.ringbook.render.page.Link;
import org.ringbook.render.page.NavChapter;
import org.ringbook.render.page.Page;
import org.ringbook.render.page.SiteModel;
import org.ringbook.render.page.TopicGroup;
import org.ringbook.render.page.TopicLine;

/** Pages that list things: home, volumes, examples, topics, and each example's own page. */
final class ListPages {

  private final ProvenBook proven;
  private final Book book;
  private final Map<String, ChapterBody> bodies;

  /**
   * Pages of a book.
   *
   * @param bodies of its chapters, by slug
   */
  ListPages(ProvenBook proven, Map<String, ChapterBody> bodies) {
    this.proven = proven;
    this.book = proven.book();
    this.bodies = bodies;
  }

  List<Page> all() {
    List<Page> pages = new ArrayList<>();
    pages.add(home());
    book.volumes().forEach(volume -> pages.add(volume(volume)));
    pages.add(topics());
    pages.add(
        Page.alone(
            SiteModel.NOT_FOUND, "Not found", "No page at this address", new Content.NotFound()));
    if (!proven.examples().isEmpty()) {
      pages.add(examples());
      proven.examples().values().stream()
          .sorted(Comparator.comparing(Example::id))
          .forEach(example -> pages.add(example(example)));
    }
    return pages;
  }

  private Page home() {
    List<Door> doors =
        book.front().doors().stream()
            .map(
                door ->
                    new Door(door.title(), door.text(), door.step(), door.command(), door.url()))
            .toList();
    return Page.alone(
        SiteModel.HOME, book.title(), book.tagline(), new Content.Home(book.front().lead(), doors));
  }

  private Page volume(Volume volume) {
    List<ChapterLine> chapters =
        volume.chapters().stream()
            .map(
                chapter -> {
                  NavChapter nav = Addresses.nav(volume, chapter);
                  return new ChapterLine(nav.number(), nav.title(), nav.url(), lead(chapter));
                })
            .toList();
    List<TopicLine> planned =
        volume.topics().stream().filter(topic -> links(topic).isEmpty()).map(this::line).toList();
    return Page.alone(
        Addresses.volume(volume),
        volume.title(),
        volume.summary(),
        new Content.Volume(SiteModels.nav(volume, proven), chapters, planned));
  }

  private String lead(Chapter chapter) {
    ChapterBody body = bodies.get(chapter.slug());
    return body == null ? "" : body.lead();
  }

  private Page topics() {
    List<TopicGroup> groups =
        book.volumes().stream()
            .map(
                volume ->
                    new TopicGroup(
                        SiteModels.nav(volume, proven),
                        volume.topics().stream().map(this::line).toList()))
            .toList();
    return Page.alone(
        SiteModel.TOPICS,
        "Topics",
        "Every topic of the handbook: where it is covered, or that it is planned",
        new Content.Topics(groups));
  }

  private TopicLine line(Topic topic) {
    return new TopicLine(topic.id(), topic.title(), links(topic));
  }

  private List<Link> links(Topic topic) {
    return chapters(chapter -> chapter.topics().contains(topic.id()));
  }

  private List<Link> chapters(Predicate<Chapter> which) {
    List<Link> links = new ArrayList<>();
    for (Volume volume : book.volumes()) {
      for (Chapter chapter : volume.chapters()) {
        if (which.test(chapter)) {
          NavChapter nav = Addresses.nav(volume, chapter);
          links.add(new Link(nav.number(), nav.title(), nav.url()));
        }
      }
    }
    return links;
  }

  private List<Link> usedIn(String example) {
    return chapters(chapter -> SiteModels.examples(chapter).anyMatch(example::equals));
  }

  private Page examples() {
    List<ExampleGroup> groups =
        SiteModels.volumesWithChapters(book).stream()
            .map(volume -> new ExampleGroup(volume.title(), lines(volume)))
            .filter(group -> !group.examples().isEmpty())
            .toList();
    return Page.alone(
        SiteModel.EXAMPLES,
        "Examples",
        "Every runnable example, with what it shows and where it is explained",
        new Content.Examples(groups));
  }

  private List<ExampleLine> lines(Volume volume) {
    return volume.chapters().stream()
        .flatMap(SiteModels::examples)
        .distinct()
        .map(proven.examples()::get)
        .filter(Objects::nonNull)
        .map(
            example ->
                new ExampleLine(
                    example.id(),
                    example.description(),
                    Addresses.example(example.id()),
                    usedIn(example.id())))
        .toList();
  }

  private Page example(Example example) {
    var box = UseBlocks.box(example, example.source().stripTrailing(), false);
    return Page.alone(
            Addresses.example(example.id()),
            example.id(),
            example.description(),
            new Content.Example(box, example.file(), usedIn(example.id())))
        .under(new Crumb("Examples", SiteModel.EXAMPLES));
  }
}
