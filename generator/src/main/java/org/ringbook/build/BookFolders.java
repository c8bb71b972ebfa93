package org.ringbook.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ringbook.source.BookRoot;

/**
 * Where the parts of a handbook are; the layout is the same for every handbook.
 *
 * @param root the book's real folder; nothing outside it is read
 */
public record BookFolders(BookRoot root) {

  /** The handbook in a folder. */
  public static BookFolders at(Path folder) throws IOException {
    return new BookFolders(BookRoot.at(folder));
  }

  /** {@code book.yaml} and the chapters. */
  public Path volumes() {
    return in("volumes");
  }

  /** The map of kernel calls; a book may do without. */
  public Path apiMap() {
    return in("volumes/api-map");
  }

  /** The code that chapters show. */
  public Path code() {
    return in("snippets");
  }

  /** Runnable examples, a folder for each volume. */
  public Path examples() {
    return in("snippets/examples");
  }

  /** Templates, styles and scripts. */
  public Path theme() {
    return in("site/theme");
  }

  /** What JBang runs by name. */
  public Path jbangCatalog() {
    return in("jbang-catalog.json");
  }

  /** The built site, unless told otherwise. */
  public Path site() {
    return in("site/target/site");
  }

  /** The search index of the built site. */
  public Path index() {
    return in("site/target/index");
  }

  /** What builds keep for one another. */
  public Path work() {
    return in("site/target/work");
  }

  /** Folders and files whose contents decide what the site will be. */
  public List<Path> inputs() {
    return List.of(volumes(), code(), theme(), jbangCatalog());
  }

  private Path in(String path) {
    return root.path().resolve(path);
  }
}
