package org.ringbook.prove;

import java.nio.file.Path;
import java.util.NavigableSet;
import org.ringbook.model.Example;
import org.ringbook.model.Place;

/**
 * An example as its file declares it, not yet run.
 *
 * @param id such as {@code tx-ring-full}
 * @param file relative to the book's root
 * @param path real path of the file
 * @param header its directives
 * @param text the whole file
 * @param tagged its lines and regions
 * @param closure real paths of the file and of all its sources
 * @param reads real paths of the files of the book that it says it opens when it runs
 */
record ExampleFile(
    String id,
    String file,
    Path path,
    ExampleHeader header,
    String text,
    TaggedSource tagged,
    NavigableSet<Path> closure,
    NavigableSet<Path> reads) {

  /** The class that {@code javac} makes of the file. */
  String mainClass() {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }

  /** A line of it, or the file where the line isn't known. */
  Place at(int line) {
    return new Place(file, line);
  }

  /** The model's example, once it has run. */
  Example ran(String output) {
    return new Example(
        id, file, header.first("DESCRIPTION"), text, tagged.texts(), tagged.body(), output);
  }
}
