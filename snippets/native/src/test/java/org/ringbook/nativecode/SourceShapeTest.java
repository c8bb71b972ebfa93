package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sources in C fit a page and can be read in one sitting. */
final class SourceShapeTest {
  private static final int COLUMNS = 100;
  private static final int LINES = 400;
  private static final Set<String> NOT_SOURCES = Set.of("target", "build", "src");

  @Test
  void noLineIsLongerThanAPage() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources()) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > COLUMNS || lines.get(i).indexOf('\t') >= 0) {
          tooLong.add(Flavour.home().relativize(source) + ":" + (i + 1));
        }
      }
    }
    assertEquals(List.of(), tooLong, "more than " + COLUMNS + " columns, or a tabulator");
  }

  @Test
  void noFileIsLongerThanASitting() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources()) {
      int lines = Files.readAllLines(source).size();
      if (lines > LINES) {
        tooLong.add(Flavour.home().relativize(source) + ": " + lines);
      }
    }
    assertEquals(List.of(), tooLong, "more than " + LINES + " lines");
  }

  private static List<Path> sources() throws IOException {
    Path home = Flavour.home();
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> found = files.filter(file -> isSource(home.relativize(file))).toList();
      assertTrue(found.size() > 100, found.size() + " sources found");
      return found;
    }
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return !NOT_SOURCES.contains(file.getName(0).toString())
        && (name.endsWith(".c") || name.endsWith(".h"));
  }
}
