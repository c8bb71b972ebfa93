package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher in a checkout of its own, whose path has spaces, with JDKs that print what they
 * are asked to run and a Maven that makes the files that Maven makes.
 */
class LauncherTest {

  private static final String JAR = "generator/target/ringbook-generator-1.0-SNAPSHOT.jar";

  @TempDir private Path temp;
  private Path checkout;
  private final Map<String, String> environment = new TreeMap<>();

  private record Finished(int exitCode, List<String> output, String errors) {}

  @BeforeEach
  void checkOut() throws IOException {
    checkout = Files.createDirectories(temp.resolve("a b c/ring book")).toRealPath();
    executable("ringbook", Files.readString(Repository.ROOT.resolve("ringbook")));
    executable(
        "mvnw",
        """
        #!/usr/bin/env bash
        echo "$JAVA_HOME" >> maven-runs
        mkdir -p generator/target search-index/target
        touch search-index/target/index.jar %s
        printf '%%s' "$PWD/search-index/target/index.jar" > generator/target/classpath
        """
            .formatted(JAR));
    for (String input : List.of("pom.xml", "generator/pom.xml", "search-index/pom.xml")) {
      write(input, "");
    }
    write("generator/src/main/Some.java", "");
    write("search-index/src/main/Other.java", "");
    environment.put("HOME", write("home/.keep", "").getParent().toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("JAVA_HOME", jdk("jdk-25", "25.0.1").toString());
  }

  @Test
  void runs_with_the_jdk_that_is_asked_for() throws Exception {
    assertEquals("jdk-25", jdkThatRan());
  }

  @Test
  void passes_over_a_jdk_that_is_too_old() throws Exception {
    environment.put("JAVA_HOME", jdk("jdk-17", "17.0.15").toString());
    environment.put("JAVA25_HOME", jdk("jdk-26", "26").toString());

    assertEquals("jdk-26", jdkThatRan());
  }

  @Test
  void takes_the_jdk_of_the_search_path() throws Exception {
    environment.remove("JAVA_HOME");
    environment.put("PATH", jdk("jdk-on-path", "25-ea").resolve("bin") + ":/usr/bin:/bin");

    assertEquals("jdk-on-path", jdkThatRan());
  }

  @Test
  void takes_the_newest_jdk_of_the_usual_folders() throws Exception {
    environment.put("JAVA_HOME", temp.resolve("gone").toString());
    jdk("ring book/home/.jdks/jdk-9998", "9998.0.1");
    jdk("ring book/home/.jdks/jdk-9999", "9999");

    assertEquals("jdk-9999", jdkThatRan());
  }

  @Test
  void says_in_one_sentence_that_there_is_no_jdk() throws Exception {
    environment.put("JAVA_HOME", temp.resolve("gone").toString());
    // Nothing can hide the folders of this machine, so what reads their releases finds nothing.
    Path tools = Files.createDirectory(temp.resolve("tools"));
    Files.createSymbolicLink(tools.resolve("sed"), Path.of("/bin/true"));
    environment.put("PATH", tools + ":/usr/bin:/bin");

    Finished run = ringbook("list");

    assertEquals(1, run.exitCode());
    assertEquals(List.of(), run.output());
    assertEquals(1, run.errors().lines().count(), run.errors());
    assertTrue(run.errors().contains("needs a JDK 25 or later and found none"), run.errors());
  }

  @Test
  void hands_arguments_and_exit_code_through_as_they_are() throws Exception {
    Finished run = ringbook("search", "two words", "", "*", "exit 7");

    assertEquals(List.of("search", "two words", "", "*", "exit 7"), arguments(run));
    assertEquals(7, run.exitCode());
  }

  @Test
  void works_from_any_folder_and_through_a_link() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("rb"), checkout.resolve("ringbook"));

    Finished run = run(link.toString(), "list");

    assertEquals(List.of("list"), arguments(run));
    assertTrue(run.output().contains("-Dringbook.home=" + checkout), run.output().toString());
  }

  @Test
  void builds_once() throws Exception {
    Finished first = ringbook("list");
    Finished second = ringbook("list");

    assertTrue(first.errors().startsWith("Building the command line"), first.errors());
    assertEquals("", second.errors());
    assertEquals(1, mavenRuns());
  }

  @Test
  void builds_again_after_a_source_changed() throws Exception {
    ringbook("list");
    Files.setLastModifiedTime(
        checkout.resolve("search-index/src/main/Other.java"),
        FileTime.from(Instant.now().plusSeconds(5)));

    ringbook("list");

    assertEquals(2, mavenRuns());
  }

  @Test
  void builds_again_when_a_jar_of_the_class_path_is_gone() throws Exception {
    ringbook("list");
    Files.delete(checkout.resolve("search-index/target/index.jar"));

    ringbook("list");

    assertEquals(2, mavenRuns());
  }

  @Test
  void a_moved_checkout_runs_its_own_code() throws Exception {
    ringbook("list");
    Path elsewhere = write("elsewhere/index.jar", "");
    write("generator/target/classpath", elsewhere.toString());

    ringbook("list");

    assertEquals(2, mavenRuns());
  }

  @Test
  void says_when_it_cannot_be_built() throws Exception {
    executable("mvnw", "#!/usr/bin/env bash\necho '[ERROR] no compiler'\nexit 3\n");

    Finished run = ringbook("list");

    assertEquals(1, run.exitCode());
    assertEquals(List.of(), run.output());
    assertTrue(run.errors().contains("[ERROR] no compiler"), run.errors());
    assertTrue(run.errors().contains("could not be built"), run.errors());
  }

  @Test
  void of_two_first_runs_one_builds_and_the_other_waits() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "needs flock");

    Process one = start(checkout.resolve("ringbook").toString(), "list");
    Process other = start(checkout.resolve("ringbook").toString(), "list");

    assertEquals(0, one.waitFor());
    assertEquals(0, other.waitFor());
    assertEquals(1, mavenRuns());
  }

  @Test
  void starts_from_the_caches_of_its_jdk_and_drops_them_when_it_builds() throws Exception {
    ringbook("list");
    String search = cache("search");
    String build = cache("build");
    String map = cache("map");
    String mcp = cache("mcp");

    assertTrue(ringbook("list").output().contains(search));
    assertTrue(ringbook("map", "name").output().contains(map));
    assertTrue(ringbook("mcp").output().contains(mcp));
    assertTrue(ringbook("build").output().contains(build));

    Files.delete(checkout.resolve(JAR));
    assertFalse(ringbook("list").output().contains(search));
  }

  @Test
  void tells_a_build_that_will_find_nothing_changed_from_others() throws Exception {
    ringbook("list");
    String build = cache("build");
    String same = cache("same");
    write("site/theme/base.css", "");
    Path chapter = write("volumes/chapter.adoc", "");
    write("snippets/Example.java", "");
    Path stamp = write("site/target/work/stamp", "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(5)));

    assertTrue(ringbook("build").output().contains(same));
    assertTrue(ringbook("check").output().contains(build));
    assertTrue(ringbook("build", "--book", temp.toString()).output().contains(build));

    Files.setLastModifiedTime(chapter, FileTime.from(Instant.now().plusSeconds(9)));
    assertTrue(ringbook("build").output().contains(build));
  }

  private String cache(String kind) throws IOException {
    return "-XX:AOTCache=" + write("generator/target/aot/jdk-25/" + kind + ".aot", "");
  }

  private String jdkThatRan() throws Exception {
    Finished run = ringbook("list");
    assertEquals(0, run.exitCode(), run.errors());
    return run.output().getFirst();
  }

  private static List<String> arguments(Finished run) {
    List<String> output = run.output();
    return output.subList(output.indexOf("org.ringbook.command.Main") + 1, output.size());
  }

  private long mavenRuns() throws IOException {
    try (Stream<String> runs = Files.lines(checkout.resolve("maven-runs"))) {
      return runs.count();
    }
  }

  /** A JDK whose java prints the JDK's name and then an argument a line. */
  private Path jdk(String name, String version) throws IOException {
    Path folder = checkout.resolveSibling(name);
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(folder.resolve("bin/javac"), "#!/bin/sh\n");
    executable(
        folder.resolve("bin/java"),
        """
        #!/usr/bin/env bash
        printf '%s\\n' NAME "$@"
        [[ ${*: -1} != 'exit 7' ]] || exit 7
        """
            .replace("NAME", String.valueOf(folder.getFileName())));
    return folder;
  }

  private Finished ringbook(String... arguments) throws Exception {
    return run(checkout.resolve("ringbook").toString(), arguments);
  }

  private Finished run(String program, String... arguments) throws Exception {
    Process process = start(program, arguments);
    // What is printed is a few lines: less than a pipe holds.
    int exitCode = process.waitFor();
    try (var output = process.inputReader();
        var errors = process.errorReader()) {
      return new Finished(
          exitCode, output.lines().toList(), String.join("\n", errors.lines().toList()));
    }
  }

  private Process start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(temp.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Path write(String path, String content) throws IOException {
    Path file = checkout.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void executable(String path, String content) throws IOException {
    executable(checkout.resolve(path), content);
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
