package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of the book: those whose real path, all links followed, lies in the book's folder. */
final class BookPaths {

  private final Path root;

  /** The files of this folder, which must exist. */
  BookPaths(Path folder) {
    try {
      this.root = folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("The book's folder can't be read: " + folder, e);
    }
  }

  /** The real path of an existing file of the book; empty for a missing one and one outside. */
  Optional<Path> inside(Path path) {
    try {
      return Optional.of(root.resolve(path).toRealPath()).filter(real -> real.startsWith(root));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As {@link #inside(Path)}, for a path as an author writes it, relative to the root. */
  Optional<Path> inside(String written) {
    try {
      return inside(root.resolve(written));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether the path leads out of the book, by its words or through a link. */
  boolean isOutside(Path path) {
    Path named = root.resolve(path).normalize();
    if (!Files.exists(named)) {
      return !named.startsWith(root);
    }
    return inside(named).isEmpty();
  }

  /** A real path as problems and the model name it: relative to the root, forward slashes. */
  String name(Path real) {
    return root.relativize(real).toString().replace('\\', '/');
  }

  Path root() {
    return root;
  }
}
