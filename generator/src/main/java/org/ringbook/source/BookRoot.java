package org.ringbook.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that a book lives in. Nothing that an author writes may name a file outside it, be it
 * by {@code ..}, by an absolute path or through a symbolic link.
 *
 * @param path the real path of the folder
 */
public record BookRoot(Path path) {

  /** The root at a folder that exists; symbolic links in its path are followed once, here. */
  public static BookRoot at(Path folder) throws IOException {
    return new BookRoot(folder.toRealPath());
  }

  /**
   * Resolves what an author wrote.
   *
   * @param folder the folder that the reference is relative to, inside the book
   * @param reference as written, with forward slashes
   */
  public Resolution resolve(Path folder, String reference) {
    try {
      if (reference.startsWith("/") || reference.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
        return new Resolution.Outside();
      }
      Path file = folder.resolve(reference).normalize();
      if (!file.startsWith(path)) {
        return new Resolution.Outside();
      }
      if (!Files.isRegularFile(file)) {
        return new Resolution.Missing(file);
      }
      Path real = file.toRealPath();
      return real.startsWith(path) ? new Resolution.Inside(real) : new Resolution.Outside();
    } catch (InvalidPathException | IOException e) {
      return new Resolution.Outside();
    }
  }

  /** A file's path relative to the root, with forward slashes. */
  public String relative(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  /** What a reference turned out to be. */
  public sealed interface Resolution {

    /** A file of the book. */
    record Inside(Path file) implements Resolution {}

    /** A place in the book where no file is. */
    record Missing(Path file) implements Resolution {}

    /** Something outside the book. */
    record Outside() implements Resolution {}
  }
}
