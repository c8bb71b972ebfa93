package org.ringbook.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;
import org.ringbook.source.BookRoot;
import org.ringbook.source.TaggedSource;

/**
 * Finds regions of the code that no chapter shows, and regions that are marked wrongly. Examples
 * are left to the stage that runs them: their regions are shown by macro.
 */
final class RegionCheck {

  private static final List<String> ENDINGS = List.of(".java", ".c", ".h");

  private RegionCheck() {}

  static void check(
      Path code, BookRoot root, Set<ChapterSession.ShownRegion> shown, Problems problems) {
    if (!Files.isDirectory(code)) {
      return;
    }
    for (Path file : files(code)) {
      String name = root.relative(file);
      TaggedSource source = TaggedSource.of(read(file));
      for (TaggedSource.Fault fault : source.faults()) {
        problems.error(
            fault.code(),
            new Place(name, fault.line()),
            "region " + fault.tag() + ": " + says(fault),
            advice(fault));
      }
      source
          .regions()
          .forEach(
              (tag, region) -> {
                if (!shown.contains(new ChapterSession.ShownRegion(name, tag))) {
                  problems.error(
                      "unused-tag",
                      new Place(name, region.line()),
                      "no chapter shows region " + tag,
                      "Include it, or remove its marks.");
                }
              });
    }
  }

  private static String says(TaggedSource.Fault fault) {
    return switch (fault.code()) {
      case "duplicate-tag" -> "its name is taken";
      case "unclosed-tag" -> "it has no end";
      default -> "it ends without a beginning";
    };
  }

  private static String advice(TaggedSource.Fault fault) {
    return switch (fault.code()) {
      case "duplicate-tag" -> "Give one of the two another name.";
      case "unclosed-tag" -> "End it: // end::" + fault.tag() + "[]";
      default -> "Begin it: // tag::" + fault.tag() + "[]";
    };
  }

  private static List<Path> files(Path code) {
    try (Stream<Path> files = Files.walk(code)) {
      return files
          .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
          .filter(
              file -> code.relativize(file).toString().replace('\\', '/').contains("/src/main/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
