package org.ringbook.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final String INTRODUCED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
  private static final String ASKED = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n";
  private static final String ANSWERED = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Wire wire(String input) {
    return new Wire(
        new ByteArrayInputStream(bytes(input)),
        out,
        McpJsonDefaults.getMapper(),
        Duration.ofMinutes(1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String all(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Property
  void whatever_comes_in_only_messages_come_through(@ForAll String text) throws IOException {
    String heard = all(wire(text + "\n" + INTRODUCED).input());
    assertTrue(heard.endsWith(INTRODUCED));
    assertEquals(1, heard.lines().count());
    assertTrue(out.toString(StandardCharsets.UTF_8).lines().allMatch(it -> it.contains("-32700")));
  }

  @Test
  void a_message_without_a_line_feed_is_one() throws IOException {
    assertEquals(INTRODUCED, all(wire(INTRODUCED.strip()).input()));
  }

  @Test
  void a_line_that_is_too_long_is_refused_and_the_next_one_heard() throws IOException {
    assertEquals(
        INTRODUCED, all(wire("x".repeat(Wire.LONGEST_LINE + 1) + "\n" + INTRODUCED).input()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("-32600"));
  }

  @Test
  void the_end_is_held_back_until_all_is_answered() throws Exception {
    Wire wire = wire(INTRODUCED + ASKED);
    InputStream heard = wire.input();
    assertEquals(
        ASKED.length() + INTRODUCED.length(),
        heard.readNBytes(INTRODUCED.length() + ASKED.length()).length);
    CompletableFuture<String> writtenAtTheEnd =
        CompletableFuture.supplyAsync(
            () -> next(heard) < 0 ? out.toString(StandardCharsets.UTF_8) : "not the end");

    wire.output().write(bytes(ANSWERED));

    assertEquals(ANSWERED, writtenAtTheEnd.get());
    wire.awaitEnd();
  }

  @Test
  void what_nobody_will_answer_is_not_waited_for() throws Exception {
    Wire wire = wire(ASKED);
    assertEquals(ASKED, all(wire.input()));
    wire.awaitEnd();
  }

  private static int next(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
