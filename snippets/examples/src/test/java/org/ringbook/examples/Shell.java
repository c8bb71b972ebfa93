package org.ringbook.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in a folder. What they print goes through files: pipes would need a thread each.
 *
 * @param folder where they start
 */
record Shell(Path folder) {

  private static final int MINUTES = 2;

  static Shell in(Path folder) {
    return new Shell(folder);
  }

  /** Runs a command line of the shell, such as the one that JBang prints. */
  Finished run(String commandLine) throws IOException, InterruptedException {
    return run(List.of("bash", "-c", "exec " + commandLine));
  }

  /** Runs a program with its arguments; fails if it takes longer than two minutes. */
  Finished run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = start(command, output, errors);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("still running after " + MINUTES + " minutes: " + command);
      }
      return new Finished(
          process.exitValue(), Files.readAllBytes(output), Files.readString(errors));
    } finally {
      delete(output);
      delete(errors);
    }
  }

  private Process start(List<String> command, Path output, Path errors) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JBANG_RUNTIME_SHELL", "bash");
    return builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
