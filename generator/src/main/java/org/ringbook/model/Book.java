package org.ringbook.model;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parsed handbook.
 *
 * @param title as on the title page
 * @param tagline one sentence
 * @param front what the home page says
 * @param root the folder that every path in the book is relative to, and that nothing leaves
 * @param volumes in order
 * @param mistakes what other guides have wrong; none for a book without such a page
 * @param judges programs that prove what is not Java
 * @param tables pages of data, in order
 */
public record Book(
    String title,
    String tagline,
    Front front,
    Path root,
    List<Volume> volumes,
    List<Mistake.Group> mistakes,
    List<Judge> judges,
    List<DataTable> tables) {

  public Book {
    mistakes = List.copyOf(mistakes);
    volumes = List.copyOf(volumes);
    judges = List.copyOf(judges);
    tables = List.copyOf(tables);
  }

  /** All chapters in reading order. */
  public Stream<Chapter> chapters() {
    return volumes.stream().flatMap(volume -> volume.chapters().stream());
  }
}
