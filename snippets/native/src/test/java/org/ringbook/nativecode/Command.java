package org.ringbook.nativecode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, or kills it and all it started. */
final class Command {
  /** What a program that was killed is said to have returned. */
  static final int TIMED_OUT = 124;

  private Command() {}

  /**
   * What a program said, standard output and error as they came.
   *
   * @param status 0: it was content
   */
  record Result(int status, String output) {
    boolean isGood() {
      return status == 0;
    }
  }

  static Result run(Path folder, long seconds, List<String> command) {
    return run(folder, seconds, Map.of(), command);
  }

  static Result run(
      Path folder, long seconds, Map<String, String> environment, List<String> command) {
    try {
      Path heard = Files.createTempFile("command", ".log");
      try {
        int status = status(folder, seconds, environment, command, heard);
        return new Result(status, new String(Files.readAllBytes(heard), UTF_8));
      } finally {
        Files.delete(heard);
      }
    } catch (IOException e) {
      throw new AssertionError(command + " could not be started", e);
    }
  }

  private static int status(
      Path folder, long seconds, Map<String, String> environment, List<String> command, Path heard)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(heard.toFile());
    Process process = builder.start();
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return TIMED_OUT;
  }
}
