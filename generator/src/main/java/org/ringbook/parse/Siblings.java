package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that stand where a missing one was looked for, as candidates for "did you mean". */
final class Siblings {

  private Siblings() {}

  /** All files below a folder whose names end so. */
  static List<Path> below(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> of(Path file) {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(sibling -> String.valueOf(sibling.getFileName())).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
