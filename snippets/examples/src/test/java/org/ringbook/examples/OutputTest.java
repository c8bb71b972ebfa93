package org.ringbook.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jbang.source.BuildContext;
import dev.jbang.source.Project;
import dev.jbang.util.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every example as {@code jbang <id>} does: JBang looks the id up, gathers and compiles the
 * sources, and names the command line to run. Only the start of a JVM for JBang itself is spared;
 * {@link CommandLineTest} has that too.
 */
class OutputTest {

  @BeforeAll
  static void offline() {
    Util.setOffline(true);
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void prints_what_the_handbook_shows(Example example) throws Exception {
    byte[] recorded = example.recordedOutput();

    Finished run = Shell.in(Checkout.ROOT).run(command(example));

    assertAll(
        () -> assertEquals(text(recorded), text(run.output()), example.id()),
        () -> assertEquals(0, run.exitCode(), () -> run.errors()));
  }

  /** Texts differ wherever bytes do: Latin-1 has a character for each byte. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String command(Example example) throws IOException {
    Project project = Project.builder().build(example.id());
    return Project.codeBuilder(BuildContext.forProject(project)).build().build().generate();
  }
}
