package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * Finds the files that a {@code //SOURCES} line means, as JBang does: the part before the first
 * wild card is a path relative to the file, the rest is matched below it.
 */
final class SourceGlob {

  private final BookPaths paths;
  private final Problems problems;

  SourceGlob(BookPaths paths, Problems problems) {
    this.paths = paths;
    this.problems = problems;
  }

  /** The real paths of the files, none of them outside the book. */
  NavigableSet<Path> resolve(Path example, ExampleHeader.Directive sources) {
    Place place = new Place(paths.name(example), sources.line());
    NavigableSet<Path> found = new TreeSet<>();
    for (String pattern : List.of(sources.value().split("\\s+", -1))) {
      found.addAll(resolve(example, pattern, place));
    }
    return found;
  }

  private NavigableSet<Path> resolve(Path example, String pattern, Place place) {
    NavigableSet<Path> found = new TreeSet<>();
    try {
      int base = pattern.lastIndexOf('/', firstWildcard(pattern)) + 1;
      Path folder = example.resolveSibling(pattern.substring(0, base)).normalize();
      if (paths.isOutside(folder)) {
        outside(place, pattern);
        return found;
      }
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(base));
      collect(folder, matcher, place, found);
    } catch (InvalidPathException | PatternSyntaxException e) {
      problems.error(
          "no-sources", place, "//SOURCES " + pattern + " is no path", "" + e.getMessage());
      return found;
    }
    if (found.isEmpty()) {
      problems.error(
          "no-sources",
          place,
          "//SOURCES " + pattern + " matches no Java file",
          "the path is relative to the example's own file");
    }
    return found;
  }

  private void collect(Path folder, PathMatcher matcher, Place place, NavigableSet<Path> found) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        if (matcher.matches(folder.relativize(path)) && isSource(path)) {
          paths.inside(path).ifPresentOrElse(found::add, () -> outside(place, path.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java") && !Files.isDirectory(path);
  }

  private void outside(Place place, String path) {
    problems.error(
        "path-outside-book",
        place,
        "//SOURCES leads out of the book: " + path,
        "an example is made of the book's own files");
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return pattern.length();
  }
}
