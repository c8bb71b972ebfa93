package org.ringbook.parse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringbook.model.Front;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.YamlNode;

/**
 * {@code book.yaml} as written: what the handbook consists of, before any chapter is read.
 *
 * @param title of the book
 * @param tagline one sentence
 * @param front what the home page says
 * @param attributes for every chapter
 * @param judges of what is not Java, as written
 * @param tables as written
 * @param volumes in order
 */
record BookOutline(
    String title,
    String tagline,
    Front front,
    Map<String, String> attributes,
    List<YamlNode> judges,
    List<YamlNode> tables,
    List<VolumeEntry> volumes) {

  /** Stands for a file that can't be read. */
  static final BookOutline EMPTY =
      new BookOutline("", "", new Front("", List.of()), Map.of(), List.of(), List.of(), List.of());

  BookOutline {
    attributes = Map.copyOf(attributes);
    judges = List.copyOf(judges);
    tables = List.copyOf(tables);
    volumes = List.copyOf(volumes);
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
        Set.of("title", "tagline", "lead", "doors", "attributes", "judges", "tables", "volumes"));
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
        book.items("tables"),
        book.requiredItems("volumes").stream().map(BookOutline::volume).toList());
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
