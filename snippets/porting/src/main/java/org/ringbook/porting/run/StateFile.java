package org.ringbook.porting.run;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps a state in a text file: a line for each thing known, its kind first. A
 * reader of the file finds the old state or the new one, never a part of it.
 */
public final class StateFile {
  private final Path file;

  /** A file that need not be there yet. */
  public StateFile(Path file) {
    this.file = file;
  }

  /** The state that was written last; {@link RunState#START} if there is none. */
  public RunState load() throws IOException {
    return Files.exists(file) ? parse(Files.readAllLines(file)) : RunState.START;
  }

  // tag::save[]
  /** Writes beside it, forces that to the disk, and only then takes its place. */
  public void save(RunState state) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text(state));
    Set<StandardOpenOption> anew = Set.of(CREATE, TRUNCATE_EXISTING, WRITE);
    try (FileChannel out = FileChannel.open(next, anew)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file, ATOMIC_MOVE);
  }

  // end::save[]

  /** The file's text for a state. */
  public static String text(RunState state) {
    List<String> lines = new ArrayList<>();
    lines.add("phase " + state.phase());
    lines.add("step " + state.step());
    lines.add("retries " + state.retries());
    lines.add("score " + state.score());
    state.artifacts().forEach((file, is) -> lines.add(pair("artifact", file, is)));
    state.results().forEach((name, said) -> lines.add(pair("result", name, said)));
    state.exceptions().forEach(text -> lines.add("exception " + line(text)));
    state.violations().forEach(text -> lines.add("violation " + line(text)));
    state.decisions().forEach((name, who) -> lines.add(pair("decision", name, who)));
    state.log().forEach(text -> lines.add("log " + line(text)));
    return String.join("\n", lines) + "\n";
  }

  private static String pair(String kind, String name, String value) {
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("no name: " + name);
    }
    return kind + " " + name + " " + line(value);
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }

  private static RunState parse(List<String> lines) {
    return new RunState(
        Integer.parseInt(one(lines, "phase")),
        RunState.Step.valueOf(one(lines, "step")),
        Integer.parseInt(one(lines, "retries")),
        Integer.parseInt(one(lines, "score")),
        pairs(lines, "artifact"),
        pairs(lines, "result"),
        all(lines, "exception").toList(),
        all(lines, "violation").toList(),
        pairs(lines, "decision"),
        all(lines, "log").toList());
  }

  private static Stream<String> all(List<String> lines, String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1));
  }

  private static String one(List<String> lines, String kind) {
    return all(lines, kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state without " + kind));
  }

  private static SortedMap<String, String> pairs(List<String> lines, String kind) {
    SortedMap<String, String> found = new TreeMap<>();
    all(lines, kind)
        .forEach(
            pair -> {
              int space = pair.indexOf(' ');
              found.put(pair.substring(0, space), pair.substring(space + 1));
            });
    return found;
  }
}
