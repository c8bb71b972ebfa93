package org.ringbook.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of the handbook that a test may spoil. */
final class BookCopy {

  private static final List<String> PARTS =
      List.of("volumes", "snippets", "site/theme", "jbang-catalog.json");

  final Path root;

  private BookCopy(Path root) {
    this.root = root;
  }

  /**
   * Copies what a book is made of, without what builds leave behind; but with what its judges made,
   * and with the dates of it all, or each copy would be compiled from the start.
   */
  static BookCopy in(Path folder) throws IOException {
    for (String part : PARTS) {
      Path from = Repository.ROOT.resolve(part);
      try (Stream<Path> walk = Files.walk(from)) {
        walk.filter(Files::isRegularFile)
            .filter(file -> isPart(Repository.ROOT.relativize(file).toString()))
            .forEach(
                file -> copy(file, folder.resolve(Repository.ROOT.relativize(file).toString())));
      }
    }
    return new BookCopy(folder);
  }

  private static boolean isPart(String file) {
    return !file.contains("/target/") || file.contains("/target/judged");
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  void write(String file, String text) throws IOException {
    Files.writeString(root.resolve(file), text);
  }

  /** Changes a file, and insists that this changes something. */
  void edit(String file, UnaryOperator<String> edit) throws IOException {
    String before = read(file);
    String after = edit.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("the edit leaves " + file + " as it is");
    }
    write(file, after);
  }

  /** Puts lines at the end of a file and returns the number of the first of them, from 1. */
  int append(String file, String lines) throws IOException {
    String before = read(file);
    write(file, before + lines);
    return (int) before.lines().count() + 1;
  }
}
