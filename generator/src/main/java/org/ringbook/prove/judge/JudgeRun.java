package org.ringbook.prove.judge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ringbook.model.Judge;

/** Runs a judge's command in its folder, to its end or to its limit. */
final class JudgeRun {

  /** Of what a judge says, its last bytes are the ones that tell why it failed. */
  private static final int MOST_SAID = 4096;

  private JudgeRun() {}

  /**
   * How it ended.
   *
   * @param complaint empty if the judge was content, else one sentence
   * @param said its last words, standard output and error as they came
   */
  record End(String complaint, String said) {
    boolean isGood() {
      return complaint.isEmpty();
    }
  }

  /** Tools that the judge needs and that are not on the path of this process. */
  static List<String> missing(Judge judge) {
    return judge.needs().stream().filter(tool -> !isOnPath(tool)).toList();
  }

  private static boolean isOnPath(String tool) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  static End of(Judge judge, Path folder) throws InterruptedException {
    try {
      Path heard = Files.createTempFile("judge", ".log");
      try {
        return end(judge, folder, heard);
      } finally {
        Files.delete(heard);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static End end(Judge judge, Path folder, Path heard)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(judge.command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(heard.toFile());
    // What it says stands in problems, which are in English and the same everywhere.
    builder.environment().put("LC_ALL", "C");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new End("can't be started: " + judge.command().getFirst(), "");
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(judge.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        return new End("did not end within " + judge.limit().toSeconds() + " s", tail(heard));
      }
      int status = process.exitValue();
      return new End(status == 0 ? "" : "ended with status " + status, tail(heard));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String tail(Path heard) throws IOException {
    byte[] all = Files.readAllBytes(heard);
    int from = Math.max(0, all.length - MOST_SAID);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
  }
}
