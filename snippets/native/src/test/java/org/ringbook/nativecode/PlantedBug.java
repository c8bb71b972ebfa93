package org.ringbook.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of bugs/bugs.tsv: a fault that somebody once made, and who must notice it.
 *
 * @param name of its patch, bugs/OS/NAME.patch
 * @param os whose programs are run: those whose names begin with it
 * @param what is wrong
 * @param judge that must notice
 * @param evidence that the judge must give: a rule, the name of a test, words of the compiler, of a
 *     sanitizer or of the kernel's verifier
 */
record PlantedBug(String name, String os, String what, Judge judge, String evidence) {

  /** Who notices, strictest first: a bug is its who speaks first. */
  enum Judge {
    COMPILER,
    SANITIZER,
    VERIFIER,
    MOCK,
    TEST,
    NOBODY;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static List<PlantedBug> all(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("bugs.tsv")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(PlantedBug::parse)
        .toList();
  }

  private static PlantedBug parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 5) {
      throw new AssertionError("bugs.tsv: not five columns: " + line);
    }
    Judge judge = Judge.valueOf(cells[3].toUpperCase(java.util.Locale.ROOT));
    return new PlantedBug(cells[0], cells[1], cells[2], judge, cells[4]);
  }

  /** Its patch, below the folder of the bugs. */
  Path patch() {
    return Path.of(os, name + ".patch");
  }

  /** How it must be built for its judge to be there. */
  Flavour flavour() {
    return judge == Judge.SANITIZER ? Flavour.GCC_SANITIZED : Flavour.GCC;
  }

  @Override
  public String toString() {
    return os + "/" + name + ": " + what;
  }
}
