package org.ringbook.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jbang.source.Project;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JBang makes of an example's header lines. */
class HeaderTest {

  private static final Pattern JAVA = Pattern.compile("(\\d+)\\+");
  private static final Pattern SOURCES =
      Pattern.compile("^//SOURCES\\s+([^*?\\s]*/)?(\\S+)$", Pattern.MULTILINE);

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void asks_for_java_25_or_later(Example example) {
    Matcher version = JAVA.matcher(String.valueOf(project(example).getJavaVersion()));

    assertTrue(version.matches(), example + " has no line such as //JAVA 25+");
    assertTrue(Integer.parseInt(version.group(1)) >= 25);
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void gathers_every_source_that_its_patterns_match(Example example) throws IOException {
    SortedSet<Path> gathered = new TreeSet<>();
    for (var source : project(example).getMainSourceSet().getSources()) {
      gathered.add(source.getFile().toRealPath());
    }

    assertEquals(sources(example), gathered);
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void is_found_by_its_id_with_the_same_sources(Example example) {
    assertEquals(files(project(example)), files(Project.builder().build(example.id())));
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void needs_nothing_from_a_network(Example example) {
    Project project = project(example);

    assertEquals(List.of(), project.getMainSourceSet().getDependencies());
    assertEquals(List.of(), project.getMainSourceSet().getClassPaths());
    assertEquals(List.of(), project.getRepositories());
    assertEquals(List.of(), project.getSubProjects());
  }

  @ParameterizedTest
  @MethodSource("org.ringbook.examples.Checkout#examples")
  void runs_with_the_plain_flags_of_java(Example example) {
    assertEquals(List.of(), project(example).getRuntimeOptions());
    assertFalse(project(example).enablePreview());
  }

  private static Project project(Example example) {
    return Project.builder().build(example.file());
  }

  private static List<String> files(Project project) {
    return project.getMainSourceSet().getSources().stream()
        .map(source -> source.getFile().normalize().toString())
        .sorted()
        .toList();
  }

  /** The example itself, and below each pattern's folder what the rest of the pattern matches. */
  private static SortedSet<Path> sources(Example example) throws IOException {
    SortedSet<Path> found = new TreeSet<>();
    found.add(example.file().toRealPath());
    Matcher line = SOURCES.matcher(Files.readString(example.file()));
    while (line.find()) {
      String folder = line.group(1) == null ? "" : line.group(1);
      int before = found.size();
      match(example.file().resolveSibling(folder).normalize(), line.group(2), found);
      assertTrue(found.size() > before, "matches nothing new: " + line.group());
    }
    return found;
  }

  private static void match(Path folder, String pattern, SortedSet<Path> found) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : below.filter(f -> matcher.matches(folder.relativize(f))).toList()) {
        found.add(file.toRealPath());
      }
    }
  }
}
