package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chapter's figures, names and tables are those of the data. */
class ApiMappingChapterTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final Path CHAPTER = ROOT.resolve("volumes/vol-0-preamble/api-mapping.adoc");
  private static final Path DATA = ROOT.resolve("volumes/api-map");
  private static final ApiMap MAP = ApiMapReader.read(DATA).map();

  @Test
  void theFiguresAreThoseOfTheData() throws IOException {
    Map<String, Long> counted =
        new TreeMap<>(
            Map.of(
                "concepts", MAP.concepts().count(),
                "source-rows", rows("inventory ") + rows("small table "),
                "inventory-rows", rows("inventory "),
                "invented", falseFriends(FalseFriend.Verdict.MISSING),
                "misleading", falseFriends(FalseFriend.Verdict.DIFFERENT),
                "exceptions", relations(Relation.EXCEPTION),
                "direct", relations(Relation.DIRECT),
                "advance", warnings("NdisAdvanceNetBufferDataStart"),
                "evidence", evidence().count(),
                "netbsd-newer", evidence().filter(e -> e.release().startsWith("copy")).count()));
    Map<String, Long> printed = new TreeMap<>();
    found("(?m)^:([a-z-]+): (\\d+)$")
        .forEach(groups -> printed.put(groups.get(0), Long.valueOf(groups.get(1))));
    assertEquals(counted, printed);
  }

  @Test
  void everyKernelNameInTheTextIsInTheMap() throws IOException {
    List<String> unknown =
        found("api:(\\w+)\\[")
            .map(List::getFirst)
            .filter(name -> MAP.find(name).isEmpty())
            .toList();
    assertEquals(List.of(), unknown);
  }

  @Test
  void everyCategoryHasItsTableInOrder() throws IOException {
    assertEquals(
        MAP.categories().stream().map(Category::id).toList(),
        found("(?m)^api-table::([a-z-]+)\\[]$").map(List::getFirst).toList());
  }

  @Test
  void noCodeIsTyped() throws IOException {
    assertFalse(Files.readString(CHAPTER).contains("[source"));
  }

  private static long rows(String table) {
    return MAP.concepts()
        .flatMap(concept -> concept.inventory().stream())
        .filter(row -> row.startsWith(table))
        .count();
  }

  private static long falseFriends(FalseFriend.Verdict verdict) {
    return MAP.concepts()
        .flatMap(concept -> concept.falseFriends().stream())
        .filter(friend -> friend.verdict() == verdict)
        .map(friend -> friend.os() + " " + friend.name())
        .distinct()
        .count();
  }

  private static long relations(Relation relation) {
    return MAP.concepts().filter(concept -> concept.relation() == relation).count();
  }

  private static long warnings(String name) {
    return MAP.find(name).stream().filter(match -> match instanceof Match.Misnomer).count();
  }

  private static Stream<Evidence> evidence() {
    return MAP.concepts().flatMap(Concept::everyCall).flatMap(Call::everyEvidence).distinct();
  }

  private static Stream<List<String>> found(String regex) throws IOException {
    return Pattern.compile(regex)
        .matcher(Files.readString(CHAPTER))
        .results()
        .map(
            match ->
                Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1)
                    .map(match::group)
                    .toList());
  }
}
