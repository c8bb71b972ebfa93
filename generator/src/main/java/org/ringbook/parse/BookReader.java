package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringbook.model.Book;
import org.ringbook.model.Chapter;
import org.ringbook.model.Judge;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.model.TablePage;
import org.ringbook.model.Topic;
import org.ringbook.model.Volume;
import org.ringbook.parse.BookOutline.ChapterEntry;
import org.ringbook.parse.BookOutline.VolumeEntry;
import org.ringbook.source.BookRoot;
import org.ringbook.source.BookRoot.Resolution.Inside;
import org.ringbook.source.IoReason;

/**
 * The parse stage. Keeps what it parsed, so that reading the book again costs only the chapters
 * that changed.
 */
public final class BookReader {

  private final BookRoot root;
  private final Path volumes;
  private final Path code;
  private final ChapterCache chapters = new ChapterCache(new ChapterParser());

  /**
   * A reader of the book at a root.
   *
   * @param root the book's folder
   * @param volumes the folder of {@code book.yaml} and the volumes
   * @param code the folder of the code that chapters may include, for the check of its regions
   */
  public BookReader(BookRoot root, Path volumes, Path code) {
    this.root = root;
    this.volumes = volumes;
    this.code = code;
  }

  /** Reads the whole book; what is wrong with it goes to the problems. */
  public Book read(Problems problems) {
    Path file = volumes.resolve("book.yaml");
    BookOutline outline = outline(file, problems);
    if (outline.volumes().isEmpty()) {
      return new Book(outline.title(), outline.tagline(), outline.front(), root.path(), List.of());
    }
    OutlineCheck.check(outline, volumes, root, problems);
    Set<ChapterSession.ShownRegion> shown = new HashSet<>();
    List<Volume> read = new ArrayList<>();
    for (VolumeEntry volume : outline.volumes()) {
      read.add(volume(volume, read.size(), outline.attributes(), shown, problems));
    }
    RegionCheck.check(code, root, shown, problems);
    List<TablePage> tables = TableReader.read(root, volumes, outline.pages(), problems);
    Set<String> slugs = tables.stream().map(TablePage::slug).collect(Collectors.toSet());
    List<Judge> judges = JudgeReader.read(outline.judges(), root, slugs, problems);
    return new Book(
        outline.title(),
        outline.tagline(),
        outline.front(),
        root.path(),
        read,
        ErrataReader.read(root, volumes.resolve("errata.yaml"), problems),
        GlossaryReader.read(root, volumes.resolve("glossary.yaml"), problems),
        judges,
        tables,
        CodeTypes.of(code));
  }

  private BookOutline outline(Path file, Problems problems) {
    String name = root.relative(file);
    try {
      return BookOutline.read(name, Files.readString(file), problems);
    } catch (IOException e) {
      String title = "book.yaml can't be read: " + IoReason.of(e);
      problems.error("no-book", Place.of(name), title, "A book begins with this file, in UTF-8.");
      return BookOutline.EMPTY;
    }
  }

  private Volume volume(
      VolumeEntry entry,
      int index,
      Map<String, String> attributes,
      Set<ChapterSession.ShownRegion> shown,
      Problems problems) {
    List<Chapter> read = new ArrayList<>();
    for (ChapterEntry chapter : entry.chapters()) {
      boolean first = read.stream().noneMatch(c -> c.slug().equals(chapter.slug()));
      if (first && OutlineCheck.file(root, volumes, entry, chapter) instanceof Inside(Path file)) {
        var parsed = chapters.parse(root, file, attributes, problems);
        shown.addAll(parsed.shown());
        read.add(chapter(chapter, index + "." + (read.size() + 1), file, parsed));
      }
    }
    return new Volume(
        OutlineCheck.isAddress(entry.slug()) ? entry.slug() : "volume-" + index,
        entry.number(),
        entry.title(),
        entry.summary(),
        topics(entry),
        read);
  }

  private Chapter chapter(ChapterEntry entry, String number, Path file, ChapterCache.Entry parsed) {
    return new Chapter(
        entry.slug(),
        number,
        parsed.chapter().title(),
        entry.topics().stream().map(BookOutline.TopicReference::id).toList(),
        root.relative(file),
        parsed.chapter().html(),
        parsed.chapter().uses(),
        parsed.chapter().listings(),
        parsed.chapter().questions());
  }

  private static List<Topic> topics(VolumeEntry entry) {
    return entry.topics().stream()
        .map(topic -> new Topic(topic.id(), topic.title(), topic.planned()))
        .toList();
  }
}
