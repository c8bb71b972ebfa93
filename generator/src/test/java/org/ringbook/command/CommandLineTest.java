package org.ringbook.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static Path good = Path.of("");
  private static Path bad = Path.of("");

  private record Run(int code, String out, String err) {}

  @BeforeAll
  static void makeBooks(@TempDir Path temp) throws IOException {
    good = Files.createDirectories(temp.resolve("good"));
    bad = Files.createDirectories(temp.resolve("bad"));
    new GoldenBook(good).close();
    try (var book = new GoldenBook(bad)) {
      book.spoil(GoldenBook.GOLDEN.resolve("topic-unknown"));
    }
  }

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var line = RingbookCommand.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private static Run in(Path book, String... arguments) {
    return run(
        Stream.concat(Arrays.stream(arguments), Stream.of("--book", book.toString()))
            .toArray(String[]::new));
  }

  /** Every value of a JSON text by its pointer; throws where it isn't JSON. */
  private static Map<String, String> values(String text) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token.isScalarValue()) {
          JsonPointer at = json.getParsingContext().pathAsPointer();
          values.put(at.toString(), json.getText());
        }
      }
    }
    return values;
  }

  @Test
  void a_good_book_is_built_once_and_again_after_an_edit() throws IOException {
    Run first = in(good, "build");
    assertEquals(0, first.code(), first::err);
    assertTrue(first.out().contains("1 of 1 examples"), first::out);
    Path page = good.resolve("site/target/site/one/second-look.html");
    assertTrue(Files.readString(page).contains("Looks again."));

    assertEquals("Nothing changed.", in(good, "build").out().lines().findFirst().orElse(""));

    Path chapter = good.resolve("volumes/vol-one/second-look.adoc");
    Files.writeString(chapter, Files.readString(chapter).replace("again", "once more"));
    assertTrue(in(good, "build").out().contains("1 of 1 examples"));
    assertTrue(Files.readString(page).contains("Looks once more."));

    Run search = in(good, "search", "--json", "kmalloc");
    assertEquals(0, search.code(), search::err);
    assertEquals("kmalloc", values(search.out()).get("/query"));
    assertTrue(values(search.out()).containsKey("/hits/0/url"), search::out);
  }

  @Test
  void a_bad_book_ends_with_1_and_is_told_to_programs(@TempDir Path temp) throws IOException {
    Path sarif = temp.resolve("problems.sarif");
    Run check = in(bad, "check", "--json", "--sarif", sarif.toString());
    assertEquals(1, check.code());
    Map<String, String> json = values(check.out());
    assertEquals("1", json.get("/errors"));
    assertEquals("unknown-topic", json.get("/problems/0/code"));
    assertEquals("volumes/book.yaml", json.get("/problems/0/file"));
    assertEquals("23", json.get("/problems/0/line"));
    assertEquals("error", json.get("/problems/0/severity"));
    Map<String, String> results = values(Files.readString(sarif));
    String place = "/runs/0/results/0/locations/0/physicalLocation";
    assertEquals("2.1.0", results.get("/version"));
    assertEquals("Ringbook", results.get("/runs/0/tool/driver/name"));
    assertEquals("unknown-topic", results.get("/runs/0/tool/driver/rules/0/id"));
    assertEquals("unknown-topic", results.get("/runs/0/results/0/ruleId"));
    assertEquals("error", results.get("/runs/0/results/0/level"));
    assertEquals(
        "no topic 1-20. did you mean 1-02?", results.get("/runs/0/results/0/message/text"));
    assertEquals("volumes/book.yaml", results.get(place + "/artifactLocation/uri"));
    assertEquals("23", results.get(place + "/region/startLine"));
    assertFalse(Files.exists(bad.resolve("site/target/site")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bild",
        "build --no-such",
        "build --out",
        "check surplus",
        "serve --port many",
        "serve --port -1 --book BOOK",
        "serve --port 65536 --book BOOK",
        "search --book BOOK",
        "search x --limit -1 --book BOOK",
        "search x --kind no-such --book BOOK",
        "map --book BOOK",
        "map kmalloc --to freebds --book BOOK",
        "map kmalloc --all --to freebsd --book BOOK",
        "mcp surplus",
        "list --book BOOK",
        "list nothing --book BOOK",
        "map --book BOOK",
        "map verify --book BOOK",
        "map verify --os beos --source BOOK --book BOOK",
        "map verify --os linux --book BOOK",
        "map verify --os linux --source /no/such/folder --book BOOK",
        "map verify --os linux --source BOOK/site/theme/fonts --book BOOK",
        "run --book BOOK",
        "build --book /no/such/folder"
      })
  void wrong_usage_ends_with_2_and_says_why(String words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      arguments.add(word.replace("BOOK", good.toString()));
    }
    Run run = run(words.isEmpty() ? new String[0] : arguments.toArray(String[]::new));
    assertEquals(2, run.code(), run::err);
    assertFalse(run.err().isBlank());
    assertFalse(run.err().contains("\tat "), run::err);
  }

  @Test
  void an_unknown_example_is_answered_with_the_nearest() {
    Run run = run("run", "--book", good.toString(), "count-up");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("did you mean counts-up?"), run::err);
  }

  @Test
  void everything_in_the_book_can_be_listed() {
    assertTrue(in(good, "list", "examples").out().startsWith("counts-up "));
    assertTrue(in(good, "list", "chapters").out().contains("First steps"));
    assertTrue(in(good, "list", "topics").out().contains("1-03 planned"));
    assertTrue(in(good, "list", "api").out().contains("kernel-memory"));
  }

  @Test
  void names_of_the_map_are_looked_up_in_a_source_tree(@TempDir Path tree) throws IOException {
    Path header = Files.createDirectories(tree.resolve("include/linux")).resolve("slab.h");
    Files.writeString(header, "/* kmalloc */\n");
    String[] verify = {"map", "verify", "--os", "linux", "--source", tree.toString()};
    Run gone = in(good, verify);
    assertEquals(1, gone.code(), gone::err);
    assertEquals(
        "gone         kmalloc (macro, linux/slab.h): in no file of the tree",
        gone.out().lines().findFirst().orElse(""));

    Files.writeString(tree.resolve("other.h"), "\n#define kmalloc(n) a(n)\n");
    Run moved = in(good, verify);
    assertEquals(0, moved.code(), moved::err);
    assertTrue(moved.out().startsWith("moved        kmalloc"), moved::out);
    assertTrue(moved.out().contains(": now in other.h:2"), moved::out);

    Files.writeString(header, "void *kmalloc(int n);\n");
    Run found = in(good, "map", "verify", "--json", "--os", "LINUX", "--source", tree.toString());
    assertEquals(0, found.code(), found::err);
    Map<String, String> values = values(found.out());
    assertEquals("1", values.get("/found"));
    assertEquals("0", values.get("/gone"));
    assertEquals("kmalloc", values.get("/checks/0/name"));
    assertEquals("include/linux/slab.h", values.get("/checks/0/path"));
    assertEquals("1", values.get("/checks/0/line"));
  }

  @Test
  void a_search_before_the_first_build_says_what_to_do() {
    Run run = in(bad, "search", "ring");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("ringbook build"), run::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "check", "serve", "search", "map", "run", "list"})
  void help_shows_examples(String command) {
    Run help = run(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("Examples:"), help::out);
  }

  @Test
  void the_completion_is_a_script_that_bash_reads(@TempDir Path temp) throws Exception {
    Run run = run("generate-completion");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("--accept"));
    Path script = Files.writeString(temp.resolve("completion.sh"), run.out());
    assertEquals(0, new ProcessBuilder("bash", "-n", script.toString()).start().waitFor());
  }
}
