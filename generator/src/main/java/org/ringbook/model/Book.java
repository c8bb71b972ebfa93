package org.ringbook.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
 * @param terms the glossary, in the order of its file
 * @param judges programs that prove what is not Java
 * @param tables pages made from data
 * @param types simple names of the Java types that the book's code declares
 */
public record Book(
    String title,
    String tagline,
    Front front,
    Path root,
    List<Volume> volumes,
    List<Mistake.Group> mistakes,
    List<Term> terms,
    List<Judge> judges,
    List<TablePage> tables,
    Set<String> types) {

  public Book {
    mistakes = List.copyOf(mistakes);
    terms = List.copyOf(terms);
    tables = List.copyOf(tables);
    types = Set.copyOf(types);
    volumes = List.copyOf(volumes);
    judges = List.copyOf(judges);
  }

  /** A book of chapters alone. */
  public Book(String title, String tagline, Front front, Path root, List<Volume> volumes) {
    this(
        title, tagline, front, root, volumes, List.of(), List.of(), List.of(), List.of(), Set.of());
  }

  /** All chapters in reading order. */
  public Stream<Chapter> chapters() {
    return volumes.stream().flatMap(volume -> volume.chapters().stream());
  }
}
