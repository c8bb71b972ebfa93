package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The book shares no run of sentences or code with the material that it was inspired by. That
 * material stands beside a checkout, in {@code ../shared/seeds}, or where {@code
 * -Dringbook.seeds=…} says; it is no part of the book, and where it is absent nothing is compared.
 */
class OwnWordsTest {

  private static final Path SEEDS =
      Path.of(
          System.getProperty(
              "ringbook.seeds", Repository.ROOT.resolve("../shared/seeds").toString()));

  private static final Set<String> PROSE = Set.of(".adoc", ".yaml", ".md");
  private static final Set<String> CODE = Set.of(".java", ".c", ".h", ".sh", ".md", ".adoc");

  private static final BorrowedRuns RUNS = new BorrowedRuns();

  @BeforeAll
  static void learn() {
    boolean there = Files.isDirectory(SEEDS);
    if (!there) {
      System.out.println("[SKIPPED] own words: nothing to compare with in " + SEEDS);
    }
    assumeTrue(there, "nothing to compare with in " + SEEDS);
    List<Path> files = files(SEEDS);
    assertTrue(!files.isEmpty(), "no files in " + SEEDS);
    files.forEach(file -> RUNS.learn(read(file)));
  }

  @Test
  void no_run_of_words_is_shared() {
    assertEquals(List.of(), shared(PROSE, RUNS::sharedWords));
    assertEquals(List.of(), shared(CODE, RUNS::sharedWords));
  }

  @Test
  void no_run_of_lines_is_shared() {
    assertEquals(List.of(), shared(CODE, RUNS::sharedLines));
  }

  private static List<String> shared(
      Set<String> endings, Function<String, List<BorrowedRuns.Run>> search) {
    List<String> found = new ArrayList<>();
    for (String ending : endings.stream().sorted().toList()) {
      for (Path file : Repository.files(ending)) {
        if (file.startsWith("volumes") || file.startsWith("snippets")) {
          search
              .apply(Repository.read(file))
              .forEach(run -> found.add(file + ":" + run.line() + ": " + run.text()));
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
