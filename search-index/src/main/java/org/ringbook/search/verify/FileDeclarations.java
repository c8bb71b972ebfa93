package org.ringbook.search.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds the declarations of wanted names in a file, whatever language it is in. */
final class FileDeclarations {

  private final Set<String> wanted;
  private final WordFilter filter;

  FileDeclarations(Set<String> wanted) {
    this.wanted = Set.copyOf(wanted);
    this.filter = new WordFilter(wanted);
  }

  List<Declared> in(Path file) {
    String name = String.valueOf(file.getFileName());
    String text = SourceTree.text(file);
    return switch (SourceTree.ending(file)) {
      case "md" -> DocPage.of(name, text, wanted);
      case "m" -> KobjMethods.of(CSource.code(text), wanted);
      case "java" -> JavaMethods.of(name.replaceFirst("\\.java$", ""), CSource.code(text), wanted);
      default -> filter.mayHold(text) ? CDeclarations.of(CSource.code(text), wanted) : List.of();
    };
  }
}
