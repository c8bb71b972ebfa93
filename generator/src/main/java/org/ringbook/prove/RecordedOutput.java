package org.ringbook.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;

/** Compares what an example printed with what is recorded beside it, or records it. */
final class RecordedOutput {

  private static final int MOST_LINES = 80;
  private static final String HOW = "record what it prints now: ./ringbook build --accept";

  private final BookPaths paths;
  private final Problems problems;

  RecordedOutput(BookPaths paths, Problems problems) {
    this.paths = paths;
    this.problems = problems;
  }

  /** The file that holds the output of an example's file. */
  static Path of(Path example) {
    return example.resolveSibling(
        example.getFileName().toString().replaceFirst("\\.java$", ".out"));
  }

  /** The example's file that an output belongs to. */
  static Path exampleOf(Path output) {
    return output.resolveSibling(output.getFileName().toString().replaceFirst("\\.out$", ".java"));
  }

  /** Whether the recorded output is there and says the same. */
  boolean matches(ExampleFile example, String output) {
    return read(example).filter(output::equals).isPresent();
  }

  /** Reports that no output is recorded or that it differs. */
  void report(ExampleFile example, String output) {
    Path file = of(example.path());
    if (Files.isSymbolicLink(file) && paths.inside(file).isEmpty()) {
      problems.error(
          "path-outside-book",
          example.at(0),
          file.getFileName() + " is a link out of the book",
          "remove the link, then " + HOW);
      return;
    }
    Optional<String> recorded = read(example);
    if (recorded.isEmpty()) {
      problems.error(
          "output-not-recorded",
          example.at(0),
          "the output of " + example.id() + " is not recorded",
          HOW);
      return;
    }
    String diff = UnifiedDiff.of(recorded.get(), output, "recorded", "printed");
    problems.add(
        Problem.error(
                "output-drift",
                example.at(0),
                "the output of " + example.id() + " is not the recorded one",
                "mend the example, or " + HOW)
            .withDetail(UnifiedDiff.head(diff, MOST_LINES)));
  }

  /** Reports that two runs have printed different things. */
  void reportUnstable(ExampleFile example, String first, String second) {
    String diff = UnifiedDiff.of(first, second, "first run", "second run");
    problems.add(
        Problem.error(
                "output-not-stable",
                example.at(0),
                "two runs of " + example.id() + " print different things",
                "no clock, no addresses, no random numbers without a fixed seed")
            .withDetail(UnifiedDiff.head(diff, MOST_LINES)));
  }

  /** Records it; a link is replaced by a file, not followed. */
  void write(ExampleFile example, String output) {
    Folders.write(of(example.path()), output);
  }

  private Optional<String> read(ExampleFile example) {
    Path file = of(example.path());
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || paths.inside(file).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(lineEnds(new String(Files.readAllBytes(file), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same text with Unix line ends, whatever checkout or example made it. */
  static String lineEnds(String text) {
    return text.replace("\r\n", "\n");
  }
}
