package org.ringbook.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringbook.model.NearestName;
import org.ringbook.model.Place;
import org.ringbook.model.Problems;

/** The examples of a book, without proving them: to list them, and to run one for a reader. */
public final class Examples {

  private final ProveSettings settings;
  private final BookPaths paths;
  private final SortedMap<String, ExampleFile> files;

  /** Finds the examples; what is wrong with their files is reported. */
  public Examples(ProveSettings settings, Problems problems) {
    this.settings = settings;
    this.paths = new BookPaths(settings.root());
    this.files = ExampleCatalog.read(paths, settings.exampleFolders(), problems);
  }

  /**
   * An example.
   *
   * @param id such as {@code tx-ring-full}
   * @param file relative to the book's root
   * @param description one line
   */
  public record Entry(String id, String file, String description) {}

  /** All of them, by id. */
  public List<Entry> all() {
    return entries(files.values());
  }

  static List<Entry> entries(Collection<ExampleFile> files) {
    return files.stream()
        .map(file -> new Entry(file.id(), file.file(), file.header().first("DESCRIPTION")))
        .toList();
  }

  /** Ids of the examples that there are, by the names of their files alone. */
  public static SortedSet<String> ids(ProveSettings settings) {
    return settings.exampleFolders().stream()
        .flatMap(folder -> Folders.list(folder).stream())
        .filter(Files::isDirectory)
        .flatMap(volume -> Folders.list(volume).stream())
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(".java"))
        .map(name -> KebabName.of(name.substring(0, name.length() - ".java".length())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether there is an example of this name. */
  public boolean has(String id) {
    return files.containsKey(id);
  }

  /** A question that names the example that was probably meant, or an empty string. */
  public String hint(String wrong) {
    return NearestName.hint(wrong, files.keySet());
  }

  /**
   * Compiles one example and runs it in a JVM of its own, with this process's input and output.
   *
   * @param id of an example that there is
   * @return its exit code, or -1 where it doesn't compile; the problems say why
   */
  public int run(String id, List<String> arguments, Problems problems)
      throws IOException, InterruptedException {
    ExampleFile example = files.get(id);
    if (example == null) {
      problems.error("unknown-example", Place.of(id), "no example " + id, hint(id));
      return -1;
    }
    Path work = settings.workDir().resolve("run").resolve(id);
    Files.createDirectories(work);
    Compiled compiled =
        new BatchCompiler(paths, work, "run")
            .compile(
                List.of(new CompileUnit(example.path(), example.closure())),
                new SourceDigests(paths),
                problems);
    return problems.errors() > 0 ? -1 : launch(example, compiled, arguments);
  }

  private int launch(ExampleFile example, Compiled compiled, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin").resolve("java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", compiled.classes().toString()));
    command.add(example.mainClass());
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
