package org.ringbook.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs examples with the {@code jbang} command, as a reader does, and cut off from the network. */
class CommandLineTest {

  /** JBang ends with this code to say: run the command line that I printed. */
  private static final int RUN_WHAT_IS_PRINTED = 255;

  @Test
  void an_id_works_at_the_root_of_the_checkout() throws Exception {
    Example example = Checkout.examples().getFirst();

    assertShown(example, jbang(Checkout.ROOT, example.id()));
  }

  @Test
  void an_id_works_from_any_folder_of_the_checkout() throws Exception {
    Example example = Checkout.examples().getLast();

    assertShown(example, jbang(Checkout.ROOT.resolve("volumes/api-map"), example.id()));
  }

  @Test
  void a_path_works_at_the_root_of_the_checkout() throws Exception {
    Example example = Checkout.examples().get(1);

    assertShown(example, jbang(Checkout.ROOT, example.path()));
  }

  @Test
  void a_path_works_from_outside_the_checkout(@TempDir Path elsewhere) throws Exception {
    Example example = Checkout.examples().get(2);

    assertShown(example, jbang(elsewhere, example.file().toString()));
  }

  @Test
  void the_ids_are_listed_for_a_reader() throws Exception {
    Finished list = jbang(Checkout.ROOT, "alias", "list");
    String listed = new String(list.output(), StandardCharsets.UTF_8);

    assertEquals(0, list.exitCode(), list::errors);
    for (Example example : Checkout.examples()) {
      assertTrue(listed.contains(example.id()), () -> example + " is not in:\n" + listed);
    }
  }

  private static void assertShown(Example example, Finished run) throws IOException {
    assertEquals(0, run.exitCode(), run::errors);
    assertArrayEquals(example.recordedOutput(), run.output());
  }

  /** What the script {@code jbang} does: starts JBang, then what JBang tells it to start. */
  private static Finished jbang(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.jbang.Main"));
    command.add("--offline");
    command.addAll(List.of(arguments));
    Finished jbang = Shell.in(folder).run(command);
    return jbang.exitCode() == RUN_WHAT_IS_PRINTED
        ? Shell.in(folder).run(new String(jbang.output(), StandardCharsets.UTF_8).strip())
        : jbang;
  }
}
