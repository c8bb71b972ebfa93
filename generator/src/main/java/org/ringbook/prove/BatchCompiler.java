package org.ringbook.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.ringbook.model.Place;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;
import org.ringbook.model.Severity;

/**
 * Compiles all units in one batch, each file once.
 *
 * <p>The compiler makes no classes at all when one file has an error, so the batch is repeated
 * without the units that the broken file belongs to, until the rest compiles. A clean result is
 * kept for the next build and used while no file has changed.
 */
final class BatchCompiler {

  private final BookPaths paths;
  private final Path classes;
  private final Path stampFile;
  private final String jdk;

  BatchCompiler(BookPaths paths, Path workDir, String jdk) {
    this.paths = paths;
    this.classes = workDir.resolve("classes");
    this.stampFile = workDir.resolve("classes.stamp");
    this.jdk = jdk;
  }

  /** Compiles what can be; each error or warning becomes a problem at its line. */
  Compiled compile(List<CompileUnit> units, SourceDigests digests, Problems problems) {
    NavigableSet<Path> files = files(units);
    String stamp = stamp(files, units, digests);
    if (stamp.equals(lastStamp())) {
      return new Compiled(classes, files, stamp);
    }
    Problems found = new Problems();
    Compiled compiled = compileAnew(units, stamp, found);
    if (found.sorted().isEmpty()) {
      Folders.write(stampFile, stamp);
    }
    problems.addAll(found.sorted());
    return compiled;
  }

  private Compiled compileAnew(List<CompileUnit> units, String stamp, Problems found) {
    List<CompileUnit> left = new ArrayList<>(units);
    while (!left.isEmpty()) {
      deleteStamp();
      Folders.empty(classes);
      CompilerRun run = CompilerRun.of(files(left), classes);
      run.diagnostics().forEach(said -> report(said, found));
      Set<Path> broken = broken(run);
      if (broken.isEmpty()) {
        new SourceReach(paths, classes, run.sources()).check(left, found);
        return new Compiled(classes, files(left), stamp);
      }
      boolean fewer = left.removeIf(unit -> unit.files().stream().anyMatch(broken::contains));
      if (!fewer) {
        break;
      }
    }
    Folders.empty(classes);
    return new Compiled(classes, Set.of(), stamp);
  }

  private static NavigableSet<Path> files(Collection<CompileUnit> units) {
    return units.stream()
        .flatMap(unit -> unit.files().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The files that the compiler refuses; an error without a file counts against none of them. */
  private static Set<Path> broken(CompilerRun run) {
    return run.diagnostics().stream()
        .filter(said -> said.getKind() == Diagnostic.Kind.ERROR)
        .map(said -> said.getSource() == null ? Path.of("") : Path.of(said.getSource().toUri()))
        .collect(Collectors.toSet());
  }

  private void report(Diagnostic<? extends JavaFileObject> said, Problems found) {
    boolean error = said.getKind() == Diagnostic.Kind.ERROR;
    boolean note = said.getKind() == Diagnostic.Kind.NOTE;
    if (note) {
      return;
    }
    String message = said.getMessage(Locale.ROOT);
    String first = message.lines().findFirst().orElse("").strip();
    found.add(
        new Problem(
            Severity.ERROR,
            error ? "does-not-compile" : "compiler-warning",
            place(said),
            (error ? "the compiler refuses it: " : "the compiler warns: ") + first,
            "",
            message));
  }

  private Place place(Diagnostic<? extends JavaFileObject> said) {
    if (said.getSource() == null) {
      return Place.of("");
    }
    String file = paths.name(Path.of(said.getSource().toUri()));
    return new Place(file, (int) Math.max(0, said.getLineNumber()));
  }

  private String stamp(NavigableSet<Path> files, List<CompileUnit> units, SourceDigests digests) {
    Fingerprint print = new Fingerprint().add(jdk).add(CompilerRun.OPTIONS.toString());
    units.forEach(unit -> print.add(unit.toString()));
    return digests.into(print, files).hex();
  }

  private String lastStamp() {
    try {
      return Files.readString(stampFile);
    } catch (IOException e) {
      return "";
    }
  }

  private void deleteStamp() {
    try {
      Files.deleteIfExists(stampFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
