package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that no compiler checks. */
class TidyTest {

  private static final int LONGEST_MAIN_FILE = 250;
  private static final int WIDEST_SHOWN_LINE = 85;
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
  private static final Pattern DRAWER = Pattern.compile("(Utils?|Helpers?|Managers?|Misc)\\.java");

  @Test
  void mainFilesAreSmall() {
    check(
        main(),
        (file, text) -> lines(text) <= LONGEST_MAIN_FILE,
        "lines than " + LONGEST_MAIN_FILE);
  }

  @Test
  void shownCodeFitsThePage() {
    check(
        java().filter(file -> file.startsWith("snippets") && !isTest(file)),
        (file, text) -> text.lines().allMatch(line -> line.length() <= WIDEST_SHOWN_LINE),
        "line wider than " + WIDEST_SHOWN_LINE);
  }

  @Test
  void noTabsAndNoBlanksAtTheEndOfALine() {
    check(
        java(),
        (file, text) -> text.lines().noneMatch(line -> line.contains("\t") || line.endsWith(" ")),
        "tab or trailing blank");
  }

  @Test
  void nothingIsUnfinished() {
    check(
        java(),
        (file, text) -> !UNFINISHED.matcher(text).find() || file.endsWith("TidyTest.java"),
        "unfinished mark");
  }

  @Test
  void noDrawers() {
    check(
        java(), (file, text) -> !DRAWER.matcher(file.toString()).find(), "name that says nothing");
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<Path> silent = new ArrayList<>();
    for (Path file : main().toList()) {
      Path folder = file.getParent();
      boolean inPackage = file.toString().contains("org/ringbook");
      if (inPackage
          && !Repository.ROOT.resolve(folder).resolve("package-info.java").toFile().isFile()) {
        silent.add(folder);
      }
    }
    assertEquals(List.of(), silent.stream().distinct().toList(), "packages without a page");
  }

  @Test
  void packagePagesTeach() {
    check(
        main().filter(file -> file.endsWith("package-info.java")),
        (file, text) -> text.indexOf("*/") - text.indexOf("/**") > 40,
        "empty package page");
  }

  @Test
  void filesEndWithALineFeed() {
    for (String ending :
        List.of(".java", ".adoc", ".md", ".yaml", ".css", ".js", ".ftlh", ".xml")) {
      check(
          Repository.files(ending).stream(),
          (file, text) -> text.isEmpty() || (text.endsWith("\n") && !text.contains("\r")),
          "last line without an end, or carriage returns");
    }
  }

  @Test
  void nothingNamesAPlaceOfSomebodysMachine() {
    Pattern place = Pattern.compile("(/home|/Users|/root)/\\w+");
    for (String ending : List.of(".java", ".adoc", ".md", ".yaml", ".xml", ".json", ".out")) {
      check(
          Repository.files(ending).stream(),
          (file, text) -> file.endsWith("TidyTest.java") || !place.matcher(text).find(),
          "path of a machine");
    }
  }

  @Test
  void everyCustomPropertyOfTheStylesIsDefined() {
    String styles =
        Repository.files(".css").stream().map(Repository::read).collect(Collectors.joining());
    Set<String> used = names("var\\((--[\\w-]+)", styles);
    used.removeAll(names("(--[\\w-]+)\\s*:", styles));
    assertEquals(Set.of(), used, "properties that no style sheet defines");
  }

  private static Set<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private interface Rule {
    boolean holds(Path file, String text);
  }

  private static void check(Stream<Path> files, Rule rule, String fault) {
    List<Path> broken = files.filter(file -> !rule.holds(file, Repository.read(file))).toList();
    assertEquals(List.of(), broken, "files with a " + fault);
  }

  private static Stream<Path> java() {
    return Repository.files(".java").stream();
  }

  private static Stream<Path> main() {
    return java().filter(file -> file.toString().contains("src/main/"));
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("src/test/");
  }

  private static long lines(String text) {
    return text.lines().count();
  }
}
