package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringbook.model.Problems;
import org.ringbook.model.Topic;
import org.ringbook.parse.BookOutline.ChapterEntry;
import org.ringbook.parse.BookOutline.VolumeEntry;

/**
 * What a book consists of, without reading its chapters: fast enough for a command that lists it.
 *
 * @param chapters in reading order
 * @param topics of all volumes, in order
 */
public record BookContents(List<Entry> chapters, List<Topic> topics) {

  public BookContents {
    chapters = List.copyOf(chapters);
    topics = List.copyOf(topics);
  }

  /**
   * A chapter.
   *
   * @param number as printed
   * @param title the first line of its file, without markup for the title
   * @param topics ids of the topics it covers
   */
  public record Entry(String number, String title, List<String> topics) {
    public Entry {
      topics = List.copyOf(topics);
    }
  }

  /** Reads {@code book.yaml} and the first lines of the chapters. */
  public static BookContents read(Path volumes, Problems problems) throws IOException {
    String text = Files.readString(volumes.resolve("book.yaml"));
    BookOutline outline = BookOutline.read("volumes/book.yaml", text, problems);
    List<Entry> chapters = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    for (int index = 0; index < outline.volumes().size(); index++) {
      VolumeEntry volume = outline.volumes().get(index);
      volume.topics().forEach(t -> topics.add(new Topic(t.id(), t.title(), t.planned())));
      for (ChapterEntry chapter : volume.chapters()) {
        int number = volume.chapters().indexOf(chapter) + 1;
        Path file = volumes.resolve(volume.folder()).resolve(chapter.slug() + ".adoc");
        chapters.add(entry(index + "." + number, chapter, file));
      }
    }
    return new BookContents(chapters, topics);
  }

  private static Entry entry(String number, ChapterEntry chapter, Path file) throws IOException {
    return new Entry(
        number,
        Files.isRegularFile(file) ? title(file) : chapter.slug(),
        chapter.topics().stream().map(BookOutline.TopicReference::id).toList());
  }

  private static String title(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("= "))
          .findFirst()
          .map(line -> line.substring(2).strip())
          .orElse("");
    }
  }
}
