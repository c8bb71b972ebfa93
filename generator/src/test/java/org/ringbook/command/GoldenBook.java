package org.ringbook.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ringbook.build.BookFolders;
import org.ringbook.build.BuildResult;
import org.ringbook.build.BuildSettings;
import org.ringbook.build.Pipeline;
import org.ringbook.build.Progress;

/** The small good book in a folder of its own, with one pipeline that stays warm. */
final class GoldenBook implements AutoCloseable {

  /** Where the repository keeps the cases. */
  static final Path GOLDEN = root().resolve("generator/src/test/resources/golden");

  private static final Path BASE = GOLDEN.resolve("base");
  private static final List<String> INPUTS = List.of("volumes", "snippets", "jbang-catalog.json");

  private final Path folder;
  private final Path out;
  private final Pipeline pipeline;

  GoldenBook(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    this.out = this.folder.resolve("out/site");
    copy(BASE, this.folder);
    copy(root().resolve("site/theme"), this.folder.resolve("site/theme"));
    BookFolders folders = BookFolders.at(this.folder);
    var settings = new BuildSettings(folders, out, false, true, true);
    var proving = Building.proving(settings).within(Duration.ofSeconds(5));
    this.pipeline = new Pipeline(settings, proving);
  }

  static Path root() {
    return Path.of(System.getProperty("ringbook.root", ".."));
  }

  Path folder() {
    return folder;
  }

  BuildResult build() throws IOException, InterruptedException {
    return pipeline.build(Progress.SILENT);
  }

  /**
   * Lays a case's files over the good ones, and does what its changes say. Before them come the
   * overlays that its {@code on.txt} names.
   */
  void spoil(Path fault) throws IOException {
    for (String overlay : words(fault.resolve("on.txt"))) {
      lay(overlay);
    }
    if (Files.isDirectory(fault.resolve("book"))) {
      copy(fault.resolve("book"), folder);
    }
    Path changes = fault.resolve("changes.txt");
    if (Files.exists(changes)) {
      for (String line : Files.readAllLines(changes)) {
        change(List.of(line.split(" ", -1)));
      }
    }
  }

  /** Lays files over the good ones that make a larger good book. */
  void lay(String overlay) throws IOException {
    copy(GOLDEN.resolveSibling("golden-overlays").resolve(overlay), folder);
  }

  /** Skips a test where a tool is missing that a case names in its {@code needs.txt}. */
  static void assumeToolsOf(Path fault) throws IOException {
    for (String tool : words(fault.resolve("needs.txt"))) {
      assumeTool(tool);
    }
  }

  static void assumeTool(String tool) {
    boolean found =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    assumeTrue(found, tool + " is not installed");
  }

  private static List<String> words(Path file) throws IOException {
    return Files.exists(file) ? List.of(Files.readString(file).strip().split("\\s+")) : List.of();
  }

  /** {@code delete FILE}, {@code link NAME TARGET} or {@code bytes FILE HEX}. */
  private void change(List<String> words) throws IOException {
    Path file = folder.resolve(words.get(1));
    switch (words.getFirst()) {
      case "delete" -> remove(file);
      case "link" -> {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(words.get(2)));
      }
      case "bytes" -> Files.write(file, java.util.HexFormat.of().parseHex(words.get(2)));
      default -> throw new IllegalArgumentException("no such change: " + words);
    }
  }

  /** Makes the good book of it again. */
  void restore() throws IOException {
    for (String input : INPUTS) {
      remove(folder.resolve(input));
    }
    copy(BASE, folder);
  }

  /** The folder of the version that readers see. */
  Path published() throws IOException {
    return out.toRealPath();
  }

  /** Every byte that readers see. */
  SortedMap<String, String> site() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path version = published();
    for (Path file : walk(version)) {
      if (Files.isRegularFile(file)) {
        byte[] bytes = Files.readAllBytes(file);
        files.put(
            version.relativize(file).toString(),
            new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : walk(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void remove(Path file) throws IOException {
    List<Path> all =
        Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS) ? walk(file) : List.of();
    for (Path path : all.stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(path);
    }
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
