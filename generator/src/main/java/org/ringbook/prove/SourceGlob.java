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
 * wild card is a path relative to the file, the rest is matched below it. A {@code //READS} line
 * names files in the same way, of any kind.
 */
final class SourceGlob {

  private final BookPaths paths;
  private final Path example;
  private final ExampleHeader.Directive directive;
  private final Problems problems;
  private final NavigableSet<Path> found = new TreeSet<>();

  private SourceGlob(
      BookPaths paths, Path example, ExampleHeader.Directive directive, Problems problems) {
    this.paths = paths;
    this.example = example;
    this.directive = directive;
    this.problems = problems;
  }

  /** The real paths of the files that a line of an example names, none of them outside the book. */
  static NavigableSet<Path> resolve(
      BookPaths paths, Path example, ExampleHeader.Directive directive, Problems problems) {
    var glob = new SourceGlob(paths, example, directive, problems);
    for (String pattern : List.of(directive.value().split("\\s+", -1))) {
      glob.resolve(pattern);
    }
    return glob.found;
  }

  private void resolve(String pattern) {
    int before = found.size();
    try {
      int base = pattern.lastIndexOf('/', firstWildcard(pattern)) + 1;
      Path folder = example.resolveSibling(pattern.substring(0, base)).normalize();
      if (paths.isOutside(folder)) {
        outside(pattern);
        return;
      }
      collect(folder, FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(base)));
    } catch (InvalidPathException | PatternSyntaxException e) {
      problem("no-sources", line() + " " + pattern + " is no path", "" + e.getMessage());
      return;
    }
    if (found.size() == before) {
      String what = isJava() ? "Java file" : "file";
      problem(
          "no-sources",
          line() + " " + pattern + " matches no " + what,
          "the path is relative to the example's own file");
    }
  }

  private void collect(Path folder, PathMatcher matcher) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        if (matcher.matches(folder.relativize(path)) && isWanted(path)) {
          paths.inside(path).ifPresentOrElse(found::add, () -> outside(path.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWanted(Path path) {
    String name = path.getFileName().toString();
    boolean source = name.endsWith(".java") && !name.equals("module-info.java");
    return !Files.isDirectory(path) && (source || !isJava());
  }

  private boolean isJava() {
    return directive.name().equals("SOURCES");
  }

  private String line() {
    return "//" + directive.name();
  }

  private void outside(String path) {
    problem(
        "path-outside-book",
        line() + " leads out of the book: " + path,
        "an example is made of the book's own files");
  }

  private void problem(String code, String title, String hint) {
    problems.error(code, new Place(paths.name(example), directive.line()), title, hint);
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
