package org.ringbook.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Each bug of bugs/bugs.tsv is noticed by the judge that its line names, or the suite is worth less
 * than it seems. Who noticed which is recorded in bugs/caught.tsv, for readers: a run that differs
 * fails, and {@code -Dringbook.bugs.accept=true} records it anew.
 */
final class PlantedBugsTest {
  private static final long SECONDS = 60;
  private static final Path BUGS = Flavour.home().resolve("bugs");
  private static final Path RECORD = BUGS.resolve("caught.tsv");
  private static final boolean ACCEPT = Boolean.getBoolean("ringbook.bugs.accept");

  @Test
  void eachPatchHasItsLine() throws IOException {
    TreeSet<String> patches = new TreeSet<>();
    try (Stream<Path> files = Files.walk(BUGS)) {
      files
          .filter(file -> file.toString().endsWith(".patch"))
          .forEach(file -> patches.add(BUGS.relativize(file).toString()));
    }
    TreeSet<String> lines = new TreeSet<>();
    PlantedBug.all(BUGS).forEach(bug -> lines.add(bug.patch().toString()));
    assertEquals(lines, patches);
  }

  @Test
  void eachLineIsRecorded() throws IOException {
    assumeFalse(ACCEPT, "the record is being written");
    List<String> bugs =
        PlantedBug.all(BUGS).stream()
            .map(bug -> String.join("\t", bug.name(), bug.os(), bug.what()))
            .toList();
    List<String> recorded =
        Files.readAllLines(RECORD).stream()
            .skip(1)
            .map(line -> line.replaceFirst("\t[^\t]*\t[^\t]*$", ""))
            .toList();
    assertEquals(bugs, recorded, "run with -Dringbook.bugs.accept=true");
  }

  @TestFactory
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  Stream<DynamicTest> eachBugIsNoticed() throws IOException, InterruptedException {
    assumeTrue(Flavour.GCC.missing().isEmpty(), Flavour.GCC::missing);
    List<PlantedBug> bugs = PlantedBug.all(BUGS);
    buildSoundly(bugs);
    Map<PlantedBug, Future<Verdict>> verdicts = plantAll(bugs);
    String noVerifier = noVerifier();
    String record = record(verdicts, noVerifier);
    Stream<DynamicTest> noticed =
        verdicts.entrySet().stream()
            .map(entry -> dynamicTest(entry.getKey().toString(), () -> check(entry, noVerifier)));
    return Stream.concat(
        noticed, Stream.of(dynamicTest("bugs/caught.tsv says so", () -> compare(record))));
  }

  private static void compare(String record) throws IOException {
    if (ACCEPT) {
      Files.writeString(RECORD, record);
    }
    assertEquals(Files.readString(RECORD), record, "run with -Dringbook.bugs.accept=true");
  }

  private static void buildSoundly(List<PlantedBug> bugs) {
    for (Flavour flavour : bugs.stream().map(PlantedBug::flavour).distinct().toList()) {
      Command.Result built = flavour.make(Flavour.home(), "programs");
      assertTrue(built.isGood(), built::output);
    }
  }

  private static Map<PlantedBug, Future<Verdict>> plantAll(List<PlantedBug> bugs) {
    Plantation plantation = new Plantation();
    Map<PlantedBug, Future<Verdict>> verdicts = new LinkedHashMap<>();
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (PlantedBug bug : bugs) {
        verdicts.put(bug, pool.submit(() -> plantation.plant(bug)));
      }
    }
    return verdicts;
  }

  private static String record(Map<PlantedBug, Future<Verdict>> verdicts, String noVerifier)
      throws InterruptedException {
    StringBuilder table = new StringBuilder("name\tos\twhat is wrong\tcaught by\tby what\n");
    for (var entry : verdicts.entrySet()) {
      PlantedBug bug = entry.getKey();
      List<String> caught =
          isUnjudged(bug, noVerifier)
              ? List.of(bug.judge().toString(), bug.evidence())
              : caught(bug, entry.getValue());
      table.append(String.join("\t", bug.name(), bug.os(), bug.what())).append('\t');
      table.append(String.join("\t", caught)).append('\n');
    }
    return table.toString();
  }

  private static List<String> caught(PlantedBug bug, Future<Verdict> done)
      throws InterruptedException {
    try {
      Verdict verdict = done.get();
      // The expected words of a message, which is longer and another with each compiler.
      String words = verdict.isExpectedOf(bug) ? bug.evidence() : "";
      return List.of(verdict.judge().toString(), words);
    } catch (ExecutionException e) {
      return List.of("nobody", "");
    }
  }

  /** Why the sound program could not be shown to a kernel; empty if it was. */
  private static String noVerifier() {
    var program = List.of(Flavour.GCC.output() + "/ebpf-kernel-test");
    Tap tap = Tap.parse(Command.run(Flavour.home(), SECONDS, program).output());
    return tap.tests().stream().map(Tap.Test::skipped).findFirst().orElse("no answer");
  }

  /** Only a kernel that lets this process load programs judges such a bug; the record stays. */
  private static boolean isUnjudged(PlantedBug bug, String noVerifier) {
    return bug.judge() == PlantedBug.Judge.VERIFIER && !noVerifier.isEmpty();
  }

  private static void check(Map.Entry<PlantedBug, Future<Verdict>> entry, String noVerifier)
      throws InterruptedException, ExecutionException {
    PlantedBug bug = entry.getKey();
    assumeFalse(isUnjudged(bug, noVerifier), noVerifier);
    Verdict verdict = entry.getValue().get();
    String said = "noticed by %s: %s".formatted(verdict.judge(), verdict.evidence());
    assertEquals(bug.judge(), verdict.judge(), said);
    assertTrue(verdict.isExpectedOf(bug), said + ", but not by: " + bug.evidence());
  }
}
