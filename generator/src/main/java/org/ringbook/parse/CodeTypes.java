package org.ringbook.parse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java types that the book's modules declare, by the names of their files. */
final class CodeTypes {

  private CodeTypes() {}

  static Set<String> of(Path code) {
    if (!Files.isDirectory(code)) {
      return Set.of();
    }
    return Siblings.below(code, ".java").stream()
        .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
        .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.java$", ""))
        .filter(name -> !name.contains("-"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
