package org.ringbook.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted breaks in a copy of the real book are all reported in one run. */
class PlantedBreaksTest {

  private static final String TRANSMIT = "volumes/vol-1-foundation/transmit-ring.adoc";
  private static final String RECEIVE = "volumes/vol-1-foundation/receive-ring.adoc";
  private static final String EXAMPLES = "snippets/examples/foundation/";
  private static final String CORE =
      "snippets/dataplane/src/main/java/org/ringbook/dataplane/ring/TxRing.java";

  private final Path folder;
  private final List<String> planted = new ArrayList<>();

  PlantedBreaksTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void allAreReportedAtTheirPlacesInOneRun() throws IOException, InterruptedException {
    byte[] report = Files.readAllBytes(BuiltSite.FOLDER.resolve("report.json"));
    var book = BookCopy.in(folder);
    breakChapters(book);
    breakCode(book);
    breakOutline(book);

    var check = JavaProcess.ringbook("check", "--json", "--book", folder.toString());

    assertEquals(1, check.exitCode(), check.errors());
    Set<String> told = problems(check.output());
    Set<String> missing = new TreeSet<>(planted);
    missing.removeAll(told);
    assertEquals(Set.of(), missing, () -> "reported: " + String.join("\n", told));
    assertTrue(Files.notExists(folder.resolve("site/target/site")), "a broken book is published");
    assertArrayEquals(report, Files.readAllBytes(BuiltSite.FOLDER.resolve("report.json")));
  }

  private void breakChapters(BookCopy book) throws IOException {
    int line =
        book.append(
            TRANSMIT,
            """

            include::{dataplane}/ring/NoSuchFile.java[]

            xref:receive-ring.adoc#no-such-section[A section that is not there].

            xref:no-such-chapter.adoc[A chapter that is not there].

            example::no-such-example[]

            Call api:dma_map_singel_of_nobody[] now.

            [source,java]
            ----
            int typed = 1;
            ----

            [ditaa]
            ----
            +---+
            | a |
            +---+
            ----

            [source,java]
            ----
            include::{dataplane}/ring/TxRing.java[tag=no-such-tag]
            ----
            """);
    plant("missing-include", TRANSMIT, line + 1);
    plant("broken-anchor", TRANSMIT, line + 3);
    plant("broken-page", TRANSMIT, line + 5);
    plant("unknown-example", TRANSMIT, line + 7);
    plant("unknown-api-name", TRANSMIT, line + 9);
    plant("listing-not-compiled", TRANSMIT, line + 12);
    plant("no-text-alternative", TRANSMIT, line + 17);
    plant("unknown-tag", TRANSMIT, line + 25);
    int second = book.append(RECEIVE, "\n[#twice]\n== Once\n\n[#twice]\n== Twice\n");
    plant("duplicate-id", RECEIVE, second + 4);
  }

  private void breakCode(BookCopy book) throws IOException {
    book.edit(EXAMPLES + "TxRingFull.out", text -> text.replaceFirst("\\d", "77"));
    plant("output-drift", EXAMPLES + "TxRingFull.java", 0);
    int line = book.append(EXAMPLES + "StackPacket.java", "int oops() { return \"no number\"; }\n");
    plant("does-not-compile", EXAMPLES + "StackPacket.java", line);
    int tag = book.append(CORE, "// tag::nobody-shows-me[]\n// end::nobody-shows-me[]\n");
    plant("unused-tag", CORE, tag);
  }

  private void breakOutline(BookCopy book) throws IOException {
    String outline = "volumes/book.yaml";
    book.edit(outline, text -> text.replace("topics: [1-13]", "topics: [1-13, 9-99]"));
    List<String> lines = book.read(outline).lines().toList();
    int line =
        1 + lines.indexOf(lines.stream().filter(l -> l.contains("9-99")).findFirst().orElseThrow());
    plant("unknown-topic", outline, line);
    book.write("volumes/vol-1-foundation/stray.adoc", "= A chapter that nobody lists\n\nText.\n");
    plant("chapter-not-listed", "volumes/vol-1-foundation/stray.adoc", 0);
  }

  private void plant(String code, String file, int line) {
    planted.add(code + " " + file + ":" + line);
  }

  private static Set<String> problems(String json) throws IOException {
    Set<String> problems = new TreeSet<>();
    for (JsonNode problem : new ObjectMapper().readTree(json).at("/problems")) {
      problems.add(
          problem.at("/code").asText()
              + " "
              + problem.at("/file").asText()
              + ":"
              + problem.at("/line").asInt());
    }
    return problems;
  }
}
