package org.ringbook.nativecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The register of what a driver cannot do, {@code exceptions.tsv} beside its sources, held against
 * them: each mark has its line, and the function of each line is there, is marked so and answers
 * so.
 */
final class ExceptionRegister {
  private static final String FILE = "exceptions.tsv";
  private static final String COLUMNS = "feature\tfunction\tanswers\treason";

  /** A line: its number counts from 1, the columns' names are line 1. */
  private record Entry(int line, String feature, String function, String answers, String reason) {}

  /** A mark with its file and the function that it speaks of. */
  private record Marked(
      DriverSource source, DriverSource.Mark mark, Optional<DriverSource.Function> function) {}

  private final Path folder;
  private final List<DriverSource> sources;
  private final List<String> problems = new ArrayList<>();

  private ExceptionRegister(Path folder) {
    this.folder = folder;
    this.sources = sources(folder);
  }

  /** What is wrong with the register of a driver, each with file and line; empty if nothing is. */
  static List<String> problems(Path folder) {
    ExceptionRegister register = new ExceptionRegister(folder);
    register.check();
    return List.copyOf(register.problems);
  }

  private static List<DriverSource> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<DriverSource> sources = new ArrayList<>();
      for (Path file : files.filter(ExceptionRegister::isSource).sorted().toList()) {
        sources.add(DriverSource.read(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".c") || file.toString().endsWith(".h");
  }

  private void check() {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      problems.add(file.getFileName() + " is missing");
      return;
    }
    List<Entry> entries = entries(file);
    List<Marked> marks = marks();
    entries.forEach(entry -> check(entry, marks));
    Set<String> registered = new HashSet<>();
    for (Entry entry : entries) {
      if (!registered.add(entry.feature())) {
        report(entry, "%s is registered twice".formatted(entry.feature()));
      }
    }
    marks.stream()
        .filter(marked -> !registered.contains(marked.mark().feature()))
        .forEach(marked -> report(marked, "%s is not registered"));
  }

  private List<Entry> entries(Path file) {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = lines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      problems.add("%s:1: the columns are %s".formatted(FILE, COLUMNS.replace("\t", ", ")));
      return entries;
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length == 4 && Stream.of(cells).noneMatch(String::isBlank)) {
        entries.add(new Entry(i + 1, cells[0], cells[1], cells[2], cells[3]));
      } else {
        problems.add("%s:%d: not four cells with something in each".formatted(FILE, i + 1));
      }
    }
    return entries;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Marked> marks() {
    List<Marked> marks = new ArrayList<>();
    for (DriverSource source : sources) {
      source.marks().forEach(mark -> marks.add(new Marked(source, mark, source.functionOf(mark))));
    }
    return marks;
  }

  private void check(Entry entry, List<Marked> marks) {
    if (function(entry.function()).isEmpty()) {
      report(entry, "no function %s in the driver".formatted(entry.function()));
      return;
    }
    Optional<Marked> found =
        marks.stream().filter(marked -> marked.mark().feature().equals(entry.feature())).findAny();
    if (found.isEmpty()) {
      report(entry, "no function is marked with %s".formatted(entry.feature()));
      return;
    }
    check(entry, found.get());
  }

  private void check(Entry entry, Marked marked) {
    Optional<DriverSource.Function> function = marked.function();
    if (function.isEmpty() || !function.get().name().equals(entry.function())) {
      String other = function.map(DriverSource.Function::name).orElse("no function");
      report(entry, "%s is marked with %s".formatted(other, entry.feature()));
      return;
    }
    if (!marked.mark().reason().equals(entry.reason())) {
      report(entry, "the mark says: %s".formatted(marked.mark().reason()));
    }
    List<String> returns = function.get().returns(marked.mark().place());
    if (returns.isEmpty() || !answers(returns.getFirst(), entry.answers(), new HashSet<>())) {
      String answer = returns.isEmpty() ? "nothing" : returns.getFirst();
      report(entry, "%s answers %s".formatted(entry.function(), answer));
    }
  }

  /** Whether a value is the answer, or a call of a function that answers nothing else. */
  private boolean answers(String value, String expected, Set<String> asked) {
    int parenthesis = value.indexOf('(');
    if (parenthesis < 1) {
      return value.equals(expected);
    }
    String called = value.substring(0, parenthesis).strip();
    List<String> returns = function(called).map(found -> found.returns(0)).orElse(List.of());
    return asked.add(called)
        && !returns.isEmpty()
        && returns.stream().allMatch(each -> answers(each, expected, asked));
  }

  private Optional<DriverSource.Function> function(String name) {
    return sources.stream()
        .flatMap(source -> source.functions().stream())
        .filter(function -> function.name().equals(name))
        .findFirst();
  }

  private void report(Entry entry, String what) {
    problems.add("%s:%d: %s".formatted(FILE, entry.line(), what));
  }

  private void report(Marked marked, String what) {
    Path file = folder.relativize(marked.source().path());
    long line = marked.source().lineOf(marked.mark().place());
    problems.add("%s:%d: %s".formatted(file, line, what.formatted(marked.mark().feature())));
  }
}
