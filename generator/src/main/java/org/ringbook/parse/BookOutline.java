package org.ringbook.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringbook.model.Front;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.TablePage;
import org.ringbook.source.YamlNode;

/**
 * {@code book.yaml} as written: what the handbook consists of, before any chapter is read.
 *
 * @param title of the book
 * @param tagline one sentence
 * @param front what the home page says
 * @param attributes for every chapter
 * @param judges of what is not Java, as written
 * @param volumes in order
 * @param pages that are made from data
 */
record BookOutline(
    String title,
    String tagline,
    Front front,
    Map<String, String> attributes,
    List<YamlNode> judges,
    List<VolumeEntry> volumes,
    List<PageEntry> pages) {

  /** Stands for a file that can't be read. */
  static final BookOutline EMPTY =
      new BookOutline("", "", new Front("", List.of()), Map.of(), List.of(), List.of(), List.of());

  BookOutline {
    attributes = Map.copyOf(attributes);
    judges = List.copyOf(judges);
    volumes = List.copyOf(volumes);
    pages = List.copyOf(pages);
  }

  /** A volume as listed. */
  record VolumeEntry(
      String slug,
      String folder,
      String number,
      String title,
      String summary,
      List<TopicEntry> topics,
      List<ChapterEntry> chapters,
      Place place) {}

  /**
   * A page of data as listed.
   *
   * @param data file below the volumes' folder
   * @param groupBy field of the data that makes the headings, or an empty string
   * @param groups headings by the values of that field, in order; without any, the values are the
   *     headings
   */
  record PageEntry(
      String slug,
      String title,
      String lead,
      String data,
      String groupBy,
      Map<String, String> groups,
      List<TablePage.Column> columns,
      Place place) {}

  /** A topic as listed. */
  record TopicEntry(String id, String title, boolean planned, boolean repeated, Place place) {}

  /** A chapter as listed: its file's name without {@code .adoc}, and the topics it covers. */
  record ChapterEntry(String slug, List<TopicReference> topics, Place place) {}

  /** A chapter's mention of a topic. */
  record TopicReference(String id, Place place) {}

  /** Reads the outline; what is wrong with it is in the problems. */
  static BookOutline read(String file, String text, Problems problems) {
    return YamlNode.parse(file, text, problems).map(BookOutline::of).orElse(EMPTY);
  }

  private static BookOutline of(YamlNode book) {
    book.allow(
        Set.of("title", "tagline", "lead", "doors", "attributes", "judges", "volumes", "pages"));
    Map<String, String> attributes = new TreeMap<>();
    book.member("attributes")
        .ifPresent(all -> all.members().forEach((k, v) -> attributes.put(k, v.text())));
    return new BookOutline(
        book.required("title"),
        book.required("tagline"),
        new Front(
            book.required("lead"), book.items("doors").stream().map(BookOutline::door).toList()),
        attributes,
        book.items("judges"),
        book.requiredItems("volumes").stream().map(BookOutline::volume).toList(),
        book.items("pages").stream().map(BookOutline::page).toList());
  }

  private static PageEntry page(YamlNode page) {
    page.allow(Set.of("slug", "title", "lead", "data", "group-by", "groups", "columns"));
    return new PageEntry(
        page.required("slug"),
        page.required("title"),
        page.required("lead"),
        page.required("data"),
        page.optional("group-by", ""),
        titles(page),
        page.requiredItems("columns").stream().map(BookOutline::column).toList(),
        page.place());
  }

  private static Map<String, String> titles(YamlNode page) {
    Map<String, String> titles = new LinkedHashMap<>();
    page.member("groups")
        .ifPresent(all -> all.members().forEach((key, title) -> titles.put(key, title.text())));
    return titles;
  }

  private static TablePage.Column column(YamlNode column) {
    column.allow(Set.of("key", "title"));
    return new TablePage.Column(column.optional("key", ""), column.required("title"));
  }

  private static Front.Entrance door(YamlNode door) {
    door.allow(Set.of("title", "text", "step", "command", "url"));
    return new Front.Entrance(
        door.required("title"),
        door.required("text"),
        door.required("step"),
        door.flag("command"),
        door.required("url"));
  }

  private static VolumeEntry volume(YamlNode volume) {
    volume.allow(Set.of("slug", "folder", "number", "title", "summary", "topics", "chapters"));
    return new VolumeEntry(
        volume.required("slug"),
        volume.required("folder"),
        volume.required("number"),
        volume.required("title"),
        volume.required("summary"),
        volume.items("topics").stream().map(BookOutline::topic).toList(),
        volume.items("chapters").stream().map(BookOutline::chapter).toList(),
        volume.place());
  }

  private static TopicEntry topic(YamlNode topic) {
    topic.allow(Set.of("id", "title", "planned", "repeated"));
    return new TopicEntry(
        topic.required("id"),
        topic.required("title"),
        topic.flag("planned"),
        topic.flag("repeated"),
        topic.place());
  }

  private static ChapterEntry chapter(YamlNode chapter) {
    chapter.allow(Set.of("file", "topics"));
    return new ChapterEntry(
        chapter.required("file"),
        chapter.items("topics").stream()
            .map(topic -> new TopicReference(topic.text(), topic.place()))
            .toList(),
        chapter.place());
  }
}
