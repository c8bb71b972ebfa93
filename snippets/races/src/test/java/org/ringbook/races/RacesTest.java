package org.ringbook.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs jcstress in a JVM of its own, as it forks more and wants the machine's flags to
 * itself. Short by default; {@code -Dringbook.races=default} takes its usual minutes.
 */
final class RacesTest {
  private static final List<String> SHORT =
      List.of("-m", "quick", "-f", "1", "-fsm", "1", "-iters", "1", "-time", "100", "-sc", "false");

  /** Counts JVM configurations, of which each race has several. */
  private static final Pattern ALL_PASSED =
      Pattern.compile("Results: ([1-9][0-9]*) planned; \\1 passed, 0 failed");

  @Test
  void noForbiddenOutcomeIsSeen() throws IOException, InterruptedException {
    Path module = Path.of(System.getProperty("ringbook.root"), "snippets/races/target");
    Path results = Files.createDirectories(module.resolve("jcstress"));
    Path log = results.resolve("log");
    Process process =
        new ProcessBuilder(command(module))
            .directory(results.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();
    String said = Files.readString(log);
    assertEquals(0, exit, said);
    assertTrue(ALL_PASSED.matcher(said).find(), said);
    assertTrue(said.contains("All remaining tests: 3 matching"), said);
  }

  private static List<String> command(Path module) throws IOException {
    String classPath =
        module.resolve("classes") + ":" + Files.readString(module.resolve("classpath"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "org.openjdk.jcstress.Main"));
    String mode = System.getProperty("ringbook.races", "short");
    command.addAll(mode.equals("short") ? SHORT : List.of("-m", mode));
    return command;
  }
}
