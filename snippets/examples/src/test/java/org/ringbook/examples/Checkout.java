package org.ringbook.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout under test: a folder for each volume, a file for each example. */
final class Checkout {

  /** The real path of the checkout. */
  static final Path ROOT = root();

  private static final Path EXAMPLES = ROOT.resolve("snippets/examples");

  private Checkout() {}

  private static Path root() {
    String root = System.getProperty("ringbook.root");
    // An IDE starts tests in the module's folder and sets nothing.
    return (root == null ? Path.of("../..") : Path.of(root)).toAbsolutePath().normalize();
  }

  /** Every example of every volume, in the order of their paths; never empty. */
  static List<Example> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
      List<Example> examples =
          files.filter(Checkout::isExample).sorted().map(Example::new).toList();
      if (examples.isEmpty()) {
        throw new IllegalStateException("no examples below " + EXAMPLES);
      }
      return examples;
    }
  }

  private static boolean isExample(Path file) {
    Path folder = EXAMPLES.relativize(file).getName(0);
    return file.toString().endsWith(".java")
        && !folder.startsWith("src")
        && !folder.startsWith("target");
  }
}
