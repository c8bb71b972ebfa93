package org.ringbook.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One example.
 *
 * @param file its source, an absolute path
 */
record Example(Path file) {

  /** The name of its class. */
  String name() {
    return file.getFileName().toString().replace(".java", "");
  }

  /** What a reader types: words of the class name, in lower case, joined by hyphens. */
  String id() {
    return name()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** Its path as the catalog spells it: from the root of the checkout, with slashes. */
  String path() {
    return Checkout.ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** What the handbook shows as its output; fails where nothing is recorded. */
  byte[] recordedOutput() throws IOException {
    Path recorded = file.resolveSibling(name() + ".out");
    if (Files.notExists(recorded)) {
      throw new AssertionError(
          "no output is recorded for " + id() + ": ./ringbook build --accept records it");
    }
    return Files.readAllBytes(recorded);
  }

  @Override
  public String toString() {
    return id();
  }
}
