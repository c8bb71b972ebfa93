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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on the handbook's own map. */
class MapCommandTest {

  private record Run(int code, String out, String err) {}

  private static Run map(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var line = RingbookCommand.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 3];
    all[0] = "map";
    all[1] = "--book";
    all[2] = GoldenBook.root().toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    int code = line.execute(all);
    return new Run(code, out.toString(), err.toString());
  }

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
  void says_what_to_write_on_one_system() {
    Run run = map("dma_map_single", "--to", "freebsd");

    assertEquals(0, run.code(), run::err);
    assertTrue(run.out().startsWith("Map one buffer for a transfer"), run::out);
    assertTrue(run.out().contains("bus_dmamap_load"), run::out);
    assertTrue(run.out().contains("you have it"), run::out);
    assertFalse(run.out().contains("NdisMRegisterScatterGatherDma"), run::out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dma_map_single", "napi_complete_done", "if_rss_set_key", "map_single", "xdp"})
  void fits_eighty_columns_without_escape_sequences(String name) {
    String out = map(name).out();

    assertFalse(out.contains("\033"), out);
    out.lines()
        .filter(line -> line.strip().contains(" "))
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void puts_an_invented_name_right() throws IOException {
    Run run = map("if_rss_set_key");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("if_rss_set_key does not exist on FreeBSD"), run::out);

    Map<String, String> json = values(map("--json", "if_rss_set_key").out());
    assertEquals("falseFriend", json.get("/status"));
    assertTrue(json.containsValue("if_rss_set_key"));
  }

  @Test
  void suggests_what_is_near() {
    Run run = map("dma_map_singel");

    assertEquals(0, run.code());
    assertTrue(run.out().contains("Did you mean dma_map_single?"), run::out);
  }

  @Test
  void is_the_same_for_programs() throws IOException {
    Map<String, String> json = values(map("--json", "dma_map_single", "--to", "FreeBSD").out());

    assertEquals("found", json.get("/status"));
    assertEquals("dma_map_single", json.get("/query"));
    assertEquals("dma-map-single", json.get("/concepts/0/id"));
    assertEquals("adapter", json.get("/concepts/0/relation"));
    assertEquals("bus_dmamap_create", json.get("/concepts/0/os/freebsd/calls/0/name"));
    assertEquals("bus_dmamap_create", json.get("/concepts/0/os/freebsd/phases/setup/0"));
    assertTrue(json.containsKey("/concepts/0/os/freebsd/evidence/0/declaredIn"));
    assertTrue(json.containsKey("/concepts/0/os/linux/calls/0/name"));
    assertFalse(json.containsKey("/concepts/0/os/windows/calls/0/name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "qqqqzzzz", "***", "../../etc/passwd", "\u0007\u001b[2J"})
  void ends_with_1_where_the_map_has_nothing(String name) throws IOException {
    Run run = map(name);
    assertEquals(1, run.code());
    assertFalse(run.out().isBlank());
    assertFalse(run.out().contains("\033"));

    Run json = map("--json", name);
    assertEquals(1, json.code());
    assertEquals("none", values(json.out()).get("/status"));
  }

  @Test
  void refuses_ten_thousand_characters() {
    Run run = map("x".repeat(10_000));

    assertEquals(1, run.code());
    assertEquals(
        "A name has at most 200 characters, and this is a text of 10000.", run.out().strip());
  }

  @Test
  void names_the_systems_that_there_are() {
    Run run = map("dma_map_single", "--to", "freebds");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("linux, freebsd, netbsd, illumos, windows, rtos"), run::err);
    assertTrue(run.err().contains("did you mean freebsd?"), run::err);
  }

  @ParameterizedTest
  @CsvSource({"'', xterm, true", "1, xterm, false", "'', dumb, false"})
  void colours_can_be_forbidden(String noColor, String term, boolean allowed) {
    assertEquals(allowed, Ink.allows(Map.of("NO_COLOR", noColor, "TERM", term)));
    assertEquals("name", new Ink(false).right("name"));
    assertTrue(new Ink(true).right("name").contains("\033["));
  }
}
