package org.ringbook.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.model.Problem;
import org.ringbook.model.Problems;

class PublisherTest {

  private final Path out;
  private final Problems problems = new Problems();

  PublisherTest(@TempDir Path folder) {
    this.out = folder.resolve("site");
  }

  private String publish(int number) {
    return new Publisher(out).publish(Sites.numbered(number), problems);
  }

  private String onlyCode() {
    assertEquals(1, problems.errors(), problems.sorted()::toString);
    return problems.sorted().getFirst().code();
  }

  @Test
  void the_folder_shows_the_newest_site_and_older_ones_are_gone() throws IOException {
    publish(1);
    String second = publish(2);
    assertEquals(second, Sites.shown(out));
    assertEquals(second, new Publisher(out).current());
    assertEquals(List.of(second, VersionFolders.LOCK), Sites.versions(out));
    assertEquals(List.of(), problems.sorted());
  }

  @Test
  void the_same_site_has_the_same_name_and_other_bytes_another() {
    assertEquals(publish(1), publish(1));
    assertFalse(publish(1).equals(publish(2)));
  }

  @Test
  void an_empty_folder_is_taken_over() throws IOException {
    Files.createDirectories(out);
    assertEquals(publish(1), Sites.shown(out));
  }

  @Test
  void foreign_files_are_left_alone() throws IOException {
    Files.createDirectories(out);
    Path thesis = Files.writeString(out.resolve("thesis.txt"), "years of work");
    assertEquals("", publish(1));
    assertEquals("folder-taken", onlyCode());
    assertEquals("years of work", Files.readString(thesis));
  }

  @Test
  void a_foreign_link_and_a_foreign_file_are_left_alone(@TempDir Path elsewhere)
      throws IOException {
    Files.createSymbolicLink(out, elsewhere);
    assertEquals("", publish(1));
    assertEquals(elsewhere, Files.readSymbolicLink(out));
    Files.delete(out);
    Files.writeString(out, "a file");
    assertEquals("", publish(1));
    assertEquals("a file", Files.readString(out));
  }

  @Test
  void a_place_below_a_file_cannot_be_written_not_even_by_root(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    String version = new Publisher(file.resolve("site")).publish(Sites.numbered(1), problems);
    assertEquals("", version);
    assertEquals("cannot-publish", onlyCode());
  }

  @Test
  void a_site_that_is_not_written_to_its_end_changes_nothing() throws IOException {
    String good = publish(1);
    var files = new java.util.TreeMap<>(Sites.numbered(2).files());
    files.put("x".repeat(300) + ".html", new byte[1]);
    assertEquals("", new Publisher(out).publish(new org.ringbook.model.Site(files), problems));
    assertEquals("cannot-publish", onlyCode());
    assertTrue(
        problems.sorted().getFirst().title().contains("name too long"),
        problems.sorted()::toString);
    assertEquals(good, Sites.shown(out));
    assertEquals(List.of(good, VersionFolders.LOCK), Sites.versions(out), "nothing is left over");
  }

  /** A limit on the size of files fails the calls that a full disk fails, for root as well. */
  @Test
  void no_space_leaves_the_last_good_site(@TempDir Path temp) throws Exception {
    String good = publish(1);
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "trap '' XFSZ; ulimit -f 0; exec \"$@\"",
                "-",
                java(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                PublishOnce.class.getName(),
                out.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertTrue(said.contains("cannot-publish"), said);
    assertEquals(good, Sites.shown(out));
    String next = publish(3);
    assertEquals(next, Sites.shown(out));
    assertEquals(List.of(next, VersionFolders.LOCK), Sites.versions(out));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55})
  void a_kill_in_the_middle_leaves_a_whole_site(int sites) throws Exception {
    String first = publish(-1);
    Process process =
        new ProcessBuilder(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessPublisher.class.getName(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = process.inputReader()) {
      for (int line = 0; line < sites; line++) {
        said.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertTrue(Files.isSymbolicLink(out));
    String shown = Sites.shown(out);
    assertEquals(out.toRealPath().getFileName().toString(), shown);
    assertTrue(sites == 0 || !shown.equals(first));
    String next = publish(-2);
    assertEquals(next, Sites.shown(out));
    assertEquals(List.of(next, VersionFolders.LOCK), Sites.versions(out));
    assertEquals(List.of(), problems.sorted());
  }

  @Test
  void builds_at_the_same_time_wait_for_one_another() throws Exception {
    List<Callable<String>> builds =
        IntStream.range(0, 24).<Callable<String>>mapToObj(n -> () -> publish(n % 5)).toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var build : threads.invokeAll(builds)) {
        assertFalse(build.get().isEmpty());
      }
    }
    assertEquals(List.of(), problems.sorted().stream().map(Problem::title).toList());
    assertEquals(out.toRealPath().getFileName().toString(), Sites.shown(out));
    assertEquals(2, Sites.versions(out).size());
  }

  @Test
  void the_link_is_relative_so_that_the_folder_may_move() throws IOException {
    publish(1);
    assertFalse(Files.readSymbolicLink(out).isAbsolute());
    assertTrue(Files.exists(out, LinkOption.NOFOLLOW_LINKS));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
