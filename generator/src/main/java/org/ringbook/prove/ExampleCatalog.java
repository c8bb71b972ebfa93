package org.ringbook.prove;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/**
 * Finds the examples: every Java file one folder below an example folder, that folder standing for
 * a volume.
 */
final class ExampleCatalog {

  private final BookPaths paths;
  private final Problems problems;
  private final NavigableMap<String, ExampleFile> examples = new TreeMap<>();

  private ExampleCatalog(BookPaths paths, Problems problems) {
    this.paths = paths;
    this.problems = problems;
  }

  /** All examples by id; what is wrong with their files is reported. */
  static NavigableMap<String, ExampleFile> read(
      BookPaths paths, Collection<Path> folders, Problems problems) {
    ExampleCatalog catalog = new ExampleCatalog(paths, problems);
    folders.stream()
        .flatMap(folder -> Folders.list(folder).stream())
        .filter(Files::isDirectory)
        .flatMap(volume -> Folders.list(volume).stream())
        .forEach(catalog::visit);
    return Collections.unmodifiableNavigableMap(catalog.examples);
  }

  private void visit(Path path) {
    String name = path.getFileName().toString();
    if (name.endsWith(".java") && !name.endsWith("-info.java")) {
      insideBook(path).flatMap(this::parse).ifPresent(this::add);
    } else if (name.endsWith(".out") && !Files.exists(RecordedOutput.exampleOf(path))) {
      problems.error(
          "orphan-output",
          Place.of(nameOf(path)),
          "no example prints " + name,
          "remove the file, or name it as its example");
    }
  }

  private Optional<Path> insideBook(Path path) {
    Optional<Path> real = paths.inside(path);
    if (real.isEmpty()) {
      problems.error(
          "path-outside-book",
          Place.of(nameOf(path)),
          "the example's file is a link out of the book",
          "put the file itself here");
    }
    return real.map(_ -> path);
  }

  /** The file as it is named, even where that name is a link. */
  private String nameOf(Path path) {
    Path folder = path.resolveSibling("");
    return paths
        .inside(folder)
        .map(real -> paths.name(real.resolve(path.getFileName())))
        .orElse(path.getFileName().toString());
  }

  private Optional<ExampleFile> parse(Path path) {
    String file = nameOf(path);
    Path real = paths.root().resolve(file);
    try {
      String text = Files.readString(real);
      List<String> lines = text.lines().toList();
      ExampleHeader header = ExampleHeader.of(lines);
      new HeaderCheck(problems).check(file, header);
      TaggedSource tagged = TaggedSource.of(file, lines, problems);
      String id = KebabName.of(path.getFileName().toString().replaceFirst("\\.java$", ""));
      NavigableSet<Path> closure = closure(real, header);
      return Optional.of(
          new ExampleFile(
              id, file, real, header, text, tagged, closure, named(real, header, "READS")));
    } catch (CharacterCodingException e) {
      problems.error("not-utf-8", Place.of(file), "the file is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      problems.error("unreadable-file", Place.of(file), "the file can't be read", "" + e);
    }
    return Optional.empty();
  }

  private NavigableSet<Path> closure(Path example, ExampleHeader header) {
    NavigableSet<Path> closure = new TreeSet<>(named(example, header, "SOURCES"));
    closure.add(example);
    return Collections.unmodifiableNavigableSet(closure);
  }

  /** The files that lines of this name mean. */
  private NavigableSet<Path> named(Path example, ExampleHeader header, String name) {
    NavigableSet<Path> files = new TreeSet<>();
    header
        .all(name)
        .forEach(line -> files.addAll(SourceGlob.resolve(paths, example, line, problems)));
    return Collections.unmodifiableNavigableSet(files);
  }

  private void add(ExampleFile example) {
    ExampleFile first = examples.putIfAbsent(example.id(), example);
    if (first != null) {
      problems.error(
          "duplicate-example",
          Place.of(example.file()),
          "example " + example.id() + " exists already: " + first.file(),
          "give it another file name");
    }
  }
}
