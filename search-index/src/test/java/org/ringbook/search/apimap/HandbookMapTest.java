package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data of this handbook: sound, complete, and right about what does not exist. */
class HandbookMapTest {

  private static final Path ROOT = Path.of(System.getProperty("ringbook.root", ".."));
  private static final ApiMapReader.Reading READING =
      ApiMapReader.read(ROOT.resolve("volumes/api-map"));
  private static final ApiMap MAP = READING.map();

  @Test
  void theMapHasNoFindings() {
    assertEquals(List.of(), READING.findings());
  }

  @Test
  void theMapHasEveryConceptThatTheHandbookPromises() {
    long concepts = MAP.concepts().count();
    assertTrue(concepts >= 260, () -> concepts + " concepts");
  }

  @Test
  void everyRowOfTheSourceTablesIsResolvedOnce() throws IOException {
    List<String> rows = lines("source-rows.txt");
    assertEquals(198, rows.size());
    assertEquals(175, rows.stream().filter(row -> row.startsWith("inventory ")).count());
    List<String> resolved = MAP.concepts().flatMap(c -> c.inventory().stream()).toList();
    Set<String> missing = new TreeSet<>(rows);
    missing.removeAll(resolved);
    assertEquals(Set.of(), missing);
    assertEquals(resolved.size(), Set.copyOf(resolved).size(), "a row is resolved twice");
  }

  @Test
  void everyRowOfTheAuditIsResolved() throws IOException {
    Path audit = ROOT.resolve("../shared/facts/api/seed-audit.tsv");
    assumeTrue(Files.isRegularFile(audit), "no audit beside this checkout");
    Set<String> rows =
        Files.readAllLines(audit).stream()
            .skip(1)
            .map(line -> line.split("\t", 3))
            .map(cells -> shortTable(cells[0]) + "/" + cells[1])
            .collect(Collectors.toCollection(TreeSet::new));
    MAP.concepts().flatMap(concept -> concept.inventory().stream()).forEach(rows::remove);
    assertEquals(Set.of(), rows);
  }

  @Test
  void namesThatDoNotExistAreFalseFriendsAndNeverCalls() throws IOException {
    List<String> invented = lines("names-that-do-not-exist.tsv");
    assertEquals(144, invented.size());
    Set<String> calls =
        MAP.concepts()
            .flatMap(Concept::everyCall)
            .map(call -> call.evidence().os().key() + "\t" + call.name())
            .collect(Collectors.toSet());
    Set<String> friends =
        MAP.concepts()
            .flatMap(concept -> concept.falseFriends().stream())
            .filter(friend -> friend.verdict() == FalseFriend.Verdict.MISSING)
            .map(friend -> friend.os().key() + "\t" + friend.name())
            .collect(Collectors.toSet());
    Set<String> used = new HashSet<>(invented);
    used.retainAll(calls);
    assertEquals(Set.of(), used);
    Set<String> unexplained = new TreeSet<>(invented);
    unexplained.removeAll(friends);
    assertEquals(Set.of(), unexplained);
  }

  @Test
  void aFalseFriendIsNotAlsoTheAnswerOnItsSystem() {
    MAP.concepts()
        .forEach(
            concept ->
                concept
                    .falseFriends()
                    .forEach(
                        friend ->
                            assertTrue(
                                concept
                                    .on(friend.os())
                                    .everyCall()
                                    .noneMatch(call -> call.name().equals(friend.name())),
                                () -> concept.id() + " gives and refuses " + friend.name())));
  }

  @Test
  void everyNoteIsShortEnoughToRead() {
    MAP.concepts()
        .forEach(
            concept -> {
              int words = concept.note().split("\\s+").length;
              assertTrue(words >= 10 && words <= 40, () -> concept.id() + ": " + words + " words");
            });
  }

  @Test
  void onlyAnExceptionHasNothingOutsideLinux() {
    MAP.concepts()
        .filter(concept -> concept.relation() != Relation.EXCEPTION)
        .forEach(
            concept ->
                assertTrue(
                    concept.columns().values().stream()
                        .anyMatch(column -> column.os() != Os.LINUX && !column.none()),
                    () -> concept.id() + " has no counterpart but is no exception"));
  }

  @Test
  void anExceptionIsMissingOnTwoSystemsAtLeast() {
    MAP.concepts()
        .filter(concept -> concept.relation() == Relation.EXCEPTION)
        .forEach(
            concept ->
                assertTrue(
                    concept.columns().values().stream().filter(OsColumn::none).count() >= 2,
                    () -> concept.id() + " is no exception"));
  }

  @Test
  void wrongAndMisspeltNamesArePutRight() {
    assertTrue(friend("NdisMAllocateSharedMemory", "dma-map-single"));
    assertTrue(friend("mtx_lock_spin", "spin-lock"));
    assertTrue(friend("if_watchdog", "misc-watchdog-timer"));
    assertEquals("dma_map_single", MAP.find("DMA_MAP_SINGLE").getFirst().name());
    assertEquals(List.of(), MAP.find("no_such_call"));
    assertEquals("bus_dmamap_load", MAP.nearest("bus_dmamap_laod").orElseThrow());
    assertEquals("interrupts", MAP.nearestCategory("interupts").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "dma_sync_single_for_cpu, dma-sync-single-for-cpu",
    "bus_dmamap_load, dma-map-single",
    "mtx_lock, spin-lock",
    "taskqueue_enqueue, schedule-work",
    "BUS_DMASYNC_PREREAD, dma-sync-single-for-device",
    "napi_gro_receive, napi-gro-receive",
    "if_set_rx_mode, ndo-set-rx-mode"
  })
  void aNameLeadsToItsNearestConcept(String name, String concept) {
    assertEquals(concept, MAP.find(name).getFirst().concept().id());
  }

  @Test
  void everyNameOfACallIsFound() {
    MAP.names().forEach(name -> assertTrue(!MAP.find(name).isEmpty(), name));
    MAP.concepts()
        .flatMap(concept -> concept.falseFriends().stream())
        .forEach(friend -> assertTrue(!MAP.find(friend.name()).isEmpty(), friend::name));
  }

  @Test
  void anchorsAreUniqueOverAllTables() {
    Pattern ids = Pattern.compile(" id=\"([^\"]*)\"");
    Set<String> anchors = new HashSet<>();
    for (Category category : MAP.categories()) {
      Matcher id = ids.matcher(ApiTable.html(category, "../api/"));
      while (id.find()) {
        assertTrue(anchors.add(id.group(1)), () -> id.group(1) + " is there twice");
      }
    }
    assertEquals(MAP.concepts().count(), anchors.size());
  }

  private static boolean friend(String name, String concept) {
    return MAP.find(name).stream()
        .anyMatch(match -> match instanceof Match.Misnomer && match.concept().id().equals(concept));
  }

  private static String shortTable(String category) {
    String table = category.split(":", 2)[0];
    Matcher small = Pattern.compile("small table [\\d.]+").matcher(table);
    return small.lookingAt() ? small.group() : table;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HandbookMapTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
