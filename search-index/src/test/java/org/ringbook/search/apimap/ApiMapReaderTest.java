package org.ringbook.search.apimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiMapReaderTest {

  private final Path dir;

  ApiMapReaderTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aSoundMapHasNoFindings() {
    ApiMapReader.Reading reading = new MapFolder(dir).read();
    assertEquals(List.of(), reading.findings());
    Concept concept = reading.map().concept("kmalloc").orElseThrow();
    assertEquals(Relation.ADAPTER, concept.relation());
    assertEquals(List.of("table/kmalloc"), concept.inventory());
    Call call = concept.on(Os.FREEBSD).calls().getFirst();
    assertEquals("malloc", call.name());
    assertEquals(Phase.SETUP, call.phase());
    assertEquals(List.of("M_NOWAIT"), call.flags().stream().map(Evidence::symbol).toList());
    assertEquals("sys/sys/malloc.h", call.evidence().declaredIn());
    assertTrue(concept.on(Os.ILLUMOS).none());
    assertEquals("no reason at all", concept.on(Os.ILLUMOS).reason());
    assertEquals("is obsolete: use the newer one", concept.falseFriends().getFirst().why());
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          memory.yaml | title: Allocate | titel: Allocate | api-unknown-key | 3 | did you mean title?
          memory.yaml | title: Allocate | titel: Allocate | api-missing-field | 2 | add title:
          memory.yaml | title: Allocate | title: | api-missing-field | 3 | ``
          memory.yaml | title: Allocate | title: [a] | api-wrong-type | 3 | ``
          memory.yaml | id: kmalloc | id: K_Malloc | api-wrong-value | 2 | use lower-case letters, digits and single hyphens
          memory.yaml | relation: adapter | relation: adaptor | api-wrong-value | 4 | did you mean adapter?
          memory.yaml | phase: setup | phase: stup | api-wrong-value | 9 | did you mean setup?
          memory.yaml | calls: [kmalloc] | calls: [kmaloc] | api-no-evidence | 7 | did you mean kmalloc?
          memory.yaml | [M_NOWAIT] | [M_SLEEPY] | api-no-evidence | 9 | add a line to evidence.tsv, or leave the name out
          memory.yaml | os: windows, | os: widnows, | api-unknown-os | 17 | did you mean windows?
          memory.yaml | why: does not exist | why: no idea | api-wrong-value | 18 | write 'does not exist', 'means something else: …' or 'is obsolete: …'
          memory.yaml | `is obsolete: use the newer one` | is obsolete | api-wrong-value | 17 | write 'does not exist', 'means something else: …' or 'is obsolete: …'
          memory.yaml | name: kalloc | name: malloc | api-contradiction | 18 | correct one of the two
          memory.yaml | `name: kalloc, why: does not exist` | `name: malloc, why: "is obsolete: too old"` | api-contradiction | 18 | keep one
          memory.yaml | title: Allocate | title: 5 | api-wrong-type | 3 | put it in quotes: YAML takes 5 for something else
          memory.yaml | title: Allocate | title: null | api-wrong-type | 3 | put it in quotes: YAML takes null for something else
          memory.yaml | none: no reason at all | reason: none | api-unknown-key | 13 | known keys: calls, none, or, with
          memory.yaml | none: no reason at all | reason: none | api-missing-field | 13 | list the calls in order, or write none: and the reason
          memory.yaml | calls: [kmalloc] | calls: [] | api-missing-field | 7 | write none: and the reason
          memory.yaml | calls: [kmalloc] | calls: kmalloc | api-wrong-type | 7 | ``
          memory.yaml | calls: [kmalloc] | calls: [[kmalloc]] | api-wrong-type | 7 | write key: value
          memory.yaml | linux: | linus: | api-missing-field | 2 | add calls, or none: with the reason
          memory.yaml | linux: | linus: | api-unknown-key | 6 | did you mean linux?
          memory.yaml | does: | dose: | api-missing-field | 2 | add does:
          memory.yaml | rtos: | rots: | api-missing-field | 2 | add calls, or none: with the reason
          memory.yaml | relation: adapter | relation: exception | api-missing-field | 2 | add stub: what the adapter answers where a system has nothing
          memory.yaml | does: | stub: | api-unknown-key | 20 | only an exception has a stub
          memory.yaml | `Gets memory for the rings` | Gets | api-word-count | 20 | say it in 20 to 120
          memory.yaml | note: Mind | title: Mind | api-duplicate-key | 5 | keep one
          memory.yaml | concepts: | concept: | api-unknown-key | 1 | did you mean concepts?
          memory.yaml | relation: adapter | relation: [ | api-malformed-yaml | 6 | ``
          categories.yaml | id: memory | id: memories | api-missing-file | 2 | add memories.yaml
          categories.yaml | id: memory | id: memories | api-unlisted-file | 0 | add it to categories.yaml
          categories.yaml | title: Memory | name: Memory | api-missing-field | 2 | add title:
          evidence.tsv | linux | linxu | api-unknown-os | 2 | did you mean linux?
          evidence.tsv | 6.1 | `` | api-bad-evidence | 2 | separate the columns by tabs
          evidence.tsv | symbol | name | api-bad-evidence | 1 | write: os, symbol, kind, declared in, release (tabs)
          evidence.tsv | M_NOWAIT | malloc | api-bad-evidence | 4 | keep one
          """)
  void everyFaultHasItsPlace(
      String file, String was, String is, String code, int line, String hint) {
    List<Finding> findings = new MapFolder(dir).spoil(file, was, is).findings();
    boolean found =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.code().equals(code)
                        && finding.line() == line
                        && finding.hint().equals(hint)
                        && !finding.title().isBlank());
    assertTrue(found, () -> "wanted " + code + " in line " + line + ", got " + findings);
  }

  @Test
  void anExceptionIsMissingOnTwoSystemsAtLeast() {
    MapFolder folder =
        new MapFolder(dir).spoil("memory.yaml", "adapter", "exception\n    stub: none");
    assertEquals(List.of(), folder.findings());
    folder.spoil("memory.yaml", "none: no reason either", "calls: [Ex]");
    folder.spoil("memory.yaml", "none: no reason at all", "calls: [kmem]");
    folder.write(
        "evidence.tsv",
        MapFolder.EVIDENCE
            + "illumos\tkmem\tfunction\tsys/kmem.h\t1\nwindows\tEx\tfunction\twdm.h\t1\n");
    assertEquals(
        List.of(
            new Finding(
                "api-wrong-relation",
                "memory.yaml",
                4,
                "an exception is missing on two systems at least, this one on 1",
                "choose another relation")),
        folder.findings());
  }

  @Test
  void onlyAnExceptionHasNothingOutsideLinux() {
    MapFolder folder = new MapFolder(dir);
    folder.spoil(
        "memory.yaml", "calls: [{name: malloc, phase: setup, flags: [M_NOWAIT]}]", "none: no");
    folder.spoil("memory.yaml", "calls: [kmem_alloc]", "none: no");
    folder.write(
        "evidence.tsv", MapFolder.EVIDENCE.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
    assertEquals(
        List.of(
            new Finding(
                "api-wrong-relation",
                "memory.yaml",
                4,
                "nothing outside Linux does this, and the relation is adapter",
                "make it an exception")),
        folder.findings());
    folder.spoil("memory.yaml", "adapter", "exception\n    stub: none");
    assertEquals(List.of(), folder.findings());
  }

  @Test
  void examplesAreNotedWithTheirPlace() {
    MapFolder folder =
        new MapFolder(dir).spoil("memory.yaml", "note: Mind", "example: a-ring\n    note: Mind");
    assertEquals(List.of(new ExampleUse("a-ring", "memory.yaml", 5)), folder.read().examples());
  }

  @Test
  void evidenceThatNobodyUsesIsReported() {
    MapFolder folder = new MapFolder(dir);
    folder.write(
        "evidence.tsv", MapFolder.EVIDENCE + "linux\tkfree\tfunction\tinclude/linux/slab.h\t6.1\n");
    assertEquals(
        List.of(
            new Finding(
                "api-unused-evidence",
                "evidence.tsv",
                6,
                "no call uses the evidence for kfree on Linux",
                "remove the line")),
        folder.findings());
  }

  @Test
  void aDuplicateConceptNamesTheFirst() {
    MapFolder folder = new MapFolder(dir);
    folder.write(
        "memory.yaml",
        MapFolder.MEMORY + MapFolder.MEMORY.substring(MapFolder.MEMORY.indexOf('\n') + 1));
    assertEquals(
        List.of(
            new Finding(
                "api-duplicate-id",
                "memory.yaml",
                22,
                "the concept kmalloc is there already",
                "it stands in memory.yaml:2")),
        folder.findings());
  }

  @Test
  void allFaultsComeInOneRun() {
    List<Finding> findings =
        new MapFolder(dir)
            .spoil("memory.yaml", "title: Allocate", "titel: Allocate")
            .spoil("memory.yaml", "relation: adapter", "relation: cousin")
            .spoil("evidence.tsv", "linux", "linxu")
            .findings();
    List<String> codes = findings.stream().map(Finding::code).distinct().sorted().toList();
    assertEquals(
        List.of(
            "api-missing-field",
            "api-no-evidence",
            "api-unknown-key",
            "api-unknown-os",
            "api-wrong-value"),
        codes);
  }

  @Test
  void aMalformedFileIsOneFindingNotMany() {
    List<Finding> findings =
        new MapFolder(dir).spoil("memory.yaml", "relation: adapter", "relation: [").findings();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals("api-malformed-yaml", findings.getFirst().code());
  }

  @Test
  void missingAndUnreadableFilesAreFindings() throws IOException {
    MapFolder folder = new MapFolder(dir);
    folder.remove("evidence.tsv");
    Files.write(dir.resolve("memory.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    List<String> codes = folder.findings().stream().map(Finding::code).toList();
    assertEquals(List.of("api-bad-evidence", "api-unreadable-file"), codes);
  }

  @Test
  void aMissingFolderIsAFinding() {
    ApiMapReader.Reading reading = ApiMapReader.read(dir.resolve("nowhere"));
    assertTrue(reading.map().categories().isEmpty());
    assertEquals(3, reading.findings().size(), () -> reading.findings().toString());
  }

  @Test
  void aFileThatIsNoMappingIsAFinding() {
    MapFolder folder = new MapFolder(dir);
    folder.write("memory.yaml", "- a\n- b\n");
    assertTrue(
        folder.findings().stream()
            .anyMatch(f -> f.code().equals("api-wrong-type") && f.file().equals("memory.yaml")));
  }
}
