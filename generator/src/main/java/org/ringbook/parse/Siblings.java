package org.ringbook.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that stand where a missing one was looked for, as candidates for "did you mean". */
final class Siblings {

  private Siblings() {}

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
