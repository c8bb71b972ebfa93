package org.ringbook.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of the tests' class path in a process of its own. */
final class JavaProcess {

  /**
   * How one ended.
   *
   * @param output what it printed on both streams
   */
  record Ended(int exitCode, String output, String errors) {}

  private JavaProcess() {}

  /** Runs a program to its end. */
  static Ended run(String mainClass, String... arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("ringbook", ".errors");
    Process process = builder(mainClass, arguments).redirectError(errors.toFile()).start();
    try {
      byte[] output = process.getInputStream().readAllBytes();
      int code = process.waitFor();
      return new Ended(code, new String(output, StandardCharsets.UTF_8), Files.readString(errors));
    } finally {
      process.destroyForcibly();
      Files.delete(errors);
    }
  }

  /** Runs the command line of the handbook. */
  static Ended ringbook(String... arguments) throws IOException, InterruptedException {
    return run("org.ringbook.command.Main", arguments);
  }

  static ProcessBuilder builder(String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xss4m");
    // The checker of HTML brings a logger that FreeMarker would take, unconfigured, for its own.
    command.add("-Dorg.freemarker.loggerLibrary=JUL");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
